import * as z from 'zod';
import { type ExemptionEventBody, ExemptionRequest } from '../../schemas/diligence.ts';
import { exemptionOf } from '../core/exemption-fold.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { diligenceFacts, diligenceOnFile } from './diligence-on-file.ts';

const Recorded = z
  .strictObject({ reviews: z.int().describe('该人在该案的审议次数 reviews on record') })
  .meta({ id: 'ExemptionRecorded', description: '已登记 Recorded', examples: [{ reviews: 1 }] });

/**
 * Keeps what a body decided about a person's part in a case (D57 §39). The system decides nothing here: the body, its document and
 * its grounds are what is kept. Refused for who did not act in the case, and to the person concerned.
 */
export const reviewExemption = defineStep({
  id: 'supervision.review-exemption',
  zh: '登记免责审议结论',
  en: 'Record an exemption review',
  route: 'POST /v1/exemption-reviews',
  provision: [cite('SEED', '四(四)'), cite('D57', '§39'), cite('LAW', '§70')],
  input: ExemptionRequest,
  output: Recorded,
  status: 201,
  facts: ({ input }) => diligenceFacts(input.caseId, input.person),
  decide: (facts, input, now) => {
    const { caseId, person, on } = input;
    must(facts.case && covers(facts.actor, { countyCode: countyOf(caseId) }), 'case-not-found', { caseId });
    must(person !== facts.actor.personId, 'handler-may-not-check', { person });
    const { reviews } = diligenceOnFile(facts, person);
    must(on <= civilDateOf(now), 'date-out-of-order', { on });
    const event: ExemptionEventBody = { type: 'exemption-reviewed', data: input };
    return { event, subject: exemptionOf(caseId, person), reply: { reviews: reviews.length + 1 } };
  },
});
