import type { DiligenceView } from '../../schemas/diligence.ts';
import type { CaseEvent } from '../core/case-fold.ts';
import { type ExemptionState, exemptionOf } from '../core/exemption-fold.ts';
import { type Facts, stateOf, theCase } from '../core/facts.ts';
import { eventPartition } from '../core/list-keys.ts';
import { recordsOf } from '../core/listing.ts';
import { must } from '../core/problem.ts';
import type { FactRequest } from '../core/step.ts';
import { countyOf } from '../law/tenants.ts';
import { diligenceOf } from './diligence.ts';

/** The case, its events, and what was decided about the person. */
export const diligenceFacts = (caseId: string, person: string): FactRequest => ({
  case: caseId,
  county: countyOf(caseId),
  subjects: [exemptionOf(caseId, person)],
  list: { partition: eventPartition('case', caseId) },
});

/** The pack of a person who acted in the case; refused with `not-on-case` for anybody else. */
export function diligenceOnFile(facts: Facts, person: string): DiligenceView {
  const { caseId } = theCase(facts).head;
  const reviews = stateOf<ExemptionState>(facts, exemptionOf(caseId, person))?.head.reviews ?? [];
  const pack = diligenceOf(recordsOf<CaseEvent>(facts), person, reviews);
  must(pack.acts.length > 0, 'not-on-case', { caseId, person });
  return { caseId, ...pack, complete: facts.list?.next === undefined };
}
