import * as z from 'zod';
import { Assessment } from './assessment.ts';
import { GlAssessment } from './gl-assessment.ts';
import { ByAssessment, GxAssessment } from './household-tier.ts';
import { LsFastAssessment, LsStdAssessment } from './ls-assessment.ts';
import { bilingual, CitedClause, clauseExample, Verdict } from './means-finding.ts';
import { Program } from './program.ts';
import { TkAssessment } from './tk-assessment.ts';

/** The finding of any program; `program` tells the shape. */
export const ProgramAssessment = z
  .discriminatedUnion('program', [
    Assessment,
    TkAssessment,
    ByAssessment,
    GxAssessment,
    GlAssessment,
    LsFastAssessment,
    LsStdAssessment,
  ])
  .meta({
    id: 'ProgramAssessment',
    description: '某项业务的评估 Assessment for a program',
    examples: [...(TkAssessment.meta()?.examples ?? []), ...(ByAssessment.meta()?.examples ?? [])],
  });
export type ProgramAssessment = z.infer<typeof ProgramAssessment>;

/** A program that cannot be assessed on the day, and what is missing: `parameter:<key>` or `law:<source>`. */
export const ClosedProgram = z
  .strictObject({
    program: Program,
    missing: z.array(z.string()).describe('缺少的参数或尚未施行的法律 Parameters not entered, or law not yet in force'),
  })
  .meta({
    id: 'ClosedProgram',
    description: '尚未开办的业务 Program closed on the day',
    examples: [{ program: 'GX', missing: ['parameter:gx.rigidRatio'] }],
  });
export type ClosedProgram = z.infer<typeof ClosedProgram>;

/** A program nobody asked for that the household should be told of; the choice is theirs (L39 五(一)). */
export const ProgramOffer = z
  .strictObject({
    program: Program,
    entitled: Verdict,
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'ProgramOffer',
    description: '可告知的其他业务 Program to tell the household of',
    examples: [
      {
        program: 'DB_RURAL',
        entitled: true,
        zh: '可告知申请农村低保，由申请人自愿决定',
        en: 'Tell the household of the rural minimum living guarantee; the choice is theirs',
        citation: clauseExample,
      },
    ],
  });
export type ProgramOffer = z.infer<typeof ProgramOffer>;
