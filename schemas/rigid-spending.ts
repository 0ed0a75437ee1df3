import * as z from 'zod';
import { FenAmount } from './money.ts';

/** One item of rigid spending in the 12 months before the day (R62 §5). What the law does not count yet is left for a person to allow. */
export const RigidSpending = z
  .strictObject({
    kind: z
      .enum(['medical', 'education', 'rehabilitation', 'living', 'other'])
      .describe('医疗、教育、残疾康复、基本生活、县级规定的其他 Kind'),
    spentFen: FenAmount.describe('12 个月内支出总额（分） Spent within 12 months in fen'),
    reimbursedFen: FenAmount.optional().describe(
      '医保报销、救助、补贴等已补偿金额（分） Paid back by insurance, assistance or subsidy in fen',
    ),
    designatedProvider: z.boolean().optional().describe('医疗：在定点机构发生 Medical: at a designated provider'),
    receipts: z.boolean().optional().describe('医疗：有有效票据 Medical: shown by valid receipts'),
    school: z.enum(['public', 'private']).optional().describe('教育：公办或民办 Education: public or private school'),
    stage: z
      .enum(['kindergarten', 'compulsory', 'senior-secondary', 'college', 'bachelor', 'postgraduate'])
      .optional()
      .describe('教育阶段，研究生不计 Stage of education; postgraduate does not count'),
    publicPriceFen: FenAmount.optional().describe(
      '教育：同类公办学校同期收费（分），为计入上限 Education: price of the same kind of public school, the cap, in fen',
    ),
    allowedFen: FenAmount.optional().describe(
      '经办人核定的计入金额（分），不突破法定上限 Amount a person allowed in fen, within the caps of the law',
    ),
  })
  .meta({
    id: 'RigidSpending',
    description: '刚性支出项目 Item of rigid spending',
    examples: [
      { kind: 'medical', spentFen: 9000000, reimbursedFen: 4000000, designatedProvider: true, receipts: true },
      { kind: 'education', spentFen: 2000000, school: 'private', stage: 'bachelor', publicPriceFen: 600000 },
    ],
  });
export type RigidSpending = z.infer<typeof RigidSpending>;
