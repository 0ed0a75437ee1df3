import * as z from 'zod';
import { bilingual, CitedClause, clauseExample, PropertyResult } from './means-finding.ts';
import { FenAmount, Ratio } from './money.ts';
import { FindingPeriod, finding, findingExample, ProgramGround } from './program-finding.ts';

const household = {
  ...finding,
  grounds: z.array(ProgramGround).describe('认定依据 Grounds'),
  householdSize: z.int().describe('计入人口 Counted members'),
  incomeAnnualFen: FenAmount.describe('家庭年收入（分） Annual income of the household in fen'),
  property: z.array(PropertyResult).describe('财产检验 Property tests'),
  period: FindingPeriod,
};
const example = {
  ...findingExample,
  grounds: [],
  householdSize: 3,
  incomeAnnualFen: 3120000,
  property: [],
  period: { kind: 'validity', months: 12, citation: clauseExample },
} as const;

/** 低保边缘家庭 (LAW §21; D57 §8; rulebook 2.7): recognition without cash. */
export const ByAssessment = z
  .strictObject({
    program: z.literal('BY'),
    ...household,
    perCapitaMonthly: Ratio.describe('人均月收入，精确分值 Exact per-capita monthly income in fen'),
    edgeMonthly: Ratio.describe('低保边缘标准，精确分值 Exact edge standard in fen a month'),
  })
  .meta({
    id: 'ByAssessment',
    description: '低保边缘家庭评估 Assessment for the edge',
    examples: [
      {
        program: 'BY',
        ...example,
        perCapitaMonthly: { num: 260000, den: 3 },
        edgeMonthly: { num: 108000, den: 1 },
      },
    ],
  });
export type ByAssessment = z.infer<typeof ByAssessment>;

/** One item of rigid spending as it enters: net, capped, or left out with the reason. Fen in 12 months. */
export const CountedSpending = z
  .strictObject({
    kind: z
      .enum(['medical', 'education', 'rehabilitation', 'living', 'other'])
      .describe('医疗、教育、残疾康复、基本生活、其他 Kind'),
    countedFen: FenAmount.describe('计入金额（分） Counted in fen'),
    openFen: FenAmount.describe('尚待人工核定的金额（分） For a person to settle, in fen'),
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'CountedSpending',
    description: '刚性支出计入情况 Rigid spending as counted',
    examples: [
      {
        kind: 'education',
        countedFen: 600000,
        openFen: 0,
        zh: '教育支出，按同类公办学校收费封顶',
        en: 'education, capped at the public price',
        citation: { ...clauseExample, source: 'R62', clause: '§5', text: '《刚性支出困难家庭认定办法》第五条' },
      },
    ],
  });
export type CountedSpending = z.infer<typeof CountedSpending>;

/** 刚性支出困难家庭 (LAW §22; R62; rulebook 2.8): recognition without cash, for 12 months at most. */
export const GxAssessment = z
  .strictObject({
    program: z.literal('GX'),
    ...household,
    disposableFen: FenAmount.describe(
      '上年度居民人均可支配收入（分/年） Disposable income per head of the year before, fen a year',
    ),
    spending: z.array(CountedSpending).describe('刚性支出 Rigid spending'),
    rigidFen: FenAmount.describe('12 个月内计入的刚性支出（分） Rigid spending counted in fen'),
    threshold: Ratio.describe('刚性支出占比门槛，须严格超过 Share that must be exceeded'),
  })
  .meta({
    id: 'GxAssessment',
    description: '刚性支出困难家庭评估 Assessment for rigid expenditure',
    examples: [
      {
        program: 'GX',
        ...example,
        disposableFen: 4200000,
        spending: [],
        rigidFen: 2400000,
        threshold: { num: 3, den: 5 },
      },
    ],
  });
export type GxAssessment = z.infer<typeof GxAssessment>;
