import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { bilingual, CitedClause, clauseExample, Verdict } from './means-finding.ts';

/** One ground for or against a program other than 低保. */
export const ProgramGround = z
  .strictObject({
    code: z
      .enum([
        'composition',
        'hukou',
        'place',
        'income',
        'property',
        'higher-tier',
        'labour-ability',
        'obligors',
        'exclusion',
        'rigid-spending',
        'age',
        'other-aid',
        'request',
      ])
      .describe('项目 Ground'),
    passed: Verdict,
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'ProgramGround',
    description: '认定依据（低保以外） Ground of a program other than 低保',
    examples: [{ code: 'age', passed: true, zh: '已满 80 周岁', en: 'aged 80', citation: clauseExample }],
  });
export type ProgramGround = z.infer<typeof ProgramGround>;

/** How long a finding holds: until it is verified again, or until it lapses and is applied for anew (rulebook 6.1). */
export const FindingPeriod = z
  .strictObject({
    kind: z.enum(['reverify', 'validity']).describe('定期核查或有效期 Re-verification or validity'),
    months: z.int().min(1).describe('月数 Months'),
    citation: CitedClause,
  })
  .meta({
    id: 'FindingPeriod',
    description: '核查周期或有效期 Period of a finding',
    examples: [{ kind: 'validity', months: 12, citation: clauseExample }],
  });
export type FindingPeriod = z.infer<typeof FindingPeriod>;

/** What every finding of a program states. Amounts in fen. */
export const finding = {
  on: CivilDate.describe('评估日 Day of the assessment'),
  lawPack: z.string().describe('适用规则包 Law pack in force'),
  entitled: Verdict,
  parameterIds: z.array(z.string()).describe('所用参数编号 Parameters used'),
  exampleData: z.boolean().describe('用到演示数据·非真实标准 Rests on invented example values'),
  computation: z.array(z.string()).describe('计算过程 Computation, step by step in Chinese'),
};

/** Shared by the examples of the findings. */
export const findingExample = {
  on: '2026-10-12',
  lawPack: 'RP-2026B',
  entitled: true,
  parameterIds: ['prm-0001'],
  exampleData: true,
  computation: ['演示数据·非真实标准'],
} as const;
