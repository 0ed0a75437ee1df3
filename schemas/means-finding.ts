import * as z from 'zod';
import { PersonToken } from './ids.ts';
import { IncomeKind } from './income.ts';
import { MemberClass } from './member.ts';
import { Fen } from './money.ts';
import { PropertyKind } from './property.ts';

/** Yes, no, or a matter a person has to settle before anyone decides. */
export const Verdict = z.union([z.boolean(), z.literal('review')]).meta({
  id: 'Verdict',
  description: '成立、不成立或须人工核实 True, false or for a person to settle',
  examples: [true],
});
export type Verdict = z.infer<typeof Verdict>;

/** Shared by the examples of the shapes that carry a clause. */
export const clauseExample = {
  source: 'D57',
  clause: '§13',
  confidence: 'sourced',
  text: '《最低生活保障审核确认办法》第十三条',
} as const;
export const personExample = 't_00112233445566778899aabbccddeeff';

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
    examples: [clauseExample],
  });
export type CitedClause = z.infer<typeof CitedClause>;

/** Text for people, Chinese first. */
export const bilingual = {
  zh: z.string().describe('中文说明 In Chinese'),
  en: z.string().describe('英文说明 In English'),
};

/** One ground for or against entitlement. */
export const Ground = z
  .strictObject({
    code: z.enum(['composition', 'area', 'hukou', 'income', 'property', 'class', 'alone']).describe('项目 Ground'),
    passed: Verdict,
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'Ground',
    description: '认定依据 Ground',
    examples: [
      {
        code: 'income',
        passed: true,
        zh: '人均月收入 500.00 元，保障标准 720.00 元，低于标准',
        en: 'per capita 500.00 a month, standard 720.00: below',
        citation: clauseExample,
      },
    ],
  });
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
  .meta({
    id: 'AssessedMember',
    description: '成员认定 Assessed member',
    examples: [
      {
        person: personExample,
        counted: true,
        reason: 'spouse',
        zh: '配偶',
        en: 'spouse',
        age: 39,
        incomeAnnualFen: 0,
        class: 'C',
        classSource: 'suggested',
      },
    ],
  });
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
  .meta({
    id: 'IncomeLine',
    description: '收入明细 Income line',
    examples: [
      {
        person: personExample,
        kind: 'wage',
        counted: true,
        annualFen: 2160000,
        zh: '工资性收入',
        en: 'wage',
        citation: clauseExample,
      },
    ],
  });
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
  .meta({
    id: 'PropertyResult',
    description: '财产检验 Property test',
    examples: [
      {
        test: 'vehicle',
        kinds: ['vehicle'],
        result: 'REVIEW',
        zh: '机动车船 1 项，当地未设限额，须人工核实',
        en: 'vehicles: 1, no local limit, a person must look',
        citation: { ...clauseExample, clause: '§14', text: '《最低生活保障审核确认办法》第十四条' },
      },
    ],
  });
export type PropertyResult = z.infer<typeof PropertyResult>;
