import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals from where a case, a file or the set-up stands. */
export const caseProblems = {
  // where the case stands
  'case-not-found': refusal(404, '没有这个案件', 'No such case', '请核对案件编号。 Check the case number.'),
  'paper-not-found': refusal(404, '没有这份文书', 'No such paper', '请核对文书编号。 Check the paper id.'),
  'paper-code-unknown': refusal(
    404,
    '核验码无效，查不到对应的文书',
    'No paper has this code',
    '请重新扫描文书上的二维码，或者拨打文书上的电话核实；无法核实的，不要据此办理。 Scan the code again, or ring the phone on the paper; do not rely on a paper that cannot be verified.',
  ),
  'character-not-printable': refusal(
    422,
    '字体缺少该字，无法打印',
    'The font lacks a character of this paper',
    '请核对姓名用字是否为标准编码；确为生僻字的，先按文本办理并告知系统管理方。 Check that the name is in standard characters; if the character is just rare, use the text and tell the operator.',
  ),
  'recount-not-found': refusal(404, '没有这次期限重算', 'No such recount', '清单见 /v1/recounts。 See /v1/recounts.'),
  'notice-not-found': refusal(
    404,
    '没有这份公示',
    'No such notice',
    '请核对地址，或到村（社区）公示栏查看。 Check the address, or look at the village board.',
  ),
  'notice-gone': refusal(
    410,
    '公示已结束，页面已撤下',
    'The notice is over and was taken down',
    '如有疑问，请向乡镇（街道）社会救助窗口咨询。 Ask the township’s window.',
  ),
  'alert-not-found': refusal(404, '没有这条提醒', 'No such alert', '请核对提醒编号。 Check the alert id.'),
  'docket-not-open': refusal(
    409,
    '该日清单尚未打开',
    'The docket of that day is not open',
    '请先打开清单。 Open it first.',
  ),
  'query-not-found': refusal(404, '没有这个查询', 'No such query', '查询清单见 /v1/queries。 See /v1/queries.'),
  'sql-not-permitted': {
    ...refusal(
      422,
      '查询语句不在许可范围内',
      'This SQL is not permitted',
      '只能是一条 SELECT，查询列出的表、使用列出的函数；位置见 line、column，原因见 reason。 One SELECT over the listed tables with the listed functions; see line, column and reason.',
    ),
    rule: 'design-13',
  },
  'run-not-finished': refusal(
    409,
    '查询没有成功完成，不能导出',
    'The run has not succeeded: there is nothing to export',
    '进行中的请稍后再试；失败的请按 reason 修改后重新查询。 Wait while it is running; ask anew, as reason says, when it failed.',
  ),
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
} as const satisfies Record<string, Refusal>;
