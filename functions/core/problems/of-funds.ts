import { forbidden, type Refusal, refusal } from './refusal.ts';

/** Refusals about money: petty cash, payees, rosters (rulebook 8, 权钱分离). */
export const fundProblems = {
  'petty-cash-not-open': refusal(
    409,
    '该乡镇（街道）尚未建立备用金',
    'The township has no petty cash',
    '请由县级民政部门先行建立并拨入。 County civil affairs opens it first.',
  ),
  'petty-cash-cap-exceeded': refusal(
    422,
    '备用金超过限额',
    'The petty cash would exceed its ceiling',
    '限额见 capFen，请减少拨入金额。 See capFen and pay in less.',
  ),
  'petty-cash-single-cap': forbidden(
    '8',
    '单笔支付超过限额',
    'The payment exceeds the most a single one may be',
    '小额快救以一个月低保标准为限，余额按一般程序办理。 Fast aid is at most one monthly standard; the rest goes the standard way.',
    422,
  ),
  'petty-cash-insufficient': refusal(
    409,
    '备用金余额不足',
    'The petty cash does not hold that much',
    '余额见 balanceFen，请先申请补充。 See balanceFen; ask for a replenishment.',
  ),
  'payer-may-not-approve': forbidden(
    '8',
    '经手人不得批准同一笔支付',
    'Who handles a payment may not approve it',
    '请由另一人批准。 Another person approves.',
  ),
  'petty-cash-not-reconciled': refusal(
    409,
    '上月备用金尚未对账',
    'The petty cash of last month is not reconciled',
    '请先盘点并由另一人复核。 Count it and have another person reconcile it.',
  ),
  'petty-cash-not-counted': refusal(
    409,
    '上月备用金尚未盘点',
    'The petty cash of last month was not counted',
    '请先盘点。 Count it first.',
  ),
  'count-unexplained': refusal(
    422,
    '盘点金额与账面不符，未说明原因',
    'The count differs from the books without a reason',
    '请填写 reason，县级将予核查。 Give a reason; the county looks into it.',
  ),
} as const satisfies Record<string, Refusal>;
