/** Types of lake columns, in the words Glue, DuckDB and Parquet share; each reader maps them to its own. */
export type ColumnType = 'string' | 'bigint' | 'date' | 'timestamp' | 'double' | 'boolean' | 'binary';

/** One column: its name is the contract for queries, indicators and imports (design section 8). */
export interface LakeColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly zh: string;
  readonly en: string;
}

/** A table of the lake. One row a key; snapshots have one row a key and version. */
export interface LakeTable {
  readonly zh: string;
  readonly en: string;
  readonly columns: readonly LakeColumn[];
  /** County first: isolation is one path prefix. Ordinary columns in the raw zone, folders once sealed. */
  readonly partitions: readonly LakeColumn[];
  /** Columns that name a row; the row with the highest `version`, where there is one, is the latest. */
  readonly key: readonly string[];
  readonly snapshots: boolean;
  /** Order of rows within a file. */
  readonly sortedBy: readonly string[];
}

const column = (name: string, type: ColumnType, [zh, en]: readonly [string, string]): LakeColumn => ({
  name,
  type,
  zh,
  en,
});
export const string = (name: string, zh: string, en: string): LakeColumn => column(name, 'string', [zh, en]);
export const bigint = (name: string, zh: string, en: string): LakeColumn => column(name, 'bigint', [zh, en]);
export const date = (name: string, zh: string, en: string): LakeColumn => column(name, 'date', [zh, en]);
export const timestamp = (name: string, zh: string, en: string): LakeColumn => column(name, 'timestamp', [zh, en]);
export const double = (name: string, zh: string, en: string): LakeColumn => column(name, 'double', [zh, en]);
export const boolean = (name: string, zh: string, en: string): LakeColumn => column(name, 'boolean', [zh, en]);
export const binary = (name: string, zh: string, en: string): LakeColumn => column(name, 'binary', [zh, en]);

export const partitions: readonly LakeColumn[] = [
  string('county_code', '县级代码', 'county'),
  string(
    'ym',
    '年月（北京时间）：事件为登记月，快照为快照日所在月',
    'month in Beijing, YYYY-MM: recorded, or of the snapshot',
  ),
];

export const snapshot: readonly LakeColumn[] = [
  date('as_of_on', '快照日：自该日起为此状态', 'day from which the row holds'),
  bigint('version', '主体版本（事件序号）', 'version of the subject: number of its event'),
];

/** Where a row comes from: nothing for live operation, `import` for the history of an older system. */
export const source: LakeColumn = string(
  'source',
  '来源：系统运行产生的为空，由旧系统导入的为 import',
  'null when live, import when loaded from an older system',
);
