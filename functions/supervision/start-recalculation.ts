import * as z from 'zod';
import { CountyCode } from '../../schemas/ids.ts';
import type { ParameterKey } from '../../schemas/parameter.ts';
import { Recalculation } from '../../schemas/recalculation.ts';
import { stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import type { SubjectRef } from '../core/subject.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** A recomputation as a subject: one for each standard. */
export const recalculationRef = (countyCode: string, parameterId: string): SubjectRef => ({
  kind: 'recalculation',
  id: `${countyCode}-${parameterId}`,
});

/** Keys a raised standard may be entered under: amounts that benefits are computed from. */
const raising = (key: ParameterKey): boolean =>
  /^(standard|tier|tk|gl)\./.test(key) && key !== 'gl.excludes' && key !== 'gl.start';

const StartRecalculationInput = z
  .strictObject({
    county: CountyCode.describe('县级代码 county'),
    parameterId: z.string().min(1).max(80).describe('已批准且已施行的标准的参数编号 approved standard in force'),
  })
  .meta({
    id: 'StartRecalculationInput',
    description: '启动提标 Start of a recomputation',
    examples: [{ county: '649900', parameterId: 'standard.DB_URBAN@2026-10-01~2' }],
  });

/**
 * Starts the recomputation that one approved standard asks for (提标, D57 §31; rulebook 6.5): the docket walks it page by page, one record a
 * household. It raises what is due and lets nobody in or out: no new entrant, no reduction, no stop.
 */
export const startRecalculation = defineStep({
  id: 'supervision.start-recalculation',
  zh: '启动提标测算',
  en: 'Start a recomputation',
  route: 'POST /v1/recalculations',
  provision: [cite('D57', '§31'), cite('LAW', '§18')],
  input: StartRecalculationInput,
  output: Recalculation,
  facts: ({ input }) => ({ county: input.county, subjects: [recalculationRef(input.county, input.parameterId)] }),
  decide: (facts, { county, parameterId }, now) => {
    const on = civilDateOf(now);
    must(covers(facts.actor, { countyCode: county }), 'division-not-yours', { county });
    const ref = recalculationRef(county, parameterId);
    const known = stateOf(facts, ref);
    must(!known, 'already-done', { recalculationId: ref.id });
    const record = facts.county?.parts.parameters?.find(({ id }) => id === parameterId);
    must(record && raising(record.key), 'parameter-not-found', { parameterId });
    must(record.approvedBy !== undefined && record.from <= on, 'standard-not-in-force', {
      from: record.from,
      approvedBy: record.approvedBy,
    });
    const recalculation: Recalculation = {
      recalculationId: ref.id,
      countyCode: county,
      parameterId,
      openedOn: on,
      openedBy: facts.actor.personId,
      status: 'open',
      cases: 0,
    };
    return { event: { type: 'recalculation-started', data: { recalculation } }, subject: ref, reply: recalculation };
  },
});
