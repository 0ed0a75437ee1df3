import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals of the procedure: gates, dates, grounds, service. */
export const procedureProblems = {
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
  'review-not-finished': refusal(
    409,
    '乡镇（街道）审核尚未完成，县级不能接收',
    'The township’s review is not finished',
    '请在提出意见且公示期满后接收。 Receive it once the opinion is given and the publicity is over.',
  ),
  'act-of-another-program': refusal(
    409,
    '该事项不适用于本案业务',
    'This act belongs to another program',
    '适用的业务见 programs。 See programs.',
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
    '请登记为投诉举报，由县级入户核查。 Record it as a complaint: the county then surveys.',
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
    '终止审核确认须有二次以上记录和书面告知，且不得在告知当日终止',
    'Ending the procedure needs two recorded attempts and a written warning of an earlier day',
    '请补充记录，次日起方可终止。 Record the attempts; end it from the day after the warning on.',
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
