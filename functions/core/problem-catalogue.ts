/**
 * The refusals this system can give. Callers switch on the code; it never changes meaning.
 * `recorded` refusals (powers, separation, prohibitions, evidence) are also kept as a `refused-attempt` (design decision 11).
 */
interface Refusal {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What to do about it, Chinese then English. */
  readonly todo: string;
  readonly recorded?: true;
  /** Prohibition, separation rule or transition of the rulebook it enforces. */
  readonly rule?: string;
}

const refusal = (status: number, zh: string, en: string, todo: string): Refusal => ({ status, zh, en, todo });
const forbidden = (rule: string, zh: string, en: string, todo: string, status = 403): Refusal => ({
  status,
  zh,
  en,
  todo,
  rule,
  recorded: true,
});

const catalogue = {
  // the request itself
  'json-invalid': refusal(
    400,
    '请求体不是有效的 JSON',
    'The body is not valid JSON',
    '请检查 JSON 语法。 Check the JSON syntax.',
  ),
  'input-invalid': refusal(
    400,
    '请求内容不符合要求',
    'The request does not fit its schema',
    '请按 errors 逐项更正。 Correct each entry of errors.',
  ),
  'unknown-field': refusal(
    400,
    '请求含有未定义的字段',
    'The request has an unknown field',
    '请删除 errors 中列出的字段。 Remove the fields listed in errors.',
  ),
  'resident-id-invalid': refusal(
    400,
    '公民身份号码不正确',
    'A resident identity number is wrong',
    '请核对出生日期和校验码。 Check the birth date and the check character.',
  ),
  'date-invalid': refusal(
    400,
    '日期不存在或格式不正确',
    'A date does not exist',
    '日期须为存在的 YYYY-MM-DD。 Give an existing YYYY-MM-DD.',
  ),
  'division-unknown': refusal(
    400,
    '行政区划代码不存在',
    'The division code is not known',
    '请使用本县已登记的乡镇和村居代码。 Use a township and village registered in this county.',
  ),
  'division-not-yours': refusal(
    403,
    '该行政区划不属于您的管辖范围',
    'The division is not the caller’s',
    '请使用对应机构的岗位。 Use a post of that organisation.',
  ),
  'idempotency-key-missing': refusal(
    400,
    '缺少 Idempotency-Key',
    'Idempotency-Key is missing',
    '每个 POST 须带唯一的 Idempotency-Key。 Send a unique Idempotency-Key with each POST.',
  ),
  'idempotency-key-reused': refusal(
    422,
    '同一 Idempotency-Key 用于不同内容',
    'The Idempotency-Key was used with another body',
    '新的请求请使用新的键。 Use a new key for a new request.',
  ),
  'if-match-missing': refusal(
    428,
    '缺少 If-Match',
    'If-Match is required',
    '请先读取案件，再带上 ETag 提交。 Read the case and send its ETag as If-Match.',
  ),
  'version-stale': refusal(
    409,
    '案件已被他人更新',
    'The case changed since it was read',
    '请重新读取后再办理，当前版本见 currentVersion。 Read it again; see currentVersion.',
  ),
  'route-unknown': refusal(404, '没有这个接口', 'No such route', '接口清单见 /openapi.json。 See /openapi.json.'),
  'method-not-allowed': refusal(
    405,
    '该接口不支持此方法',
    'The route does not take this method',
    '接口清单见 /openapi.json。 See /openapi.json.',
  ),
  'body-too-large': refusal(
    413,
    '请求体过大',
    'The body is too large',
    '请求体不得超过 256 KB，文件请走附件接口。 Stay under 256 KB; send files through attachments.',
  ),
  'cursor-invalid': refusal(
    400,
    '分页游标无效',
    'The cursor is not valid',
    '请使用上一页返回的 next。 Use the next of the page before.',
  ),
  'too-busy': refusal(
    503,
    '系统繁忙，未写入任何内容',
    'Busy; nothing was written',
    '请按 Retry-After 用同一 Idempotency-Key 重试。 Retry with the same Idempotency-Key after Retry-After.',
  ),
  internal: refusal(
    500,
    '系统出错，未作出任何决定',
    'The system failed; nothing was decided',
    '请凭 requestId 联系运维。 Give the requestId to operations.',
  ),
  // who is calling
  'token-missing': refusal(
    401,
    '缺少身份令牌',
    'No bearer token',
    '请带 Authorization: Bearer。 Send Authorization: Bearer.',
  ),
  'token-invalid': refusal(401, '身份令牌无效', 'The token is not valid', '请重新登录。 Log in again.'),
  'token-expired': refusal(401, '身份令牌已过期', 'The token has expired', '请重新登录。 Log in again.'),
  'post-missing': refusal(
    400,
    '未指明使用的岗位',
    'The post used is not named',
    '请用 Sunlight-Post 指明岗位，如 TC@649900101。 Name it in Sunlight-Post, like TC@649900101.',
  ),
  'post-not-held': forbidden(
    'SD9',
    '令牌中没有该岗位',
    'The token does not hold that post',
    '请使用本人持有的岗位。 Use a post you hold.',
  ),
  'post-not-permitted': forbidden(
    '1.2',
    '该岗位无权办理此事项',
    'This post may not take this step',
    '请由有权岗位办理，见 permitted。 One of permitted may do it.',
  ),
  'client-not-registered': forbidden(
    'design-14',
    '该系统无权代申请人办理',
    'This client may not act for a person',
    '请联系县级民政部门登记。 Have the client registered.',
  ),
  'purpose-missing': refusal(
    400,
    '查看个人信息须说明目的',
    'Reading personal data needs a purpose',
    '请带 Sunlight-Purpose。 Send Sunlight-Purpose.',
  ),
  // where the case stands
  'case-not-found': refusal(404, '没有这个案件', 'No such case', '请核对案件编号。 Check the case number.'),
  'paper-not-found': refusal(404, '没有这份文书', 'No such paper', '请核对文书编号。 Check the paper id.'),
  'alert-not-found': refusal(404, '没有这条提醒', 'No such alert', '请核对提醒编号。 Check the alert id.'),
  'docket-not-open': refusal(
    409,
    '该日清单尚未打开',
    'The docket of that day is not open',
    '请先打开清单。 Open it first.',
  ),
  'query-not-found': refusal(404, '没有这个查询', 'No such query', '查询清单见 /v1/queries。 See /v1/queries.'),
  'run-not-found': refusal(404, '没有这次查询', 'No such query run', '请核对查询运行编号。 Check the run id.'),
  'parameter-not-found': refusal(
    404,
    '没有这个参数',
    'No such parameter record',
    '请核对参数编号。 Check the parameter id.',
  ),
  'delegation-not-found': refusal(
    404,
    '没有这项授权',
    'No such delegation',
    '请核对授权编号。 Check the delegation id.',
  ),
  'delegation-overlaps': refusal(
    409,
    '该乡镇该业务已有有效授权',
    'A delegation is already in force',
    '请先收回原授权。 Revoke the one in force first.',
  ),
  'attachment-not-found': refusal(
    404,
    '没有这个附件',
    'No such attachment',
    '请先登记并上传附件。 Register and upload it first.',
  ),
  'attachment-missing': refusal(
    422,
    '附件尚未上传',
    'The attachment was never uploaded',
    '请先上传文件再提交。 Upload the file first.',
  ),
  'attachment-altered': {
    ...refusal(
      422,
      '附件内容与登记的哈希不一致',
      'The attachment is not the registered file',
      '请重新登记并上传。 Register and upload again.',
    ),
    recorded: true,
    rule: 'evidence',
  },
  'upload-refused': refusal(
    422,
    '上传的文件不符合登记',
    'The upload does not match its registration',
    '请核对大小、类型和哈希。 Check size, kind and hash.',
  ),
  'materials-incomplete': refusal(
    409,
    '申请材料不齐',
    'Required materials are missing',
    '请先一次性告知补正，缺少的材料见 missing。 Ask once for what is missing.',
  ),
  'member-not-listed': refusal(
    422,
    '该人不在申请家庭成员中',
    'That person is not listed in the household',
    '请核对成员。 Check the member.',
  ),
  'staff-unknown': refusal(
    422,
    '没有登记的工作人员',
    'No such person in the staff register',
    '请先登记工作人员，见 staff。 Register the person first; see staff.',
  ),
  'case-already-open': refusal(
    409,
    '该家庭已有办理中的同类申请',
    'A case of this household is already open',
    '请在原案件中办理，见 openCaseId。 Go on with openCaseId.',
  ),
  'external-number-used': refusal(
    409,
    '该外部受理号已使用',
    'The external number is already used',
    '同一系统的受理号须唯一。 External numbers are unique per client.',
  ),
  'step-out-of-order': refusal(
    409,
    '案件当前状态不能办理此步骤',
    'The case is not at this step',
    '当前状态见 status，可办事项见 allowed。 See status and allowed.',
  ),
  'date-out-of-order': refusal(
    422,
    '日期顺序不正确',
    'The dates are out of order',
    '请核对发生日期。 Check the date of the act.',
  ),
  'program-closed': refusal(
    409,
    '该业务尚未开通',
    'The program is closed in this county',
    '缺少的内容见 missing。 See missing for what the county must enter.',
  ),
  'already-done': refusal(409, '该事项已办理', 'This was already done', '无需重复办理。 Nothing to do.'),
  // set-up
  'same-person-approves': forbidden(
    'design-9',
    '录入人不得批准自己录入的内容',
    'The person who entered may not approve',
    '请由另一人批准。 Have another person approve.',
  ),
  'calendar-already-loaded': refusal(
    409,
    '该年度放假安排已录入',
    'The holiday notice of that year is already loaded',
    '更正须填写更高的版次 revision，当前版次见 loadedRevision。 Give a higher revision; see loadedRevision.',
  ),
  'statutory-term-fixed': forbidden(
    'N83',
    '法定期限不得由县里更改',
    'A statutory term cannot be set locally',
    '请删除该参数。 Remove it.',
    422,
  ),
  // prohibitions P01-P12
  'village-may-not-decide': forbidden(
    'P01',
    '村（居）民委员会无权作出不予受理、审核或确认决定',
    'A village committee may never refuse, review or decide',
    '请由乡镇（街道）办理。 The township decides.',
  ),
  'investigation-incomplete': forbidden(
    'P02',
    '未完成受理、授权、核对、入户调查和公示的，不得确认',
    'No confirmation without acceptance, consent, verification, survey and publicity',
    '缺少的环节见 missing。 See missing.',
    409,
  ),
  'group-confirmation-forbidden': forbidden(
    'P03',
    '不得将任何群体直接确认为保障对象',
    'A group cannot be confirmed; one case a decision',
    '请逐户办理。 Decide case by case.',
    422,
  ),
  'township-may-not-pay': forbidden(
    'P04',
    '乡镇（街道）不得办理、经手救助资金发放',
    'A township may not handle benefit funds',
    '由县级民政部门发放。 The county pays.',
  ),
  'payments-not-open': refusal(
    409,
    '资金发放尚未在本县启用',
    'Payments are not open in this county',
    '请联系县级民政部门。 Ask county civil affairs.',
  ),
  'village-stamp-forbidden': forbidden(
    'P05',
    '不得要求村（居）民委员会审核签章',
    'A village stamp may not be required',
    '请删除该项要求。 Remove the requirement.',
    422,
  ),
  'ground-not-lawful': forbidden(
    'P06',
    '该理由不能作为不予确认的依据',
    'That ground cannot deny assistance',
    '请依据收入、财产、户籍审核。 Use income, property or registration.',
    422,
  ),
  'all-members-enter': forbidden(
    'P07',
    '符合条件的家庭应当整户纳入',
    'All members of a qualifying household enter',
    '请按全部共同生活成员办理。 Decide for all members.',
    422,
  ),
  'query-without-active-case': forbidden(
    'P08',
    '不在办理中的案件不得查询核对',
    'Financial data may be queried only for an active case',
    '请在受理后、决定前办理。 Query between acceptance and decision.',
  ),
  'publicity-content-forbidden': forbidden(
    'P09',
    '公示内容超出允许范围',
    'The notice carries more than the whitelist',
    '请只使用系统生成的公示单。 Post the generated notice.',
    422,
  ),
  'item-available-by-sharing': forbidden(
    'P11',
    '可通过信息共享或核对获取的，不得要求申请人提供',
    'An item obtainable by sharing may not be asked for',
    '来源见 source。 See source.',
    422,
  ),
  'item-not-in-catalogue': forbidden(
    'P11',
    '补正材料不在目录内',
    'The item is not in the closed catalogue',
    '材料目录见 catalogue。 See catalogue.',
    422,
  ),
  'second-request-forbidden': forbidden(
    'P11/T2',
    '应当一次性告知，不得再次要求当时即可知道的材料',
    'All missing items must be asked for at once',
    '请按现有材料办理。 Go on with what there is.',
    409,
  ),
  'refusal-ground-not-lawful': forbidden(
    'P12',
    '该理由不能作为不予受理的依据',
    'That is not a ground for refusing to accept',
    '理由清单见 grounds。 See grounds.',
    422,
  ),
  'correction-window-open': forbidden(
    'T3',
    '补正期限未满，不得按放弃申请处理',
    'The applicant’s window to complete the materials is not over',
    '补正告知书送达后，期限届满次日起方可办理，见 windowEndsOn。 Wait for the day after windowEndsOn, counted from service.',
    409,
  ),
  'refusal-fact-missing': forbidden(
    'P12',
    '不予受理的事实未在案',
    'The fact behind the refusal is not on record',
    '请补充 fact。 Give the fact.',
    422,
  ),
  // separation SD1-SD9 and gates
  'surveyors-too-few': forbidden(
    'SD1',
    '入户调查不得少于二人',
    'A survey needs at least two persons',
    '请补足调查人员。 Add a surveyor.',
    422,
  ),
  'signature-missing': forbidden(
    'SD1',
    '调查人员和在场家庭成员均须签字',
    'Surveyors and a present member must sign',
    '请补签。 Add the signatures.',
    422,
  ),
  'surveyor-may-not-review': forbidden(
    'SD2',
    '入户调查人员不得审核同一案件',
    'A surveyor may not review the same case',
    '请由其他人员审核。 Another person must review.',
  ),
  'surveyor-may-not-confirm': forbidden(
    'SD2',
    '入户调查人员不得确认同一案件',
    'A surveyor may not confirm the same case',
    '请由其他人员确认。 Another person must confirm.',
  ),
  'reviewer-may-not-confirm': forbidden(
    'SD2',
    '审核人不得确认同一案件',
    'The reviewer may not confirm the same case',
    '请由其他人员确认。 Another person must confirm.',
  ),
  'near-relative-recused': forbidden(
    'SD4',
    '近亲属应当回避',
    'A near relative has no task on this case',
    '请由其他人员办理。 Another person must act.',
  ),
  'relative-filing-missing': forbidden(
    'SD4',
    '近亲属关系尚未单独登记备案',
    'The near-relative filing is missing',
    '请先登记备案。 File it first.',
    409,
  ),
  'relation-not-near': refusal(
    422,
    '该关系不属于近亲属',
    'That relation is not a near relative',
    '近亲属见《民法典》第一千零四十五条。 See Civil Code art. 1045.',
  ),
  'handler-may-not-check': forbidden(
    'SD7',
    '经办过该案的人员不得承担县级核查',
    'An officer who handled the case may not check it',
    '请由其他人员核查。 Another officer must check.',
  ),
  'investigator-unchanged': forbidden(
    '3.4',
    '重新调查须至少更换一名调查人员',
    'A re-investigation needs a different investigator',
    '请更换调查人员。 Change one investigator.',
    422,
  ),
  // procedure
  'consent-incomplete': refusal(
    409,
    '核对授权尚不完整',
    'A verification consent is missing',
    '缺少的成员见 missing。 See missing.',
  ),
  'publicity-not-over': forbidden(
    'T11',
    '公示期未满，不得决定',
    'Publicity is not over',
    '最早决定日见 earliestOn。 See earliestOn.',
    409,
  ),
  'publicity-channel-missing': forbidden(
    '5',
    '未在全部必需渠道公示',
    'A mandatory channel has no posting proof',
    '缺少的渠道见 missing。 See missing.',
    422,
  ),
  'objection-window-over': refusal(
    409,
    '公示期已满',
    'The publicity is over',
    '可以向县级民政部门反映。 Report it to the county.',
  ),
  'objection-open': refusal(
    409,
    '公示异议尚未处理完毕',
    'An objection is still open',
    '请先重新调查。 Re-investigate first.',
  ),
  'objection-rounds-exhausted': refusal(
    409,
    '异议处理已达两次',
    'Two rounds of objection are over',
    '请提交集体研究或报县级民政部门。 Take it to collective review or the county.',
  ),
  'verification-objection-late': refusal(
    409,
    '核对异议期限已过',
    'The objection window has passed',
    '决定后仍可申请行政复议。 The decision can be appealed.',
  ),
  'county-survey-missing': forbidden(
    'T12',
    '县级入户调查尚未完成',
    'The county survey is not done',
    '请等待县级民政部门入户调查。 Wait for the county survey.',
    409,
  ),
  'evaluation-not-enough': refusal(
    422,
    '民主评议的组成不符合要求',
    'The evaluation’s composition is not enough',
    '要求见 required。 See required.',
  ),
  'evaluation-missing': refusal(
    409,
    '存在争议，应当先民主评议',
    'There is a dispute; hold the evaluation first',
    '请先民主评议。 Hold it first.',
  ),
  'extension-too-late': forbidden(
    'T14',
    '办理期限已过，不得延长',
    'The term has passed; it cannot be extended',
    '请尽快办理并说明超期原因。 Decide, and give the reason.',
    409,
  ),
  'extension-already-given': forbidden(
    'T14',
    '办理期限只能延长一次',
    'The term can be extended once',
    '请在期限内办理。 Decide in time.',
    409,
  ),
  'extension-ground-not-lawful': forbidden(
    'T14',
    '该理由不能延长办理期限',
    'That ground cannot extend the term',
    '理由清单见 grounds。 See grounds.',
    422,
  ),
  'termination-not-warranted': forbidden(
    'T19',
    '终止审核确认须有二次以上记录和书面告知',
    'Ending the procedure needs two recorded attempts and a written warning',
    '请补充记录。 Record the attempts.',
    409,
  ),
  'opinion-contradicts-assessment': forbidden(
    'P06',
    '审核意见与计算结果不一致且未说明理由',
    'The opinion differs from the assessment without a reason',
    '请说明理由及依据。 Give the reason and its basis.',
    422,
  ),
  'opinion-missing': refusal(
    409,
    '尚无审核意见',
    'There is no opinion yet',
    '请先提出审核意见。 Give the opinion first.',
  ),
  'reasons-missing': refusal(
    422,
    '不予确认须写明事实和理由',
    'A denial needs facts and reasons',
    '请填写 reasons。 Give reasons.',
  ),
  'consent-to-electronic-missing': refusal(
    422,
    '未经受送达人同意不得电子送达',
    'Electronic service needs consent',
    '请改用其他送达方式。 Use another method.',
  ),
  'delivery-witness-missing': refusal(
    422,
    '留置送达须有见证人或影像',
    'Leaving a paper needs a witness or photo',
    '请补充 witness 或 photo。 Add it.',
  ),
  'overdue-reason-not-due': refusal(
    409,
    '没有需要说明的超期',
    'Nothing is overdue for this reason',
    '超期事项见 terms。 See terms.',
  ),
  'answer-not-due': refusal(
    409,
    '没有待答复的督办',
    'No supervision order awaits an answer',
    '督办事项见 /v1/alerts。 See /v1/alerts.',
  ),
  // local host only
  'clock-never-goes-back': refusal(
    422,
    '时钟不能后退',
    'The clock never goes back',
    '请给出更晚的时间。 Give a later instant.',
  ),
} as const satisfies Record<string, Refusal>;

export type ProblemCode = keyof typeof catalogue;
/** Every refusal by its code: HTTP status, wording, advice, and the rule behind it. */
export const problems: Readonly<Record<ProblemCode, Refusal>> = catalogue;
