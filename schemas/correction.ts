import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, TownshipCode } from './ids.ts';
import { Program } from './program.ts';
import { Term } from './term.ts';

const line = z.string().max(2000);

/** Why a confirmation is put right or revoked, by analogy with the licensing law (rulebook 7.5; LICENSE §69). */
export const CorrectionGround = z.enum(['abuse', 'ultra-vires', 'procedure', 'unqualified', 'fraud']).meta({
  id: 'CorrectionGround',
  description: '理由：滥用职权或玩忽职守、超越职权、违反程序、对象不符合条件、骗取 Ground of a correction',
  examples: ['unqualified'],
});
export type CorrectionGround = z.infer<typeof CorrectionGround>;

/** A correction the county ordered (责令纠正): its own subject with its own term, beside the case it is about. */
export const Correction = z
  .strictObject({
    correctionId: z.string().describe('责令纠正编号 correction'),
    caseId: CaseId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    program: Program,
    ground: CorrectionGround,
    orderedOn: CivilDate.describe('责令日期 day of the order'),
    orderedBy: PersonId.describe('责令人 who ordered'),
    dueOn: CivilDate.describe('纠正期限 last day to correct'),
    status: z
      .enum(['open', 'corrected', 'revoked'])
      .describe('状态：待纠正、已纠正、已撤销确认 open, corrected otherwise, or revoked'),
    settledOn: CivilDate.optional().describe('办结日期 day it was settled'),
    settledBy: z.enum(['township', 'county']).optional().describe('由谁办结 who settled it'),
    terms: z.array(Term).describe('期限 terms'),
  })
  .meta({ id: 'Correction', description: '责令纠正 Correction ordered by the county' });
export type Correction = z.infer<typeof Correction>;

export const CorrectionList = z
  .strictObject({
    corrections: z.array(Correction).describe('责令纠正 corrections'),
    next: z.string().optional().describe('下一页游标 where to go on'),
  })
  .meta({ id: 'CorrectionList', description: '责令纠正清单 Corrections', examples: [{ corrections: [] }] });

/** Every kind of event a correction can have. */
export const CorrectionEventBody = z.discriminatedUnion('type', [
  event('correction-opened', { correction: Correction, demands: z.array(line) }),
  event('correction-settled', {
    on: CivilDate,
    status: z.enum(['corrected', 'revoked']),
    settledBy: z.enum(['township', 'county']),
    answer: z.array(line),
  }),
]);
export type CorrectionEventBody = z.infer<typeof CorrectionEventBody>;
