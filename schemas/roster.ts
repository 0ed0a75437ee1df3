import * as z from 'zod';
import { CivilDate, Instant, Month } from './dates.ts';

import { CaseId, PersonId, PersonToken, Sha256, TownshipCode, VillageCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { AccountToken } from './payee.ts';
import { Program } from './program.ts';

/** What a line pays for one benefit month, and the decision it rests on: a part without one cannot be written. */
export const RosterPart = z
  .strictObject({
    month: Month.describe('救助月份 benefit month'),
    kind: z.enum(['current', 'arrears']).describe('当月或补发 of the month, or back pay'),
    amountFen: FenAmount.min(1).describe('金额（分）amount'),
    paper: z.string().min(1).describe('决定文号 number of the decision'),
    decidedOn: CivilDate.describe('决定日期 day of the decision'),
    decidedBy: PersonId.optional().describe('决定人 who decided'),
  })
  .meta({ id: 'RosterPart', description: '名册明细 Part of a line' });
export type RosterPart = z.infer<typeof RosterPart>;

/** Why a township asks the county to look at a line before it is paid. */
export const LineProblem = z.enum(['died', 'moved-away', 'not-found', 'account-wrong', 'circumstances', 'other']).meta({
  id: 'LineProblem',
  description: '问题：死亡、迁出、查无此户、账户有误、情况变化、其他 What is wrong with a line',
  examples: ['account-wrong'],
});
export type LineProblem = z.infer<typeof LineProblem>;

/** Where a line stands: payable, held back, paid, or failed at the bank. */
export const LineState = z
  .enum(['listed', 'held', 'paid', 'failed'])
  .meta({ id: 'LineState', description: '条目状态：应发、暂缓、已发、失败 State of a line', examples: ['listed'] });
export type LineState = z.infer<typeof LineState>;

/** One household on a roster. Nothing on it can be entered: it is the decisions, as known at the freeze. */
export const RosterLine = z
  .strictObject({
    caseId: CaseId,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    amountFen: FenAmount.min(1).describe('应发合计（分）amount to pay'),
    parts: z.array(RosterPart).min(1).describe('明细 parts by month'),
    persons: z.int().describe('保障人数 persons'),
    account: AccountToken.optional(),
    state: LineState,
    problem: LineProblem.optional(),
    held: z.enum(['no-account', 'reported', 'county']).optional().describe('暂缓原因 why it is held back'),
    fileNo: z.int().optional().describe('支付文件序号 payment file of the latest receipt'),
    failure: z.string().max(40).optional().describe('失败代码 code of the failure'),
    paidOn: CivilDate.optional().describe('到账日期 paid'),
  })
  .meta({ id: 'RosterLine', description: '名册条目 Line of a roster' });
export type RosterLine = z.infer<typeof RosterLine>;

/** What is owed by the books but not paid by this roster, for a person to look into. */
export const RosterException = z
  .strictObject({
    caseId: CaseId,
    townshipCode: TownshipCode,
    month: Month.describe('救助月份 benefit month'),
    amountFen: FenAmount.describe('金额（分）amount'),
    reason: z
      .enum(['no-decision', 'other-household', 'before-first-roster'])
      .describe('原因：无决定文号、同月已在另一户发放、早于首份名册 why'),
    otherCaseId: z.string().optional().describe('同月发放的另一户 the other household'),
  })
  .meta({ id: 'RosterException', description: '名册例外 Exception of a roster' });
export type RosterException = z.infer<typeof RosterException>;

/** A person who is paid for a month in a household: at most one a month (rulebook 3.10, invariant 8). */
export const PaidPerson = z.strictObject({ person: PersonToken, month: Month });
export type PaidPerson = z.infer<typeof PaidPerson>;

export const Sum = z.strictObject({
  lines: z.int().describe('户数 lines'),
  amountFen: FenAmount.describe('金额（分）amount'),
});
export type Sum = z.infer<typeof Sum>;

/** One payment file: what was ordered, and once it is written its hash. */
export const PaymentFile = z
  .strictObject({
    no: z.int().min(1).describe('序号 number'),
    ...Sum.shape,
    orderedBy: PersonId.describe('办理人 ordered by'),
    orderedOn: CivilDate.describe('办理日期 ordered'),
    sha256: Sha256.optional(),
    outstanding: z.int().describe('未回单户数 receipts outstanding'),
  })
  .meta({ id: 'PaymentFile', description: '支付文件 Payment file' });
export type PaymentFile = z.infer<typeof PaymentFile>;

/** Where a roster stands. */
export const RosterState = z.enum(['building', 'verifying', 'checking', 'approving', 'approved', 'settled']).meta({
  id: 'RosterState',
  description: '名册状态：编制中、乡镇核对、县级核查、待批准、已批准、已结清 State of a roster',
  examples: ['verifying'],
});
export type RosterState = z.infer<typeof RosterState>;

/** All lines of a roster by state: they add up to what was frozen. */
export const RosterSums = z
  .strictObject({
    listed: Sum.describe('应发未发 payable'),
    held: Sum.describe('暂缓 held back'),
    paid: Sum.describe('已发 paid'),
    failed: Sum.describe('失败 failed'),
  })
  .meta({ id: 'RosterSums', description: '名册合计，各项之和等于冻结时应发合计 Sums by state' });

/** A roster as its item holds it; lines, exceptions and reported problems are items of their own. */
export const RosterHead = z.strictObject({
  rosterId: z.string(),
  countyCode: z.string(),
  program: Program,
  month: Month,
  cutoffOn: CivilDate,
  freezeAt: Instant,
  payBy: CivilDate,
  earlier: z.array(z.strictObject({ month: Month, at: Instant })),
  state: RosterState,
  openedBy: PersonId,
  pages: z.int(),
  cursor: z.string().optional(),
  sums: RosterSums,
  exceptions: z.int(),
  townships: z.record(z.string(), Sum),
  verified: z.record(z.string(), z.strictObject({ by: PersonId, on: CivilDate })),
  /** Lines a township reported and the county has neither held nor released. */
  problems: z.int(),
  deciders: z.array(PersonId),
  checkedBy: PersonId.optional(),
  approvals: z.array(z.strictObject({ by: PersonId, post: z.string(), on: CivilDate })),
  files: z.array(PaymentFile),
});
export type RosterHead = z.infer<typeof RosterHead>;

/** A receipt of the bank for one line. */
export const Receipt = z
  .strictObject({
    caseId: CaseId,
    result: z.enum(['paid', 'failed']).describe('已发或失败 paid or failed'),
    paidOn: CivilDate.optional().describe('到账日期 paid'),
    failure: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,40}$/)
      .optional()
      .describe('失败代码，如 account-closed、name-mismatch code of the failure'),
  })
  .meta({
    id: 'Receipt',
    description: '回单 Receipt',
    examples: [{ caseId: '649900101-DB-2026-000001', result: 'paid' }],
  });
export type Receipt = z.infer<typeof Receipt>;

/** A line told to others after the act: what is kept of it in the event. */
export const Receipted = Receipt.extend({ amountFen: FenAmount, account: AccountToken, townshipCode: TownshipCode });
export type Receipted = z.infer<typeof Receipted>;

const viewExample = {
  rosterId: '649900-DB_URBAN-2026-09',
  program: 'DB_URBAN',
  month: '2026-09',
  cutoffOn: '2026-08-15',
  freezeAt: '2026-08-15T15:59:59.999Z',
  payBy: '2026-09-10',
  state: 'building',
  townships: [],
} as const;

/** A roster as callers see it: sums, never names or numbers. */
export const RosterView = z
  .strictObject({
    rosterId: z.string().describe('名册编号 roster'),
    program: Program,
    month: Month.describe('发放月份 month it pays'),
    cutoffOn: CivilDate.describe('截止日 decisions up to this day count'),
    freezeAt: Instant.describe('冻结时刻 instant of the freeze'),
    payBy: CivilDate.describe('最迟发放日 to be paid by'),
    state: RosterState,
    townships: z
      .array(
        z.strictObject({
          townshipCode: TownshipCode,
          ...Sum.shape,
          verifiedBy: PersonId.optional().describe('核对人 verified by'),
          verifiedOn: CivilDate.optional().describe('核对日期 verified'),
        }),
      )
      .describe('各乡镇（街道）by township'),
    sums: RosterSums.optional(),
    exceptions: z.int().optional().describe('例外数 exceptions'),
    problems: z.int().optional().describe('待处理问题数 problems to settle'),
    approvals: z
      .array(
        z.strictObject({
          by: PersonId.describe('批准人 approved by'),
          post: z.string().describe('岗位 post'),
          on: CivilDate.describe('批准日期 approved'),
        }),
      )
      .optional()
      .describe('批准 approvals'),
    files: z.array(PaymentFile).optional().describe('支付文件 payment files'),
  })
  .meta({ id: 'RosterView', description: '发放名册 Roster', examples: [viewExample] });
export type RosterView = z.infer<typeof RosterView>;

/** Rosters of a county. */
export const RosterList = z
  .strictObject({
    rosters: z.array(RosterView).describe('名册 rosters'),
    next: z.string().optional().describe('续页游标；没有即为末页 where to go on; absent on the last page'),
  })
  .meta({ id: 'RosterList', description: '名册清单 List of rosters', examples: [{ rosters: [viewExample] }] });

/** A roster with a page of its lines or exceptions. */
export const RosterPage = z
  .strictObject({
    roster: RosterView,
    lines: z.array(RosterLine).describe('条目 lines'),
    exceptions: z.array(RosterException).describe('例外 exceptions'),
    next: z.string().optional().describe('续页游标；没有即为末页 where to go on; absent on the last page'),
  })
  .meta({
    id: 'RosterPage',
    description: '名册及其条目 Roster with its lines',
    examples: [{ roster: viewExample, lines: [], exceptions: [] }],
  });
