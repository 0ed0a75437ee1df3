import * as z from 'zod';
import { AidRequest } from './aid-request.ts';
import { TownshipCode, VillageCode } from './ids.ts';
import { HouseholdMember } from './member.ts';
import { FenAmount } from './money.ts';
import { Obligor } from './obligor.ts';
import { PropertyItem } from './property.ts';
import { RigidSpending } from './rigid-spending.ts';

/** Rigid extra spending by disability or serious illness (D57 §13(3)); it lowers income only as far as a person allowed it. */
export const RigidExpense = z
  .strictObject({
    kind: z.enum(['disability', 'severe-illness']).describe('残疾或患病 Disability or illness'),
    spentFen: FenAmount.describe('核算期内自付金额（分） Paid in the window in fen'),
    allowedFen: FenAmount.optional().describe('经办人核定可扣减金额（分） Amount allowed by a person'),
  })
  .meta({
    id: 'RigidExpense',
    description: '刚性支出 Rigid expense',
    examples: [{ kind: 'severe-illness', spentFen: 1200000 }],
  });
export type RigidExpense = z.infer<typeof RigidExpense>;

/** What the means test looks at: everyone listed, what they earn, own and must spend. */
export const Household = z
  .strictObject({
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    urbanRural: z.enum(['urban', 'rural']).describe('城乡类别，由人工认定 Urban or rural, found by a person'),
    members: z.array(HouseholdMember).min(1).max(30).describe('全部在册成员，含不计入者 Everyone listed'),
    property: z.array(PropertyItem).max(100).describe('财产 Property'),
    expenses: z.array(RigidExpense).max(30).optional().describe('刚性支出 Rigid expenses'),
    obligors: z
      .array(Obligor)
      .max(60)
      .optional()
      .describe(
        '户外法定义务人；空表为经查没有，缺省为尚未查明 Obligors outside; empty: none found, absent: not looked into',
      ),
    rigidSpending: z
      .array(RigidSpending)
      .max(60)
      .optional()
      .describe('12 个月内的刚性支出项目（刚性支出困难家庭） Rigid spending of 12 months'),
    aidRequest: AidRequest.optional(),
  })
  .meta({
    id: 'Household',
    description: '共同生活的家庭 Household',
    examples: [
      {
        townshipCode: '649900101',
        villageCode: '649900101201',
        urbanRural: 'urban',
        members: [
          {
            person: 't_00112233445566778899aabbccddeeff',
            relation: '01',
            birthOn: '1985-11-20',
            sex: '1',
            hukou: { countyCode: '649900' },
            labourAbility: '1',
            income: [{ kind: 'wage', per: 'month', amountFen: 180000, evidence: 'verified' }],
          },
        ],
        property: [],
      },
    ],
  });
export type Household = z.infer<typeof Household>;
