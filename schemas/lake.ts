/** Types of lake columns, in the words Glue, DuckDB and Parquet share; each reader maps them to its own. */
export type ColumnType = 'string' | 'bigint' | 'date' | 'timestamp' | 'double' | 'boolean' | 'binary';

/** One column: its name is the contract for queries, indicators and imports (design section 8). */
export interface LakeColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly zh: string;
  readonly en: string;
}

export type LakeTableName = 'events' | 'terms' | 'cases' | 'ledger';

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
const string = (name: string, zh: string, en: string): LakeColumn => column(name, 'string', [zh, en]);
const bigint = (name: string, zh: string, en: string): LakeColumn => column(name, 'bigint', [zh, en]);
const date = (name: string, zh: string, en: string): LakeColumn => column(name, 'date', [zh, en]);
const timestamp = (name: string, zh: string, en: string): LakeColumn => column(name, 'timestamp', [zh, en]);
const double = (name: string, zh: string, en: string): LakeColumn => column(name, 'double', [zh, en]);
const boolean = (name: string, zh: string, en: string): LakeColumn => column(name, 'boolean', [zh, en]);
const binary = (name: string, zh: string, en: string): LakeColumn => column(name, 'binary', [zh, en]);

const partitions: readonly LakeColumn[] = [
  string('county_code', '县级代码', 'county'),
  string(
    'ym',
    '年月（北京时间）：事件为登记月，快照为快照日所在月',
    'month in Beijing, YYYY-MM: recorded, or of the snapshot',
  ),
];

const snapshot: readonly LakeColumn[] = [
  date('as_of_on', '快照日：自该日起为此状态', 'day from which the row holds'),
  bigint('version', '主体版本（事件序号）', 'version of the subject: number of its event'),
];

const events: LakeTable = {
  zh: '事件',
  en: 'events: one row for each thing that happened',
  columns: [
    string('event_id', '事件编号', 'subject kind, subject and number'),
    string('subject_kind', '主体种类', 'kind of subject'),
    string('subject_id', '主体编号', 'subject'),
    string('case_id', '案件编号', 'case'),
    bigint('seq', '主体内序号，无间断', 'number within the subject, without gaps'),
    string('event_type', '事件类型', 'type of event'),
    string('township_code', '乡镇（街道）代码', 'township'),
    string('village_code', '村（居）代码，仅在事件载明时', 'village, where the event names it'),
    string('actor_id', '行为人', 'who acted'),
    string('actor_post', '岗位', 'post used'),
    string('client_id', '调用系统', 'calling system'),
    string('device_id', '设备', 'device'),
    timestamp('occurred_at', '发生时间', 'when it happened'),
    timestamp('recorded_at', '登记时间', 'when it was recorded'),
    double('lat', '纬度', 'latitude'),
    double('lon', '经度', 'longitude'),
    string('photo_sha256', '首张照片哈希', 'hash of the first photo'),
    string('photo_phash', '照片感知哈希', 'perceptual hash of the photo'),
    string('law_pack', '法规包', 'rule pack'),
    string('delegation_id', '授权编号', 'delegation'),
    string(
      'attributes_json',
      '其他属性（不含文字叙述和个人信息）',
      'further attributes: no free text, no personal data',
    ),
  ],
  partitions,
  key: ['event_id'],
  snapshots: false,
  sortedBy: ['event_type', 'township_code', 'subject_id', 'seq'],
};

const terms: LakeTable = {
  zh: '期限',
  en: 'terms: running and ended statutory clocks that are watched',
  columns: [
    string('case_id', '案件编号', 'case it is about, if any'),
    string('subject_kind', '主体种类', 'kind of subject whose term it is'),
    string('subject_id', '主体编号', 'subject'),
    string('term', '期限名称', 'name of the term'),
    date('from_on', '起算日', 'day it runs from'),
    date('due_on', '最后一日', 'last day'),
    date('extended_to', '延长后的最后一日', 'last day once extended'),
    date('ended_on', '办结日', 'day the act was done'),
    string('holder_id', '责任人', 'person who holds it'),
    string('holder_org', '责任机构：县级代码表示由县级承担', 'organisation; a county code means held by the county'),
    string('last_alert_level', '最近提醒级别', 'level of the last alert'),
    timestamp('last_alert_at', '最近提醒时间', 'instant of the last alert'),
    boolean('provisional', '期限为暂定', 'last day is provisional'),
    ...snapshot,
  ],
  partitions,
  key: ['subject_id', 'term'],
  snapshots: true,
  sortedBy: ['subject_id', 'term', 'version'],
};

const cases: LakeTable = {
  zh: '案件',
  en: 'cases: one snapshot for each version',
  columns: [
    string('case_id', '案件编号', 'case'),
    string('hh_id', '家庭编号', 'household'),
    string('program', '业务', 'program'),
    string('status', '状态', 'status'),
    string('applicant_id', '申请人代号', 'token of the applicant'),
    string('township_code', '乡镇（街道）代码', 'township'),
    string('village_code', '村（居）代码', 'village'),
    string('clerk_id', '经办人', 'clerk'),
    string('reviewer_id', '审核人', 'reviewer'),
    string('confirmer_id', '确认人', 'confirmer'),
    bigint('declared_income_fen', '申报收入（分）', 'declared income in fen'),
    bigint('verified_income_fen', '核定收入（分）', 'verified income in fen'),
    bigint('standard_fen', '保障标准（分）', 'standard in fen'),
    bigint('household_size', '家庭人口', 'size of the household'),
    string('decision', '决定', 'decision'),
    string('case_class', '类别', 'class'),
    boolean('class_upgraded', '类别上调', 'class was raised'),
    string('upgrade_evidence', '上调依据', 'evidence for raising it'),
    bigint('amount_fen', '月保障金额（分）', 'monthly amount in fen'),
    boolean('emergency', '急难', 'urgent'),
    boolean('relative_filed', '近亲属备案', 'near-relative filing'),
    boolean('disputed', '有异议或不一致', 'disputed'),
    timestamp('accepted_at', '受理时间；只知日期，记北京时间零时', 'accepted; midnight in Beijing of the day'),
    timestamp('decided_at', '决定时间；只知日期，记北京时间零时', 'decided; midnight in Beijing of the day'),
    date('due_on', '办结期限', 'last day to decide'),
    date('extended_to', '延长后的期限', 'extended last day'),
    bigint('review_seconds', '审核用时（秒）', 'seconds spent on the review'),
    string('first_month', '起始发放月', 'first benefit month'),
    date('ended_on', '办结日期', 'closed'),
    string('end_reason', '结案状态', 'how it was closed'),
    ...snapshot,
  ],
  partitions,
  key: ['case_id'],
  snapshots: true,
  sortedBy: ['case_id', 'version'],
};

/** Hashes stand here as bytes and nowhere else: as hexadecimal text they would be two thirds of the lake. */
const ledger: LakeTable = {
  zh: '存证',
  en: 'ledger: one row for each event in the log of its county',
  columns: [
    bigint('log_index', '存证序号，县内自 0 起', 'index in the log of the county, from 0'),
    string('subject_kind', '主体种类', 'kind of subject'),
    string('subject_id', '主体编号', 'subject'),
    bigint('seq', '主体内序号', 'number within the subject'),
    binary('event_sha256', '事件哈希', 'SHA-256 of the event'),
    binary('prev_sha256', '主体内上一事件哈希', 'SHA-256 of the event before it in the subject'),
  ],
  partitions,
  key: ['county_code', 'log_index'],
  snapshots: false,
  sortedBy: ['log_index'],
};

/** The one declaration of the lake's columns: recorder, Glue, DuckDB and tests read this (design section 8). */
export const lakeTables: Readonly<Record<LakeTableName, LakeTable>> = { events, terms, cases, ledger };

export const lakeTableNames: readonly LakeTableName[] = ['events', 'terms', 'cases', 'ledger'];

/** Columns of a raw file: the partition columns are ordinary ones there. */
export const rawColumns = (table: LakeTableName): readonly LakeColumn[] => [
  ...lakeTables[table].columns,
  ...lakeTables[table].partitions,
];

/** A value in the lake. Dates are `YYYY-MM-DD`, timestamps ISO-8601 UTC, bigints whole numbers (fen or counts), binary lower-case hex. */
export type LakeValue = string | number | boolean | null;

/** One row by column name; absent columns are null. */
export type LakeRow = Readonly<Record<string, LakeValue>>;

/** Where the raw files of a table lie in the object store. */
export const rawPrefix = (table: LakeTableName): string => `lake/raw/${table}/`;

/** What a raw table is called in SQL, before it is narrowed to counties and freed of duplicates. */
export const rawTableName = (table: LakeTableName): string => `raw_${table}`;
