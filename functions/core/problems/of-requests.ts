import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals of the request itself and of the caller. */
export const requestProblems = {
  // the request itself
  'request-malformed': refusal(
    400,
    '请求不是有效的 HTTP',
    'The request is not proper HTTP',
    '请检查请求行和请求头。 Check the request line and the headers.',
  ),
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
  'personal-data-in-text': refusal(
    400,
    '文字中含有公民身份号码或手机号码',
    'A text holds an identity or a mobile number',
    '个人信息只填入对应的字段，文字说明中以姓名以外的称谓代替。 Give personal data only in the fields made for them.',
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
    '同一 Idempotency-Key 用于不同内容或由他人使用',
    'The Idempotency-Key was used with another body or by another caller',
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
  'clock-wrong': refusal(
    503,
    '主机时钟不对，本次请求未写入任何内容',
    'The clock of the host is wrong; nothing of this request was written',
    '请运维校准系统时钟（见运行手册“时钟跳变”）：clock 是时钟所示，known 是应当接近的时间。 Have operations set the clock right (runbook, clock jumps): clock is what it says, known what it should be near.',
  ),
  'storage-full': refusal(
    503,
    '存储空间已满，本次请求未写入任何内容',
    'Storage is full; nothing of this request was written',
    '请通知运维腾出空间（见运行手册“磁盘已满”），再用同一 Idempotency-Key 重试；已应答的不受影响。 Have operations make room (runbook, full disk), then retry with the same Idempotency-Key; what was acknowledged is kept.',
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
} as const satisfies Record<string, Refusal>;
