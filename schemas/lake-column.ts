/** Types of lake columns, in the words Glue, DuckDB and Parquet share; each reader maps them to its own. */
export type ColumnType = 'string' | 'bigint' | 'date' | 'timestamp' | 'double' | 'boolean' | 'binary';

/** One column: its name is the contract for queries, indicators and imports (design section 8); what it means, `lake-words` says. */
export interface LakeColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** A table of the lake. One row a key; snapshots have one row a key and version. */
export interface LakeTable {
  readonly columns: readonly LakeColumn[];
  /** County first: isolation is one path prefix. Ordinary columns in the raw zone, folders once sealed. */
  readonly partitions: readonly LakeColumn[];
  /** Columns that name a row; the row with the highest `version`, where there is one, is the latest. */
  readonly key: readonly string[];
  readonly snapshots: boolean;
  /** Order of rows within a file. */
  readonly sortedBy: readonly string[];
}

const column = (name: string, type: ColumnType): LakeColumn => ({ name, type });
export const string = (name: string): LakeColumn => column(name, 'string');
export const bigint = (name: string): LakeColumn => column(name, 'bigint');
export const date = (name: string): LakeColumn => column(name, 'date');
export const timestamp = (name: string): LakeColumn => column(name, 'timestamp');
export const double = (name: string): LakeColumn => column(name, 'double');
export const boolean = (name: string): LakeColumn => column(name, 'boolean');
export const binary = (name: string): LakeColumn => column(name, 'binary');

export const partitions: readonly LakeColumn[] = [string('county_code'), string('ym')];

export const snapshot: readonly LakeColumn[] = [date('as_of_on'), bigint('version')];

/** Where a row comes from: nothing for live operation, `import` for the history of an older system. */
export const source: LakeColumn = string('source');
