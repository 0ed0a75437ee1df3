import type { TableWords } from './words.ts';

export const ledger: TableWords = {
  zh: '存证',
  en: 'ledger: one row for each event in the log of its county',
  columns: {
    log_index: ['存证序号，县内自 0 起', 'index in the log of the county, from 0'],
    subject_kind: ['主体种类', 'kind of subject'],
    subject_id: ['主体编号', 'subject'],
    seq: ['主体内序号', 'number within the subject'],
    event_sha256: ['事件哈希', 'SHA-256 of the event'],
    prev_sha256: ['主体内上一事件哈希', 'SHA-256 of the event before it in the subject'],
  },
};
