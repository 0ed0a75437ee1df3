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
  'archive-erased': refusal(
    410,
    '该档案保管期满，个人信息已按程序清除',
    'The term of this file is over and its persons were erased',
    '事件和证据链仍可核验；个人信息无法恢复。 Events and chain can still be verified; the personal data are gone for good.',
  ),
  'retention-running': refusal(
    409,
    '档案保管期限尚未届满',
    'The file must still be kept',
    '期满日见 until；在办或在享案件没有期满日。 See until; an open case has none.',
  ),
  'erasure-not-found': refusal(404, '没有这项清除申请', 'No such request to erase', '请核对编号。 Check the number.'),
  'persons-still-held': refusal(
    409,
    '档案中的人员均有其他在办、在管案件或在职登记，暂不能清除',
    'Every person of the file is held by another case or a post',
    '待其他案件保管期满后再办理。 Ask again when the other terms are over.',
  ),
  'import-not-found': refusal(
    404,
    '没有这次导入',
    'No such import',
    '请核对导入编号，或重新申请导入。 Check the number, or open the import again.',
  ),
  'import-not-checked': refusal(
    409,
    '导入的数据尚未全部检查',
    'The pieces of the import are not all checked',
    '请先上传全部数据并检查至 checked。 Upload every piece and have them checked first.',
  ),
} as const satisfies Record<string, Refusal>;
