import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonToken } from './ids.ts';
import {
  AssessedMember,
  bilingual,
  CitedClause,
  clauseExample,
  Ground,
  IncomeLine,
  PropertyResult,
  personExample,
  Verdict,
} from './means-finding.ts';
import { FenAmount, Ratio } from './money.ts';
import { DbProgram } from './program.ts';

/** A member who may be taken in alone (单人户). `review`: the law allows it and a person must judge. */
export const SinglePersonCandidate = z
  .strictObject({
    person: PersonToken,
    basis: z
      .enum(['severe-disability', 'severe-illness', 'clergy', 'unemployed-severe-disability'])
      .describe('情形 Case'),
    entitled: z
      .union([z.literal(true), z.literal('review')])
      .describe('符合或须人工认定 Entitled or for a person to judge'),
    amountFen: FenAmount.optional().describe('按本人收入补差的月金额（分） Monthly amount in fen on own income'),
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'SinglePersonCandidate',
    description: '单人户对象 Single-person candidate',
    examples: [
      {
        person: personExample,
        basis: 'severe-disability',
        entitled: true,
        amountFen: 72000,
        zh: '低保边缘家庭中的重度残疾人或三级智力、精神残疾人，可单独提出申请',
        en: 'Severely disabled member of an edge household may apply alone',
        citation: { ...clauseExample, clause: '§8(一)', text: '《最低生活保障审核确认办法》第八条第（一）项' },
      },
    ],
  });
export type SinglePersonCandidate = z.infer<typeof SinglePersonCandidate>;

/** Another program the household should be told of; offered, never forced (rulebook 2). */
export const Offer = z
  .strictObject({ program: z.enum(['BY']).describe('业务 Program'), ...bilingual, citation: CitedClause })
  .meta({
    id: 'Offer',
    description: '可告知的其他救助 Offer of another program',
    examples: [
      {
        program: 'BY',
        zh: '可告知申请低保边缘家庭认定，由申请人自愿决定',
        en: 'Tell the household of edge recognition; the choice is theirs',
        citation: clauseExample,
      },
    ],
  });
export type Offer = z.infer<typeof Offer>;

/** The answer of the means law for one household, one program and one day. Amounts in fen, per month unless named annual. */
export const Assessment = z
  .strictObject({
    program: DbProgram,
    on: CivilDate.describe('评估日 Day of the assessment'),
    lawPack: z.string().describe('适用规则包 Law pack in force'),
    entitled: Verdict,
    householdSize: z.int().describe('计入人口 Counted members'),
    members: z.array(AssessedMember).describe('成员认定 Members'),
    income: z.array(IncomeLine).describe('收入明细 Income lines'),
    incomeAnnualFen: FenAmount.describe('家庭年收入（分） Annual income of the household in fen'),
    perCapitaMonthly: Ratio.describe('人均月收入，精确分值 Exact per-capita monthly income in fen'),
    perCapitaText: z
      .string()
      .describe('人均月收入（元，四舍五入到分，仅供阅读） The same in yuan, rounded for reading'),
    standardFen: FenAmount.describe('月保障标准（分） Monthly standard in fen'),
    property: z.array(PropertyResult).describe('财产检验 Property tests'),
    mode: z.enum(['DIFF', 'TIER']).describe('差额或分档 Difference or tiers'),
    amountFen: FenAmount.describe(
      '月救助金额（分）；须核实时为暂算 Monthly amount in fen; provisional under review, 0 if not entitled',
    ),
    grounds: z.array(Ground).describe('认定依据 Grounds'),
    singlePersonCandidates: z.array(SinglePersonCandidate).describe('单人户对象 Single-person candidates'),
    offers: z.array(Offer).describe('可告知的其他救助 Offers'),
    parameterIds: z.array(z.string()).describe('所用参数编号 Parameters used'),
    exampleData: z.boolean().describe('用到演示数据·非真实标准 Rests on invented example values'),
    computation: z.array(z.string()).describe('计算过程 Computation, step by step in Chinese'),
  })
  .meta({
    id: 'Assessment',
    description: '经济状况评估 Means assessment',
    examples: [
      {
        program: 'DB_URBAN',
        on: '2026-08-25',
        lawPack: 'RP-2026B',
        entitled: true,
        householdSize: 3,
        members: [],
        income: [],
        incomeAnnualFen: 1800000,
        perCapitaMonthly: { num: 50000, den: 1 },
        perCapitaText: '500.00',
        standardFen: 72000,
        property: [],
        mode: 'DIFF',
        amountFen: 66000,
        grounds: [],
        singlePersonCandidates: [],
        offers: [],
        parameterIds: ['prm-0001'],
        exampleData: true,
        computation: ['月救助金额（差额）=（720.00 × 3 × 12 − 18000.00）÷ 12，按户总额进到元 = 660.00 元'],
      },
    ],
  });
export type Assessment = z.infer<typeof Assessment>;
