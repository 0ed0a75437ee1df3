import type { ParameterKey, ParameterValue } from '../../schemas/parameter.ts';
import type { ParameterRule, ParameterUnit } from './parameter-rule.ts';
import { type Citation, cite } from './sources.ts';

const design = (clause: string): Citation => cite('DESIGN', clause, 'design');

const clock =
  (unit: ParameterUnit) =>
  (zh: string, en: string, length: number) =>
  (citation: Citation, bound?: 'at-most' | 'at-least'): ParameterRule => ({
    zh,
    en,
    unit,
    perProgram: false,
    default: length,
    citation,
    ...(bound && { bound }),
  });
const workingDays = clock('working-days');
const days = clock('days');
const months = clock('months');
const count = clock('count');

const switched = (unit: ParameterUnit, value: ParameterValue, citation: Citation) => ({
  unit,
  default: value,
  perProgram: false,
  citation,
});

/** Lengths of terms: law where the citation says so, else an engineering default a county may replace. */
const clockRules = {
  'clock.total.delegated': workingDays(
    '审核确认总期限（已下放）',
    'Whole procedure, delegated',
    20,
  )(cite('N83', '四(一)', 'sourced'), 'at-most'),
  'clock.total.standard': workingDays(
    '审核确认总期限（未下放）',
    'Whole procedure, not delegated',
    30,
  )(cite('D57', '§22', 'sourced'), 'at-most'),
  'clock.total.extended': workingDays(
    '延长后的总期限',
    'Whole procedure when extended',
    45,
  )(cite('N83', '四(一)', 'sourced'), 'at-most'),
  'clock.intake': workingDays('决定是否受理', 'Deciding on acceptance', 5)(design('T1')),
  'clock.correctionWindow': workingDays('申请人补正材料', 'Applicant completes materials', 15)(design('T3')),
  'clock.startInvestigation': workingDays(
    '启动调查',
    'Starting the investigation',
    3,
  )(cite('D57', '§15', 'sourced'), 'at-most'),
  'clock.startVerification': workingDays(
    '县级启动核对',
    'County starts verification',
    3,
  )(cite('D57', '§17', 'sourced'), 'at-most'),
  'clock.verifyResult': workingDays('核对结果返回', 'Verification result', 5)(design('T6')),
  'clock.inform': workingDays('告知核对结果', 'Informing of the verification result', 3)(design('T7')),
  'clock.objection': workingDays('对核对结果提出异议', 'Objecting to the verification result', 5)(design('T7')),
  'clock.survey': workingDays('完成入户调查', 'Finishing the survey', 8)(design('T8')),
  'clock.evaluation': workingDays('民主评议', 'Democratic evaluation', 5)(design('T9')),
  'clock.opinion': workingDays('提出审核意见', 'Review opinion', 10)(design('T10')),
  'clock.leadContact': workingDays('主动发现线索的联系', 'Contacting a lead', 3)(design('3.8')),
  'consent.carryDays': days(
    '核对授权对所告知的其他业务继续有效',
    'Consents holding for a program offered by a denial',
    90,
  )(design('C2')),
  'clock.referralReply': workingDays('转办事项的回复', 'Reply to a referral', 10)(design('3.8')),
  'clock.selfCheck': workingDays('乡镇自查问题的整改', 'Faults of a self-check put right', 10)(design('7.4')),
  'clock.countySurvey': workingDays('县级入户调查', 'County survey', 18)(design('3.9')),
  'clock.countyDecision': workingDays(
    '县级审核确认（未下放）',
    'County decision, not delegated',
    10,
  )(cite('D57', '§20', 'sourced'), 'at-most'),
  'clock.publish': workingDays('公布确认结果', 'Publication of the result', 3)(design('T16')),
  'clock.denialNotice': workingDays(
    '送达不予批准通知书',
    'Serving the denial',
    3,
  )(cite('D57', '§21', 'sourced'), 'at-most'),
  'clock.confirmationNotice': workingDays('送达确认通知书', 'Serving the confirmation', 5)(design('W20')),
  'clock.refusalNotice': workingDays('送达不予受理决定书', 'Serving the refusal to accept', 3)(design('W08')),
  'clock.terminationNotice': workingDays('送达终止审核通知书', 'Serving the termination', 3)(design('W27')),
  'clock.hearing': workingDays('听取意见', 'Window for representations', 5)(design('W23')),
  'publicity.days': days('公示期（日）', 'Publicity', 7)(cite('D57', '§19', 'sourced'), 'at-least'),
  'publicity.onlineDays': days('网上公布保留天数', 'Days a publication stays online', 30)(design('5')),
  'reverify.months.stable': months(
    '定期核查周期（收入稳定）',
    'Re-verification, stable',
    12,
  )(cite('D57', '§31', 'sourced'), 'at-most'),
  'reverify.months.unstable': months(
    '定期核查周期（收入不稳定）',
    'Re-verification, unstable',
    6,
  )(cite('D57', '§31', 'sourced'), 'at-most'),
  'appeal.reviewDays': days(
    '行政复议申请期限（日）',
    'Window for administrative review',
    60,
  )(cite('FYF', '§20', 'sourced'), 'at-least'),
  'appeal.suitMonths': months(
    '行政诉讼起诉期限（月）',
    'Window for a lawsuit',
    6,
  )(cite('ALL', '§46', 'sourced'), 'at-least'),
  'appeal.suitAfterReviewDays': days(
    '不服复议决定的起诉期限（日）',
    'Window for a lawsuit after a review',
    15,
  )(cite('ALL', '§45', 'sourced'), 'at-least'),
  'appeal.replyDays': workingDays(
    '行政复议书面答复（工作日）',
    'Written reply in a review',
    10,
  )(cite('FYF', '§48', 'sourced'), 'at-most'),
  'appeal.simpleReplyDays': workingDays(
    '行政复议简易程序书面答复（工作日）',
    'Written reply in a simplified review',
    5,
  )(cite('FYF', '§54', 'sourced'), 'at-most'),
  'appeal.suitReplyDays': days(
    '行政诉讼答辩（日）',
    'Written reply to a lawsuit',
    15,
  )(cite('ALL', '§67', 'sourced'), 'at-most'),
  'complaint.receiptDays': days(
    '信访举报书面告知（日）',
    'Written receipt of a complaint',
    15,
  )(cite('XF', '§23', 'sourced'), 'at-most'),
  'complaint.handleDays': days(
    '信访举报办结（日）',
    'Handling of a complaint',
    60,
  )(cite('XF', '§34', 'sourced'), 'at-most'),
  'complaint.extendDays': days(
    '信访举报延长（日）',
    'Extension of a complaint',
    30,
  )(cite('XF', '§34', 'sourced'), 'at-most'),
  'complaint.reviewDays': days(
    '信访复查、复核（日）',
    'Asking for, and answering, a review',
    30,
  )(cite('XF', '§35', 'sourced'), 'at-most'),
  'clock.complaintFeedback': workingDays('向实名举报人反馈', 'Telling a named complainant', 3)(design('7.3')),
  'alert.warnDays': workingDays('临期预警提前', 'Warning before the last day', 2)(design('3.9a')),
  'alert.reasonDays': workingDays('说明超期原因', 'Filing an overdue reason', 1)(design('3.9a')),
  'alert.countyAfter': workingDays('超期后督办', 'Supervision after', 1)(design('3.9a')),
  'alert.cityAfter': workingDays('超期后上报', 'Escalation to the city after', 5)(design('3.9a')),
  'survey.minPersons': count('入户调查最少人数', 'Fewest surveyors', 2)(cite('D57', '§16', 'sourced'), 'at-least'),
  'collective.minMembers': count('集体研究最少人数', 'Fewest members of a collective review', 3)(design('3.4')),
  'evaluation.minMembers': count('民主评议最少人数', 'Fewest members of an evaluation', 7)(design('11.2')),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

const switchRules = {
  'publicity.rePublicizeDB': {
    zh: '低保复查后重新公示',
    en: 'New publicity after re-investigation',
    choices: ['ON_CHANGE', 'ALWAYS'],
    ...switched('choice', 'ON_CHANGE', design('3.4')),
  },
  'publicity.maskNameOnline': {
    zh: '网上公示隐去部分姓名',
    en: 'Names are masked online',
    ...switched('flag', true, design('5')),
  },
  'publicity.mandatoryChannels': {
    zh: '必设公示渠道（村级公示栏必设）',
    en: 'Channels without which nothing is posted; the village board is always one',
    choices: ['village-board', 'township-board', 'screen', 'wechat'],
    ...switched('list', ['village-board'], cite('D57', '§19', 'sourced')),
  },
  'extension.grounds': {
    zh: '可延长的情形',
    en: 'Grounds of extension',
    choices: ['PUBLICITY_OBJECTION', 'HUKOU_SPLIT', 'REMOTE_APPLICATION', 'HARD_INVESTIGATION', 'OTHER'],
    ...switched(
      'list',
      ['PUBLICITY_OBJECTION', 'HUKOU_SPLIT', 'REMOTE_APPLICATION', 'HARD_INVESTIGATION', 'OTHER'],
      cite('N83', '四(一)', 'sourced'),
    ),
  },
  'evaluation.requiredWhen': {
    zh: '须民主评议的情形',
    en: 'When an evaluation is required',
    choices: ['DISPUTE', 'NEAR_RELATIVE'],
    ...switched('list', ['DISPUTE'], cite('SEED', '二(三)2', 'sourced')),
  },
  'evaluation.residentShare': {
    zh: '居民代表最低比例',
    en: 'Least share of resident representatives',
    ...switched('ratio', { num: 2, den: 3 }, cite('A220', '§22', 'recalled')),
  },
  'collective.quorum': {
    zh: '集体研究到会比例',
    en: 'Quorum of a collective review',
    ...switched('ratio', { num: 2, den: 3 }, design('3.4')),
  },
  'evaluation.quorum': {
    zh: '到会比例',
    en: 'Quorum',
    ...switched('ratio', { num: 2, den: 3 }, design('11.2')),
  },
  'sod.reviewerMayBeSurveyor': {
    zh: '审核人可由调查人兼任',
    en: 'Reviewer may be a surveyor',
    ...switched('flag', false, design('SD2')),
  },
  'materials.promiseItems': {
    zh: '可告知承诺的材料',
    en: 'Materials a signed promise may stand for',
    ...switched('list', [], cite('N83', '一(二)', 'sourced')),
  },
  'archive.approvalYearsAfterExit': {
    zh: '审批类档案保管年限（退出后；不少于 3 年）',
    en: 'Years to keep files of the confirmation after leaving, 3 at least',
    ...switched('count', 10, cite('ARC', '审批类')),
  },
  'archive.dailyYears': {
    zh: '日常管理类档案保管年限（不少于 5 年）',
    en: 'Years to keep files of daily management, 5 at least',
    ...switched('count', 10, cite('ARC', '日常管理类')),
  },
  'alert.windowFrom': {
    zh: '预警送达起始时刻',
    en: 'Alerts are delivered from',
    ...switched('time', '08:30', design('3.9a')),
  },
  'alert.windowTo': {
    zh: '预警送达截止时刻',
    en: 'Alerts are delivered until',
    ...switched('time', '18:00', design('3.9a')),
  },
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

/** Clocks, ratios and switches of rulebook 11.2, each with the default that holds where a county has set nothing. */
export const defaultRules = { ...clockRules, ...switchRules };
