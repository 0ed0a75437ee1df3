import type { TableWords } from './words.ts';

export const terms: TableWords = {
  zh: '期限',
  en: 'terms: running and ended statutory clocks that are watched',
  columns: {
    case_id: ['案件编号', 'case it is about, if any'],
    subject_kind: ['主体种类', 'kind of subject whose term it is'],
    subject_id: ['主体编号', 'subject'],
    term: ['期限名称', 'name of the term'],
    from_on: ['起算日', 'day it runs from'],
    due_on: ['最后一日', 'last day'],
    extended_to: ['延长后的最后一日', 'last day once extended'],
    ended_on: ['办结日', 'day the act was done'],
    holder_id: ['责任人', 'person who holds it'],
    holder_org: ['责任机构：县级代码表示由县级承担', 'organisation; a county code means held by the county'],
    last_alert_level: ['最近提醒级别', 'level of the last alert'],
    last_alert_at: ['最近提醒时间', 'instant of the last alert'],
    provisional: ['期限为暂定', 'last day is provisional'],
  },
};
