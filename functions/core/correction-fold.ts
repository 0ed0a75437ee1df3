import type { Correction, CorrectionEventBody } from '../../schemas/correction.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type CorrectionState = State<Correction>;
export type CorrectionEvent = Event & CorrectionEventBody;

/** The next state of a correction the county ordered; its term is its own (rulebook 7.5). */
export function foldCorrection(state: CorrectionState | undefined, event: CorrectionEvent): CorrectionState {
  const head = next(state?.head, event);
  return { version: event.seq, chain: event.hash, head, parts: {} };
}

function next(head: Correction | undefined, event: CorrectionEvent): Correction {
  if (event.type === 'correction-opened') return event.data.correction;
  if (head === undefined) throw new Error(`the first event of a correction is ${event.type}`);
  const { on, status, settledBy } = event.data;
  return { ...head, status, settledOn: on, settledBy, terms: [...foldTerms(head.terms, event.terms, event.at, on)] };
}
