import type { Correction, CorrectionEventBody } from '../../schemas/correction.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { CorrectionState } from './correction-fold.ts';
import type { EventBody } from './event.ts';
import { type Facts, stateOf, theCase } from './facts.ts';
import { managementOf } from './managed.ts';
import { must } from './problem.ts';
import type { SubjectRef } from './subject.ts';

/** A correction as a subject. */
export const correctionRef = (correctionId: string): SubjectRef => ({ kind: 'correction', id: correctionId });

/** Number of the next correction of a case: the case and a serial of its papers of supervision. */
export const correctionIdOf = (caseId: string, serial: number): string => `${caseId}-C${serial}`;

/** The open correction of the loaded case, which the call must name; undefined where none is open. */
export function openCorrection(facts: Facts, named: string | undefined): Correction | undefined {
  const open = managementOf(theCase(facts)).correction;
  must(open?.correctionId === named, 'correction-not-named', { correctionId: open?.correctionId });
  return named === undefined ? undefined : stateOf<CorrectionState>(facts, correctionRef(named))?.head;
}

/** What settling a correction writes to its own subject, in the transaction of the act that settles it. */
export function settleCorrection(
  correction: Correction | undefined,
  of: { readonly on: CivilDate; readonly status: 'corrected' | 'revoked'; readonly settledBy: 'township' | 'county' },
  answer: readonly string[] = [],
): readonly { readonly subject: SubjectRef; readonly event: EventBody }[] {
  if (!correction) return [];
  const body: CorrectionEventBody = { type: 'correction-settled', data: { ...of, answer: [...answer] } };
  return [
    { subject: correctionRef(correction.correctionId), event: { ...body, terms: { end: ['correction-order'] } } },
  ];
}
