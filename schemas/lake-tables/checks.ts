import { boolean, date, type LakeTable, partitions, snapshot, source, string, timestamp } from '../lake-column.ts';

/** One row a hit: what the verification centre returned about a person, and what became of it. */
export const verifications: LakeTable = {
  zh: '核对命中',
  en: 'verifications: hits returned by the verification centre and what became of them',
  columns: [
    string('case_id', '案件编号', 'case'),
    string('person_id', '涉及成员代号', 'token of the person it concerns'),
    string('hit_type', '命中类型', 'kind of hit'),
    string('origin', '核对来源', 'body that answered'),
    timestamp('returned_at', '返回时间', 'when it was returned'),
    boolean('resolved', '已处理', 'whether it was dealt with'),
    string('resolution', '处理结果', 'what became of it'),
    timestamp('resolved_at', '处理时间', 'when it was dealt with'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'person_id', 'hit_type', 'origin', 'returned_at'],
  snapshots: true,
  sortedBy: ['case_id', 'returned_at', 'version'],
};

export const objections: LakeTable = {
  zh: '公示异议',
  en: 'objections: raised in publicity, and when the case was investigated again',
  columns: [
    string('case_id', '案件编号', 'case'),
    timestamp('raised_at', '提出时间', 'when it was raised'),
    string('channel', '渠道', 'channel'),
    timestamp('reinvestigated_at', '重新调查时间', 'when the case was investigated again'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'raised_at'],
  snapshots: true,
  sortedBy: ['case_id', 'raised_at', 'version'],
};

export const reverifications: LakeTable = {
  zh: '动态核查',
  en: 'reverifications: periodic re-verification of households, due and done',
  columns: [
    string('case_id', '案件编号', 'case'),
    string('actor_id', '核查人', 'who did it'),
    date('due_on', '到期日', 'day it is due'),
    timestamp('done_at', '完成时间', 'when it was done'),
    string('result', '结果', 'result'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'due_on'],
  snapshots: true,
  sortedBy: ['case_id', 'due_on', 'version'],
};
