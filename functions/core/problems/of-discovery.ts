import { type Refusal, refusal } from './refusal.ts';

/** Refusals of discovery, and of telling others: leads, callbacks. */
export const discoveryProblems = {
  'lead-not-found': refusal(404, '没有这条线索', 'No such lead', '请核对线索编号。 Check the number of the lead.'),
  'lead-settled': refusal(
    409,
    '该线索已办结',
    'The lead is settled',
    '出现新的困难请另行报告。 Report a new lead for a new need.',
  ),
  'lead-not-informed': refusal(
    422,
    '尚未告知救助政策',
    'The policy was not explained',
    '联系到群众时应当告知救助政策，告知后再登记。 Explain the policy to whoever is reached, then record it.',
  ),
  'lead-help-owed': refusal(
    422,
    '当事人无民事行为能力或限制民事行为能力，应当主动帮助其申请',
    'The person cannot apply alone and is to be helped',
    '请帮助申请后登记案件编号，不得以本人不申请办结。 Help the person to apply and name the case.',
  ),
  'lead-not-tried': refusal(
    422,
    '没有联系记录，不能以查无此人办结',
    'Not found needs an attempt to make contact',
    '请先联系并登记结果。 Try to make contact and record it first.',
  ),
  'lead-was-reached': refusal(
    409,
    '已联系到当事人，不能以查无此人办结',
    'The person was reached',
    '请按实际结果办结。 Settle with what came of it.',
  ),
  'lead-case-closed': refusal(
    409,
    '该案件已经办结，不能作为线索的结果',
    'The case that is named is closed',
    '请指明正在办理或正在享受救助的案件。 Name a case that is open or active.',
  ),
  'referral-not-found': refusal(
    404,
    '没有这件转办',
    'No such referral',
    '请核对转办编号。 Check the number of the referral.',
  ),
  'referral-answered': refusal(
    409,
    '该转办已登记反馈',
    'The referral has been answered',
    '出现新的需求请另行评估、转办。 Assess and refer a new need anew.',
  ),
  'need-not-assessed': refusal(
    422,
    '转请的需求未经综合评估',
    'A need that was not assessed is passed on',
    '请先综合评估救助需求，再转请有关部门办理。 Assess the needs of the household first.',
  ),
  'department-not-of-need': refusal(
    422,
    '该需求不属于该部门职责',
    'The need is not that department’s duty',
    '请按职责分工选择部门；基本生活救助由本机关办理。 Choose the department whose duty it is; money for living is your own.',
  ),
  'referral-declined': refusal(
    409,
    '本人不同意转介',
    'The person does not agree to be referred',
    '救助由本人自愿接受，请尊重本人意愿；同意后再转办。 Aid is offered, not forced; refer once the person agrees.',
  ),
  'referral-consent-missing': refusal(
    422,
    '转介给慈善组织须有本人签署的同意书',
    'A charity is told only with a signed consent',
    '请取得本人（未成年人由监护人）签署的同意书并上传。 Store the consent the person, or the guardian of a minor, has signed.',
  ),
  'subscription-not-found': refusal(
    404,
    '没有这个回调',
    'No such callback',
    '请核对回调编号。 Check the id of the callback.',
  ),
  'subscription-ended': refusal(409, '该回调已终止', 'The callback has ended', '请重新登记。 Register a new one.'),
  'callback-address-refused': refusal(
    422,
    '不能向该地址回调',
    'The address cannot be called back',
    '须为公网 https 地址，不带用户名、密码和片段；内网系统请用 GET /v1/changes。 Give a public https address without credentials; systems without one use GET /v1/changes.',
  ),
} as const satisfies Record<string, Refusal>;
