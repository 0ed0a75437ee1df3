import * as z from 'zod';
import { CaseId, CountyCode } from '../../schemas/ids.ts';
import { Recalculation, type RecalculationEventBody } from '../../schemas/recalculation.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { advanced, type RecalculationState } from '../core/recalculation-fold.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { recalculationRef } from './start-recalculation.ts';

export const AdvanceRecalculationInput = z
  .strictObject({
    countyCode: CountyCode,
    parameterId: z.string().describe('参数编号 parameter'),
    lastCaseId: CaseId.optional().describe('本页最后一个案件 last case of the page'),
    cases: z.int().min(0).describe('本页户数 cases of the page'),
    done: z.boolean().describe('已到末页 the last page'),
  })
  .meta({ id: 'AdvanceRecalculationInput', description: '提标进度 Page of a recomputation' });

/** Notes a page of a recomputation as walked, so that an interrupted run goes on where it stood. */
export const advanceRecalculation = defineStep({
  id: 'supervision.advance-recalculation',
  zh: '登记提标进度',
  en: 'Note a page of a recomputation',
  route: 'DOCKET advance-recalculation',
  provision: [cite('D57', '§31')],
  input: AdvanceRecalculationInput,
  output: Recalculation,
  facts: ({ input }) => ({ subjects: [recalculationRef(input.countyCode, input.parameterId)] }),
  decide: (facts, { countyCode, parameterId, lastCaseId, cases, done }, now) => {
    const ref = recalculationRef(countyCode, parameterId);
    const state = stateOf<RecalculationState>(facts, ref);
    must(state, 'parameter-not-found', { parameterId });
    if (state.head.status === 'done') return { reply: state.head };
    const data = { on: civilDateOf(now), cases, done, ...(lastCaseId ? { lastCaseId } : {}) };
    const event: RecalculationEventBody = { type: 'recalculation-advanced', data };
    return { event, subject: ref, reply: advanced(state.head, event) };
  },
});
