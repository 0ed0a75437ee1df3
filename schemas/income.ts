import * as z from 'zod';
import { FenAmount } from './money.ts';

/** Who vouches for a figure: the household, the verification centre, or the survey at home. */
export const Evidence = z.enum(['declared', 'verified', 'surveyed']).meta({
  id: 'Evidence',
  description: '依据：申报、核对、入户调查 Declared, verified or surveyed',
  examples: ['verified'],
});
export type Evidence = z.infer<typeof Evidence>;

/** Kinds of income of D57 §13, and behind them the receipts that the same article does not count. */
export const IncomeKind = z
  .enum([
    'wage',
    'business',
    'property',
    'transfer',
    'other',
    'imputed',
    'medical-insurance',
    'old-age-allowance',
    'basic-pension',
    'social-assistance',
    'preferential-compensation',
    'family-planning-award',
    'scholarship',
    'bravery-award',
    'other-uncounted',
  ])
  .meta({
    id: 'IncomeKind',
    description:
      '收入类别：工资、经营、财产、转移、其他、劳动力系数推算、医保等社会保险待遇（不含养老金）、高龄津贴；不计入：基础养老金、救助款物、优待抚恤、计生奖励、奖学金、见义勇为奖、市级以上规定的其他项目 Kind of income',
    examples: ['wage'],
  });
export type IncomeKind = z.infer<typeof IncomeKind>;

/** One source of income of one person inside the income window (income.windowMonths before the application). */
export const IncomeItem = z
  .strictObject({
    kind: IncomeKind,
    label: z
      .string()
      .min(1)
      .max(80)
      .optional()
      .describe('说明；推算收入须写明理由 Label; imputed income names its reason'),
    per: z.enum(['month', 'window']).describe('金额口径：每月或整个核算期 Amount per month or for the whole window'),
    amountFen: FenAmount.describe('收入金额（分） Gross amount in fen'),
    months: z
      .int()
      .min(1)
      .max(12)
      .optional()
      .describe('按月时的月数，缺省为整个核算期 Months paid, the whole window if absent'),
    costsFen: FenAmount.optional().describe(
      '同口径应扣成本、税费、社保、赡养支出（分）；工资不填 Costs, taxes, insurance, support paid; not for wages',
    ),
    evidence: Evidence,
  })
  .refine((item) => item.costsFen === undefined || !['wage', 'imputed'].includes(item.kind), {
    error: '工资的就业成本按参数扣减，不能另填 costsFen',
    path: ['costsFen'],
  })
  .refine((item) => item.kind !== 'imputed' || item.label !== undefined, {
    error: '推算收入须写明理由',
    path: ['label'],
  })
  .meta({
    id: 'IncomeItem',
    description: '一项收入 One item of income',
    examples: [{ kind: 'wage', per: 'month', amountFen: 180000, evidence: 'verified' }],
  });
export type IncomeItem = z.infer<typeof IncomeItem>;
