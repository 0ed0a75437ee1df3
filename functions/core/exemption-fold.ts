import type { ExemptionEventBody, ExemptionReview } from '../../schemas/diligence.ts';
import type { Event, State } from './event.ts';
import type { SubjectRef } from './subject.ts';

/** Reviews of one person's part in one case, in the order they were recorded. */
export type ExemptionState = State<{ readonly caseId: string; readonly reviews: readonly ExemptionReview[] }>;
export type ExemptionEvent = Event & ExemptionEventBody;

/** The subject of a person's part in a case. */
export const exemptionOf = (caseId: string, person: string): SubjectRef => ({
  kind: 'exemption',
  id: `${caseId}:${person}`,
});

/** The next state: a review is added, none is changed. */
export const foldExemption = (state: ExemptionState | undefined, event: ExemptionEvent): ExemptionState => {
  const { caseId, person: _person, ...review } = event.data;
  const recorded = { ...review, recordedBy: event.actor.personId, recordedAt: event.at };
  return {
    version: event.seq,
    chain: event.hash,
    head: { caseId, reviews: [...(state?.head.reviews ?? []), recorded] },
    parts: {},
  };
};
