import * as z from 'zod';
import { Month } from './dates.ts';
import { PersonToken } from './ids.ts';
import { clauseExample, personExample, Verdict } from './means-finding.ts';
import { FenAmount } from './money.ts';
import { FindingPeriod, finding, findingExample, ProgramGround } from './program-finding.ts';

/** One aged person. Amounts in fen a month. */
export const GlPerson = z
  .strictObject({
    person: PersonToken,
    entitled: Verdict,
    grounds: z.array(ProgramGround).describe('认定依据 Grounds'),
    tier: z.enum(['80', '90']).optional().describe('起始月适用的档次：80–89 岁或 90 岁以上 Tier of the first month'),
    amountFen: FenAmount.describe('起始月金额（分/月） Amount of the first month in fen'),
    raise: z
      .strictObject({
        from: Month.describe('起始月 First month'),
        amountFen: FenAmount.describe('金额（分/月） Amount in fen a month'),
      })
      .optional()
      .describe('满 90 周岁后自动调高，无须申请 Raised by itself at 90'),
  })
  .meta({
    id: 'GlPerson',
    description: '高龄老年人 Aged person',
    examples: [{ person: personExample, entitled: true, grounds: [], tier: '80', amountFen: 8000 }],
  });
export type GlPerson = z.infer<typeof GlPerson>;

/** 高龄低收入老年人津贴, a program of Ningxia alone (SEED 一; rulebook 2.9). `entitled` is the best verdict among the persons. */
export const GlAssessment = z
  .strictObject({
    program: z.literal('GL'),
    ...finding,
    persons: z.array(GlPerson).describe('高龄成员，没有时为申请人 Aged members, else the applicant'),
    firstMonth: Month.describe('当日确认时的起始月 First month if confirmed on the day'),
    period: FindingPeriod,
  })
  .meta({
    id: 'GlAssessment',
    description: '高龄津贴评估 Assessment for the old-age allowance',
    examples: [
      {
        program: 'GL',
        ...findingExample,
        persons: [],
        firstMonth: '2026-12',
        period: { kind: 'reverify', months: 12, citation: clauseExample },
      },
    ],
  });
export type GlAssessment = z.infer<typeof GlAssessment>;
