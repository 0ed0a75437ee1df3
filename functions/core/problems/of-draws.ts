import { type Refusal, refusal } from './refusal.ts';

/** Refusals of draws of spot checks (rulebook 7.1). */
export const drawProblems = {
  'draw-not-found': refusal(404, '没有这次抽查', 'There is no such draw', '请核对抽查编号。 Check its number.'),
  'draw-exists': refusal(
    409,
    '该月已冻结抽查范围，不得重抽',
    'The month was frozen already and is not drawn twice',
    '抽查编号见 drawId；作废后方可再冻结，至多九次。 See drawId; a further one only after a void one, nine at most.',
  ),
  'draw-run-unfit': refusal(
    409,
    '所指查询不能作为抽查范围',
    'A frame cannot be taken from that run',
    '请在次月对 confirmations-for-draw 按整月查询，待其成功后再冻结；原因见 reason。 Run confirmations-for-draw over the whole month once it is over, and wait until it has succeeded; see reason.',
  ),
  'draw-frame-empty': refusal(
    409,
    '该月没有确认的案件',
    'Nothing was confirmed that month',
    '无须抽查；请核对月份。 There is nothing to draw; check the month.',
  ),
  'draw-frame-too-large': refusal(
    409,
    '抽查范围超出单次冻结的上限',
    'The frame is too large for one draw',
    '一次抽查的范围须容于一项登记（most 字节，约一千五百件）；请联系系统管理方。 A frame must fit into one event of most bytes, some 1,500 cases; ask whoever runs the system.',
  ),
  'beacon-day-unfit': refusal(
    422,
    '随机源轮次的日期不合要求',
    'The round does not fall on a day that may be committed',
    '应在冻结后第二日起一个月内，且该轮次确在所载日期产生。 It falls two days to a month after the freeze, and on the day that is named.',
  ),
  'beacon-not-due': refusal(
    409,
    '约定的轮次尚未产生',
    'The round that was committed has not come yet',
    '请在 on 所载日期以后录入。 Enter it from the day in on.',
  ),
  'beacon-value-unfit': refusal(
    422,
    '公开值的格式与随机源不符',
    'The source does not publish values of that form',
    'drand 为 64 位十六进制；彩票按开奖顺序填全部数字（6 位以上）；骰子至少掷 20 次。 drand 64 hexadecimal digits; a lottery all its digits in order, six or more; dice twenty throws or more.',
  ),
  'beacon-missing': refusal(
    409,
    '尚未录入公开值',
    'The value of the round was not entered yet',
    '先由一人录入，再由另一人核对抽取。 One person enters it, another draws with it.',
  ),
  'beacon-differs': refusal(
    409,
    '与第一人录入的公开值不一致',
    'It is not the value the first person entered',
    '请双方重新查看公开结果；录错的由第一人重新录入。 Both look at the published result again; the first enters it anew where it was wrong.',
  ),
  'draw-not-sealed': refusal(
    409,
    '冻结事件尚未封存',
    'The freeze is not in the log yet',
    '封存每小时进行；超过一天请报告系统管理方。 It is sealed every hour; after a day tell whoever runs the system.',
  ),
  'draw-ended': refusal(
    409,
    '抽查已完成或已作废，不得重抽',
    'The draw was made or is void: it is not made again',
    '结果见 GET /v1/draws/{drawId}。 See GET /v1/draws/{drawId}.',
  ),
} as const satisfies Readonly<Record<string, Refusal>>;
