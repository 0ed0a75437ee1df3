import { bigint, binary, type LakeTable, partitions, source, string } from '../lake-column.ts';

/** Hashes stand here as bytes and nowhere else: as hexadecimal text they would be two thirds of the lake. */
export const ledger: LakeTable = {
  zh: '存证',
  en: 'ledger: one row for each event in the log of its county',
  columns: [
    bigint('log_index', '存证序号，县内自 0 起', 'index in the log of the county, from 0'),
    string('subject_kind', '主体种类', 'kind of subject'),
    string('subject_id', '主体编号', 'subject'),
    bigint('seq', '主体内序号', 'number within the subject'),
    binary('event_sha256', '事件哈希', 'SHA-256 of the event'),
    binary('prev_sha256', '主体内上一事件哈希', 'SHA-256 of the event before it in the subject'),
    source,
  ],
  partitions,
  key: ['county_code', 'log_index'],
  snapshots: false,
  sortedBy: ['log_index'],
};
