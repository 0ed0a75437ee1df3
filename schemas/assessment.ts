import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonToken } from './ids.ts';
import { IncomeKind } from './income.ts';
import { MemberClass } from './member.ts';
import { Fen, FenAmount, Ratio } from './money.ts';
import { Program } from './program.ts';
import { PropertyKind } from './property.ts';

/** Yes, no, or a matter a person has to settle before anyone decides. */
export const Verdict = z.union([z.boolean(), z.literal('review')]).meta({
  id: 'Verdict',
  description: '成立、不成立或须人工核实 True, false or for a person to settle',
  examples: [true],
});
export type Verdict = z.infer<typeof Verdict>;

/** The clause a finding rests on, and how sure its text is (rulebook 0.1). */
export const CitedClause = z
  .strictObject({
    source: z.string().describe('来源代号 Source key'),
    clause: z.string().describe('条款 Clause'),
    confidence: z.enum(['sourced', 'recalled', 'unsure', 'design']).describe('可信程度 Confidence'),
    text: z.string().describe('中文引文 Citation in Chinese'),
  })
  .meta({
    id: 'CitedClause',
    description: '法律依据 Cited clause',
    examples: [{ source: 'D57', clause: '§13', confidence: 'sourced', text: '《最低生活保障审核确认办法》第十三条' }],
  });
export type CitedClause = z.infer<typeof CitedClause>;

const bilingual = { zh: z.string().describe('中文说明 In Chinese'), en: z.string().describe('英文说明 In English') };

/** One ground for or against entitlement. */
export const Ground = z
  .strictObject({
    code: z.enum(['composition', 'area', 'hukou', 'income', 'property', 'class']).describe('项目 Ground'),
    passed: Verdict,
    ...bilingual,
    citation: CitedClause,
  })
  .meta({ id: 'Ground', description: '认定依据 Ground' });
export type Ground = z.infer<typeof Ground>;

/** A listed member, counted or not, and why; `class` as assigned by a person or else merely suggested. */
export const AssessedMember = z
  .strictObject({
    person: PersonToken,
    counted: z.boolean().describe('是否计入共同生活家庭成员 Counted or not'),
    reason: z
      .enum([
        'applicant',
        'spouse',
        'minor-child',
        'dependent-child',
        'student',
        'co-resident',
        'excluded-status',
        'not-family',
      ])
      .describe('理由 Reason'),
    ...bilingual,
    age: z.int().describe('评估日周岁 Age in years on the day'),
    incomeAnnualFen: Fen.describe('年收入（分） Annual income in fen'),
    class: MemberClass.optional(),
    classSource: z
      .enum(['assigned', 'suggested'])
      .optional()
      .describe('类别来源：人工认定或系统建议 Assigned or suggested'),
  })
  .meta({ id: 'AssessedMember', description: '成员认定 Assessed member' });
export type AssessedMember = z.infer<typeof AssessedMember>;

/** One item of income as counted: net of its costs, or uncounted with the reason. */
export const IncomeLine = z
  .strictObject({
    person: PersonToken,
    kind: IncomeKind,
    counted: z.boolean().describe('是否计入 Counted or not'),
    annualFen: Fen.describe('年净额（分） Net amount a year in fen'),
    ...bilingual,
    citation: CitedClause,
  })
  .meta({ id: 'IncomeLine', description: '收入明细 Income line' });
export type IncomeLine = z.infer<typeof IncomeLine>;

/** One property test (D57 §14). FAIL opens the way of objection of D57 §18, it denies nothing by itself. */
export const PropertyResult = z
  .strictObject({
    test: z.enum(['money', 'house', 'vehicle', 'company', 'other']).describe('检验项目 Test'),
    kinds: z.array(PropertyKind).describe('涉及的财产类别 Kinds looked at'),
    result: z.enum(['PASS', 'FAIL', 'REVIEW']).describe('通过、超标、须核实 Result'),
    ...bilingual,
    citation: CitedClause,
  })
  .meta({ id: 'PropertyResult', description: '财产检验 Property test' });
export type PropertyResult = z.infer<typeof PropertyResult>;

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
  .meta({ id: 'SinglePersonCandidate', description: '单人户对象 Single-person candidate' });
export type SinglePersonCandidate = z.infer<typeof SinglePersonCandidate>;

/** Another program the household should be told of; offered, never forced (rulebook 2). */
export const Offer = z
  .strictObject({ program: z.enum(['BY']).describe('业务 Program'), ...bilingual, citation: CitedClause })
  .meta({ id: 'Offer', description: '可告知的其他救助 Offer of another program' });
export type Offer = z.infer<typeof Offer>;

/** The answer of the means law for one household, one program and one day. Amounts in fen, per month unless named annual. */
export const Assessment = z
  .strictObject({
    program: Program,
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
  .meta({ id: 'Assessment', description: '经济状况评估 Means assessment' });
export type Assessment = z.infer<typeof Assessment>;
