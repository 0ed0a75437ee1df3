import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals of dynamic management: changes, checks, views, amounts, fade-out (rulebook 6). */
export const benefitProblems = {
  'change-source-not-yours': refusal(
    422,
    '该来源与报告人的岗位不符',
    'That source is not this post’s to report',
    '可用来源见 sources。 See sources.',
  ),
  'change-incomplete': refusal(
    422,
    '该类变化须填写成员或附凭证',
    'This change must name its member or carry its proof',
    '缺少的内容见 needed。 See needed.',
  ),
  'no-change-within-cycle': forbidden(
    'D57 §31',
    '核查期内家庭情况没有明显变化的，不得核查调整救助金额',
    'Within the cycle the amount is not adjusted without a clear change',
    '有变化的先登记变化；定期核查自 opensOn 起办理。 Report the change first, or wait until opensOn.',
    409,
  ),
  'check-missing': refusal(
    409,
    '本次核查尚无入户调查或信息核对',
    'This check has neither a visit nor a verification',
    '请先入户调查或提请核对。 Visit the household or have it verified first.',
  ),
  'result-contradicts-check': forbidden(
    'D57 §32',
    '核查结论与计算结果或依据不符',
    'The result does not follow from the computation or its ground',
    '计算结果见 amountFen、entitled。 See amountFen and entitled.',
    422,
  ),
  'refusals-too-few': forbidden(
    'D57 §34',
    '连续无正当理由拒绝工作不足规定次数',
    'Too few refusals of work in a row',
    '次数见 count、required。 See count and required.',
    409,
  ),
  'proposal-missing': refusal(
    409,
    '没有相应的拟调整意见',
    'There is no such proposal',
    '请先办理核查并提出意见，现有意见见 proposed。 Check and propose first; see proposed.',
  ),
  'hearing-notice-not-served': refusal(
    409,
    '听取意见告知书尚未送达',
    'The notice asking for views is not served',
    '请先送达 W23。 Serve W23 first.',
  ),
  'hearing-staff-too-few': refusal(
    422,
    '听取意见须二人以上在场并由陈述人签字',
    'Views are heard by two or more, and signed by who spoke',
    '请补足人员和签字。 Add staff and the signature.',
  ),
  'waiver-not-in-writing': refusal(
    422,
    '放弃陈述意见须书面',
    'Views are given up in writing only',
    '请附书面材料 evidence。 Attach it as evidence.',
  ),
  'representations-missing': forbidden(
    'LAW §48',
    '未听取意见，不得决定减发、停发或撤销',
    'No reduction, stop or revocation before the household was heard',
    '请登记陈述意见或书面放弃，或待 windowEndsOn 次日起决定。 Record the views or the waiver, or decide after windowEndsOn.',
    409,
  ),
  'fade-out-too-long': forbidden(
    'N83 一(三)',
    '渐退期不得超过六个月',
    'A fade-out may not exceed six months',
    '最长月数见 maxMonths。 See maxMonths.',
    422,
  ),
  'fade-out-not-warranted': forbidden(
    'D57 §33',
    '渐退期须因就业使收入超过标准',
    'A fade-out needs an income above the standard through employment',
    '请先登记就业变化；县级可放宽依据。 Report the employment; a county may switch the wider ground on.',
    409,
  ),
  'fade-out-too-soon': forbidden(
    'B16',
    '距上次渐退期满未到规定月数',
    'Too soon after the last fade-out',
    '可再次渐退的月份见 earliestMonth。 See earliestMonth.',
    409,
  ),
  'nothing-to-publish': refusal(
    409,
    '没有待公示的动态调整',
    'There is no change to publish',
    '待办期限见 terms。 See the terms of the case.',
  ),
} as const satisfies Record<string, Refusal>;
