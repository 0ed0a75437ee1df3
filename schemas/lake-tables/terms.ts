import { boolean, date, type LakeTable, partitions, snapshot, source, string, timestamp } from '../lake-column.ts';

export const terms: LakeTable = {
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
    source,
    ...snapshot,
  ],
  partitions,
  key: ['subject_id', 'term'],
  snapshots: true,
  sortedBy: ['subject_id', 'term', 'version'],
};
