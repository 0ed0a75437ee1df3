import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals of a county's set-up: published policies, boards, trainings, purchased services, regional days. */
export const setUpProblems = {
  'policy-not-found': refusal(
    404,
    '没有这个待批准的政策版本',
    'No such version of a policy is waiting',
    '请核对编号；录入新版本后，原待批准版本即被取代。 Check the number; a further entry takes the place of one that waits.',
  ),
  'policy-not-published': refusal(
    404,
    '该县（市、区）尚未公开此项政策',
    'The county has not published this',
    '请核对县级代码和业务，或咨询当地民政部门。 Check county and program, or ask the county’s civil affairs.',
  ),
  'board-unknown': refusal(
    404,
    '没有这个在用的公示栏',
    'No such board is in use',
    '请核对公示栏编号、渠道和张榜日期；公示栏清单见 GET /v1/boards。 Check number, channel and day; the boards are listed.',
  ),
  'board-not-named': refusal(
    422,
    '该渠道已登记公示栏，须指明张贴在哪一处',
    'The channel has registered boards: name the one',
    '请填写 boardId。 Give the boardId.',
  ),
  'board-not-registered': refusal(
    422,
    '该县（市、区）规定公示须张贴在登记的公示栏，此渠道尚未登记',
    'The county asks for registered boards and this channel has none',
    '请先登记公示栏及其照片。 Register the board with its photo first.',
  ),
  'training-missing': refusal(
    422,
    '该县（市、区）规定此事项须由经过培训的人员办理',
    'The county asks for a trained person here',
    '请安排有效期内参加过培训的人员，或登记其培训。 Let a person act who was trained in time, or record the training.',
  ),
  'provider-not-found': refusal(404, '没有这家救助服务机构', 'No such provider', '请核对编号。 Check the number.'),
  'contract-does-not-cover': refusal(
    422,
    '政府购买服务合同当日不在有效期内，或不包括此项服务',
    'The contract does not run that day or does not cover the task',
    '请核对合同期限和服务内容。 Check the term and the tasks of the contract.',
  ),
  'helper-unknown': refusal(
    422,
    '不是该服务机构在本乡镇（街道）登记的服务人员',
    'Not registered as a person of the provider for the township',
    '请由县级民政部门先登记。 The county registers the person first.',
  ),
  'helper-holds-post': forbidden(
    'LAW §56',
    '购买服务人员只能协助，不得担任审核确认岗位',
    'A person of a provider assists and holds no post',
    '任职人员不得登记为服务人员，反之亦然。 Nobody is both.',
  ),
  'helper-may-not-investigate': forbidden(
    'SD1',
    '购买服务人员可以陪同，不得作为入户调查人员',
    'A person of a provider may go along but is no investigator',
    '请由两名以上登记的调查人员入户。 Two registered surveyors go.',
  ),
  'helper-may-not-handle': forbidden(
    'LAW §56',
    '购买服务人员不得办理案件',
    'A person of a provider handles no case',
    '请由登记的工作人员办理。 Registered staff do this.',
  ),
  'self-check-not-found': refusal(404, '没有这次自查', 'No such self-check', '请核对编号。 Check the number.'),
  'fault-not-found': refusal(
    404,
    '该次自查没有这个序号的问题',
    'The self-check found no such fault',
    '请核对序号。 Check the number of the fault.',
  ),
  'regional-days-not-found': refusal(
    404,
    '没有这项自治区放假安排',
    'No such entry of regional days',
    '请核对编号。 Check the number.',
  ),
  'seal-takes-two': refusal(
    422,
    '印章图像须由一人录入、另一人批准，不随行政区划登记更换',
    'A new seal takes two persons and does not come with the register',
    '请用 POST /v1/seals 录入并由另一人批准。 Enter it by POST /v1/seals and let another person approve it.',
  ),
  'seal-not-found': refusal(404, '没有这项印章登记', 'No such entry of a seal', '请核对编号。 Check the number.'),
} as const satisfies Record<string, Refusal>;
