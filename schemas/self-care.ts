import * as z from 'zod';
import { CivilDate } from './dates.ts';

/** The six indicators of self-care (T43 §21): true means the person does it alone. Found by the county's assessors, never declared. */
export const SelfCare = z
  .strictObject({
    eating: z.boolean().describe('自主吃饭 Eats alone'),
    dressing: z.boolean().describe('自主穿衣 Dresses alone'),
    bed: z.boolean().describe('自主上下床 Gets in and out of bed alone'),
    toilet: z.boolean().describe('自主如厕 Uses the toilet alone'),
    walking: z.boolean().describe('室内自主行走 Walks indoors alone'),
    bathing: z.boolean().describe('自主洗澡 Bathes alone'),
    assessedOn: CivilDate.describe('评估日 Day of the assessment'),
  })
  .meta({
    id: 'SelfCare',
    description: '生活自理能力评估 Assessment of self-care',
    examples: [
      {
        eating: true,
        dressing: false,
        bed: true,
        toilet: true,
        walking: false,
        bathing: false,
        assessedOn: '2026-10-20',
      },
    ],
  });
export type SelfCare = z.infer<typeof SelfCare>;

export const CareGrade = z.enum(['able', 'partly-lost', 'wholly-lost']).meta({
  id: 'CareGrade',
  description: '自理能力：具备（全自理）、部分丧失（半护理）、完全丧失（全护理） Grade of self-care',
  examples: ['partly-lost'],
});
export type CareGrade = z.infer<typeof CareGrade>;
