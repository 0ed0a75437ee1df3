import type { TableWords } from './words.ts';

export const verifications: TableWords = {
  zh: '核对命中',
  en: 'verifications: hits returned by the verification centre and what became of them',
  columns: {
    case_id: ['案件编号', 'case'],
    person_id: ['涉及成员代号', 'token of the person it concerns'],
    hit_type: ['命中类型', 'kind of hit'],
    origin: ['核对来源', 'body that answered'],
    returned_at: ['返回时间', 'when it was returned'],
    resolved: ['已处理', 'whether it was dealt with'],
    resolution: ['处理结果', 'what became of it'],
    resolved_at: ['处理时间', 'when it was dealt with'],
  },
};

export const objections: TableWords = {
  zh: '公示异议',
  en: 'objections: raised in publicity, and when the case was investigated again',
  columns: {
    case_id: ['案件编号', 'case'],
    raised_at: ['提出时间', 'when it was raised'],
    channel: ['渠道', 'channel'],
    reinvestigated_at: ['重新调查时间', 'when the case was investigated again'],
  },
};

export const reverifications: TableWords = {
  zh: '动态核查',
  en: 'reverifications: periodic re-verification of households, due and done',
  columns: {
    case_id: ['案件编号', 'case'],
    actor_id: ['核查人', 'who did it'],
    due_on: ['到期日', 'day it is due'],
    done_at: ['完成时间', 'when it was done'],
    result: ['结果', 'result'],
  },
};
