import * as z from 'zod';
import { CivilDate, Instant, Month } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { PersonId, TownshipCode } from './ids.ts';
import { Fen, FenAmount } from './money.ts';

/** Number of the voucher by which county money reached the township's petty cash (拨款凭证号): a code, never words. */
export const VoucherNo = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, '凭证号只能由字母、数字和 . _ / - 组成')
  .meta({ id: 'VoucherNo', description: '拨款凭证号 Voucher number', examples: ['BK-2026-0012'] });

/** A monthly count: what the books say, what was found, and why they differ where they do. */
export const CashCount = z
  .strictObject({
    month: Month.describe('对账月份 month it closes'),
    on: CivilDate.describe('盘点日期 day of the count'),
    bookFen: FenAmount.describe('账面余额（分）balance by the books'),
    countedFen: FenAmount.describe('盘点金额（分）what was counted'),
    differenceFen: Fen.describe('差额（分），盘亏为负 difference, negative where cash is missing'),
    reason: statement.optional().describe('差额原因 why they differ'),
    by: PersonId.describe('盘点人 who counted'),
  })
  .meta({
    id: 'CashCount',
    description: '备用金盘点 Count of the petty cash',
    examples: [
      { month: '2026-09', on: '2026-10-09', bookFen: 4300000, countedFen: 4300000, differenceFen: 0, by: 't1-tc' },
    ],
  });
export type CashCount = z.infer<typeof CashCount>;

/** A payment from the petty cash: always one case's, by one person and approved by another (rulebook 8). */
export const CashPayment = z
  .strictObject({
    caseId: z.string().describe('案件编号 case'),
    paper: z.string().optional().describe('登记表文号 number of W32'),
    amountFen: FenAmount.describe('金额（分）amount'),
    handler: PersonId.describe('经手人 handler'),
    approver: PersonId.describe('批准人 approver'),
    method: z.enum(['cash', 'transfer']).describe('现金或转账 cash or transfer'),
  })
  .meta({ id: 'CashPayment', description: '备用金支付 Payment from the petty cash' });
export type CashPayment = z.infer<typeof CashPayment>;

const received = { townshipCode: TownshipCode, on: CivilDate, amountFen: FenAmount, voucherNo: VoucherNo };

/** What happens to the petty cash of a township (临时救助备用金): its events are its ledger. */
export const PettyCashEventBody = z.discriminatedUnion('type', [
  event('petty-cash-opened', received),
  event('petty-cash-replenished', received),
  event('petty-cash-paid', { townshipCode: TownshipCode, on: CivilDate, ...CashPayment.shape }),
  event('petty-cash-counted', { townshipCode: TownshipCode, ...CashCount.shape }),
  event('petty-cash-reconciled', { townshipCode: TownshipCode, month: Month, on: CivilDate, by: PersonId }),
]);
export type PettyCashEventBody = z.infer<typeof PettyCashEventBody>;

/** The petty cash of a township as its item holds it. */
export const PettyCash = z.strictObject({
  townshipCode: TownshipCode,
  openedOn: CivilDate.describe('建立日期 opened'),
  balanceFen: FenAmount.describe('账面余额（分）balance'),
  receivedFen: FenAmount.describe('累计拨入（分）received in all'),
  paidFen: FenAmount.describe('累计支付（分）paid in all'),
  count: CashCount.optional().describe('最近一次盘点 latest count'),
  reconciledThrough: Month.optional().describe('已对账至 reconciled through'),
  reconciledBy: PersonId.optional().describe('对账复核人 who reconciled'),
});
export type PettyCash = z.infer<typeof PettyCash>;

const exampleCash = {
  townshipCode: '649900101',
  openedOn: '2026-01-05',
  balanceFen: 4300000,
  receivedFen: 5000000,
  paidFen: 700000,
  reconciledThrough: '2026-08',
  reconciledBy: 't1-td',
  capFen: 5000000,
  replenish: false,
} as const;

/** The petty cash as the township and the county see it. */
export const PettyCashView = z
  .strictObject({
    ...PettyCash.shape,
    capFen: FenAmount.optional().describe('限额（分），未设则不得拨入 ceiling; without one nothing is paid in'),
    replenish: z.boolean().describe('低于补充线 below the level at which it is replenished'),
  })
  .meta({
    id: 'PettyCashView',
    description: '乡镇（街道）临时救助备用金 Petty cash of a township',
    examples: [exampleCash],
  });
export type PettyCashView = z.infer<typeof PettyCashView>;

/** One line of the ledger. */
export const PettyCashEntry = z
  .strictObject({
    seq: z.int().describe('序号 number'),
    at: Instant.describe('登记时间 recorded'),
    on: CivilDate.describe('日期 day'),
    kind: z
      .enum(['opened', 'replenished', 'paid', 'counted', 'reconciled'])
      .describe('建立、补充、支付、盘点、对账 what it is'),
    changeFen: Fen.describe('增减（分）change'),
    caseId: z.string().optional().describe('案件编号 case'),
    paper: z.string().optional().describe('登记表文号 number of W32'),
    voucherNo: VoucherNo.optional(),
    by: PersonId.describe('办理人 by whom'),
    approver: PersonId.optional().describe('批准人 approved by'),
  })
  .meta({ id: 'PettyCashEntry', description: '备用金台账条目 Line of the ledger' });
export type PettyCashEntry = z.infer<typeof PettyCashEntry>;

/** The petty cash with a page of its ledger. */
export const PettyCashLedger = z
  .strictObject({
    cash: PettyCashView,
    entries: z.array(PettyCashEntry).describe('台账，按发生顺序 ledger in order'),
    next: z.string().optional().describe('续页游标；没有即为末页 where to go on; absent on the last page'),
  })
  .meta({
    id: 'PettyCashLedger',
    description: '备用金台账 Ledger of a petty cash',
    examples: [{ cash: exampleCash, entries: [] }],
  });

/** Every petty cash of a county. */
export const PettyCashList = z
  .strictObject({
    townships: z.array(PettyCashView).describe('各乡镇（街道）备用金 by township'),
    next: z.string().optional().describe('续页游标；没有即为末页 where to go on; absent on the last page'),
  })
  .meta({
    id: 'PettyCashList',
    description: '备用金清单 Petty cash by township',
    examples: [{ townships: [exampleCash] }],
  });
