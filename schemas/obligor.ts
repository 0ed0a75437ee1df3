import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonToken } from './ids.ts';
import { Disability } from './member.ts';
import { FenAmount } from './money.ts';
import { ReceivedAid } from './received-aid.ts';
import { Relation } from './relation.ts';

/**
 * Somebody outside the household who owes a listed person support by law (T43 §8). Known by relation and facts only: neither name nor
 * number nor token, because the test needs none.
 */
export const Obligor = z
  .strictObject({
    of: PersonToken.describe('被赡养、抚养、扶养人代号 The listed person the duty is owed to'),
    relation: Relation.describe('义务人是该人的何人，GB/T 4761 What the obligor is to that person'),
    birthOn: CivilDate.describe('出生日期 Date of birth'),
    disability: Disability.optional(),
    receives: z.array(ReceivedAid).max(6).optional().describe('现享受的救助 Recognised for or receiving now'),
    status: z
      .enum(['no-capacity', 'missing', 'prison'])
      .optional()
      .describe('无民事行为能力、宣告失踪、在监狱服刑 No civil capacity, declared missing or in prison'),
    provincialRule: z
      .boolean()
      .optional()
      .describe('属于省级规定的其他情形，由人工核实 Another case set by the province, for a person to settle'),
    annualIncomeFen: FenAmount.optional().describe(
      '近 12 个月本人收入（分），缺省为未查明 Own income of 12 months in fen, absent while unknown',
    ),
    propertyWithinRule: z
      .boolean()
      .optional()
      .describe('财产符合当地低收入家庭规定，由人工认定 Property within the low-income rule, as a person found'),
    consented: z.boolean().optional().describe('已授权核对 Consented to verification'),
  })
  .meta({
    id: 'Obligor',
    description: '户外法定义务人 Legal obligor outside the household',
    examples: [
      {
        of: 't_00112233445566778899aabbccddeeff',
        relation: '20',
        birthOn: '1986-05-01',
        annualIncomeFen: 6000000,
        propertyWithinRule: true,
        consented: true,
      },
    ],
  });
export type Obligor = z.infer<typeof Obligor>;
