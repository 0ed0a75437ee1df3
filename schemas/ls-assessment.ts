import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { FenAmount } from './money.ts';
import { finding, findingExample, ProgramGround } from './program-finding.ts';

const request = {
  ...finding,
  grounds: z.array(ProgramGround).describe('认定依据 Grounds'),
  requestedFen: FenAmount.describe('申请金额（分） Asked for in fen'),
};
const example = { ...findingExample, grounds: [], requestedFen: 100000 } as const;

/** 小额快救 (LAW §50; TA26 二(一); rulebook 2.10): paid first from the petty cash, without verification and publicity. */
export const LsFastAssessment = z
  .strictObject({
    program: z.literal('LS_FAST'),
    ...request,
    capFen: FenAmount.describe('最高金额（分） Cap in fen'),
    amountFen: FenAmount.describe('先行救助金额（分） Amount to pay now in fen'),
    remainderFen: FenAmount.describe('余额（分），可转一般临时救助 Rest in fen, for the standard way'),
    dueOn: CivilDate.optional().describe('最迟办结日 Last day to pay'),
    provisional: z.boolean().optional().describe('该日所在年度放假安排尚未载入 The notice of that year is not loaded'),
    verification: z.literal(false).describe('不开展核对 No verification'),
    publicity: z.literal(false).describe('不公示 No publicity'),
  })
  .meta({
    id: 'LsFastAssessment',
    description: '小额快救评估 Assessment for fast aid',
    examples: [
      {
        program: 'LS_FAST',
        ...example,
        capFen: 72000,
        amountFen: 72000,
        remainderFen: 28000,
        dueOn: '2026-10-04',
        provisional: false,
        verification: false,
        publicity: false,
      },
    ],
  });
export type LsFastAssessment = z.infer<typeof LsFastAssessment>;

/** 一般临时救助 (LAW §29; TA18; TA26 二(二)). A person sets the amount: the law fixes none. */
export const LsStdAssessment = z
  .strictObject({
    program: z.literal('LS_STD'),
    ...request,
    proposedFen: FenAmount.describe('扣除小额快救后的申请金额（分） Asked for beyond fast aid, in fen'),
    decides: z
      .enum(['township', 'county'])
      .describe('审批机关：限额内可由受委托的乡镇（街道），其余为县级 Who decides by the amount'),
    meansCheck: z
      .enum(['spending-only', 'full'])
      .describe('已认定家庭只核支出，其余全面核查 Recognised households: the spending only'),
    publicity: z.boolean().describe('支出型须公示 Publicity for the expense type'),
  })
  .meta({
    id: 'LsStdAssessment',
    description: '一般临时救助评估 Assessment for standard temporary assistance',
    examples: [
      {
        program: 'LS_STD',
        ...example,
        entitled: 'review',
        proposedFen: 28000,
        decides: 'township',
        meansCheck: 'full',
        publicity: false,
      },
    ],
  });
export type LsStdAssessment = z.infer<typeof LsStdAssessment>;
