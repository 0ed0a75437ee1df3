import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals of complaints, hand-over, collective review, amendments and appeals. */
export const conductProblems = {
  'verification-incomplete': forbidden(
    'P02',
    '核对报告须逐人载明结果',
    'A verification report names everybody who was queried',
    '缺少的成员见 missing；无异常的填 none。 See missing; enter none where nothing was found.',
    422,
  ),
  'reinvestigation-missing': forbidden(
    '3.5',
    '民主评议认为调查情况不属实的，须重新调查',
    'The evaluation did not hold the findings to be true: investigate again',
    '请更换至少一名调查人员重新调查。评议结果本身不是不予确认的理由。 Re-investigate with another person; the result of an evaluation is no ground to deny.',
    409,
  ),
  'nothing-to-hand-over': refusal(
    409,
    '该人员在本案没有未结任务',
    'That person has no open task on this case',
    '未结任务见 /v1/staff/{personId}/tasks。 See /v1/staff/{personId}/tasks.',
  ),
  'collective-review-not-enough': forbidden(
    '3.4',
    '集体研究的到会人数不足',
    'Too few took part in the collective review',
    '要求见 required。 See required.',
    422,
  ),
  'collective-review-missing': forbidden(
    '3.4',
    '两轮公示异议后，应当先经集体研究再作决定',
    'After two rounds of objections the case is reviewed collectively before the decision',
    '请登记集体研究，其结论供确认人参考。 Record the collective review; its conclusion is for the confirmer to weigh.',
    409,
  ),
  'complaint-not-found': refusal(404, '没有这件信访举报', 'No such complaint', '请核对编号。 Check the number.'),
  'complaint-to-its-subject': forbidden(
    'SD7',
    '信访举报不得交由被反映人、其近亲属或经办过该案的人员办理',
    'A complaint is never handled by whom it is about, a near relative, or whoever had a task on the case',
    '请指定其他人员或由上一级机关办理。 Name another person, or the organ above.',
  ),
  'complaint-on-the-case': refusal(
    409,
    '该案正在审核确认，应当在案件下登记',
    'The case is under review: register the complaint on it',
    '请使用 /v1/cases/{caseId}/complaints 登记，县级入户核查同时启动。 Use the case’s own address; it opens the county survey.',
  ),
  'complaint-of-another-organ': forbidden(
    '7.3',
    '该信访举报由其他机关办理',
    'Another organ handles this complaint',
    '办理层级见 level。 See level.',
  ),
  'complaint-of-another-handler': forbidden(
    '7.3',
    '该信访举报由其他经办人办理',
    'Another person handles this complaint',
    '请由经办人答复，或先办理交接。 The handler answers; hand it over first.',
  ),
  'complaint-at-another-stage': refusal(
    409,
    '信访举报所处环节不能办理此事项',
    'The complaint is at another stage',
    '当前环节见 status、stage。 See status and stage.',
  ),
  'complaint-review-over': refusal(
    409,
    '复查复核的期限已过或者已经终结',
    'The time or the ways of review are over',
    '请告知其他法定途径。 Point to other legal ways.',
  ),
  'complainant-is-sealed': forbidden(
    '7.3',
    '举报人身份仅由本件县级以上经办人查看',
    'Only the handler of this complaint at the county or above may see who complains',
    '请由经办人查看。 Ask the handler.',
  ),
  'complaint-is-anonymous': refusal(
    409,
    '该件没有举报人信息',
    'Nobody is on record as complaining',
    '匿名举报不反馈个人。 An anonymous complaint is answered to nobody.',
  ),
  'amendment-after-decision': refusal(
    409,
    '已作出决定，不能再更正申报的情况',
    'The case is decided: its facts are not amended any more',
    '享受救助的请登记家庭变化（/changes）；对决定不服的可申请行政复议。 Report a change if aid is received; a decision may be appealed.',
  ),
  'nothing-amended': refusal(
    422,
    '更正后的情况与原申报相同',
    'The amended facts are those on file',
    '请只填写确有不同的内容。 Tell what differs.',
  ),
  'amendment-claims-finding': refusal(
    422,
    '核对、调查和评估的结果不能以更正申报的方式填写',
    'Findings of verification, survey and assessment are not written by an amendment',
    '新增或改动的收入、财产填 declared；类别、自理能力、享受情况不得改动，见 claims。 Enter declared for what is new; leave findings as they are, see claims.',
  ),
} as const satisfies Record<string, Refusal>;
