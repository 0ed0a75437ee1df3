import { type Refusal, refusal } from './refusal.ts';

/** Refusals of reports and archives. */
export const reportProblems = {
  'report-not-found': refusal(404, '报表不存在', 'There is no such report', '请核对报表编号。 Check its number.'),
  'period-not-of-report': refusal(
    400,
    '所属期与报表种类不符',
    'The period does not fit the report',
    '月度台账填 YYYY-MM，年度报告填 YYYY。 A month for the registers, a year for the look-back.',
  ),
  'period-not-over': refusal(
    409,
    '所属期尚未结束，数字还会变化',
    'The period is not over yet: its figures would still change',
    '请在 toOn 次日 1 时以后编制。 Ask from one o’clock on the day after toOn.',
  ),
  'archive-not-found': refusal(
    404,
    '档案不存在',
    'There is no such archive',
    '请核对档案编号，或重新导出。 Check its number, or export anew.',
  ),
  'not-on-case': refusal(
    404,
    '该人员没有参与办理本案',
    'The person had no part in the case',
    '请核对案件和人员编号。 Check the case and the person.',
  ),
  'report-not-ready': refusal(
    409,
    '报表尚未编制完成',
    'The report is not made up yet',
    '请稍后再取，或重新编制。 Poll it until it has succeeded, or ask anew.',
  ),
} as const satisfies Record<string, Refusal>;
