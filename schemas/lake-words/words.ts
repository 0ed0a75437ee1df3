/** What a column or table is called, Chinese then English. */
export type Words = readonly [zh: string, en: string];

/** The words of a table and of the columns of its own. */
export interface TableWords {
  readonly zh: string;
  readonly en: string;
  readonly columns: Readonly<Record<string, Words>>;
}

/** Columns that many tables have. */
export const sharedWords: Readonly<Record<string, Words>> = {
  county_code: ['县级代码', 'county'],
  ym: ['年月（北京时间）：事件为登记月，快照为快照日所在月', 'month in Beijing, YYYY-MM: recorded, or of the snapshot'],
  as_of_on: ['快照日：自该日起为此状态', 'day from which the row holds'],
  version: ['主体版本（事件序号）', 'version of the subject: number of its event'],
  source: [
    '来源：系统运行产生的为空，由旧系统导入的为 import',
    'null when live, import when loaded from an older system',
  ],
};
