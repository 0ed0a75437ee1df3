import type { Erasure, ErasureEventBody } from '../../schemas/erasure.ts';
import type { Event, State } from './event.ts';

export type ErasureState = State<Erasure>;
export type ErasureEvent = Event & ErasureEventBody;

/** Number of the erasure of a case's file; asked for again, where a person was still held, it is the same. */
export const erasureIdOf = (caseId: string): string => `${caseId}-ERA`;

/** The next state of an erasure. */
export function foldErasure(state: ErasureState | undefined, event: ErasureEvent): ErasureState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: Erasure | undefined, event: ErasureEvent): Erasure {
  if (event.type === 'erasure-requested') return event.data.erasure;
  if (!head) throw new Error(`the first event of an erasure is ${event.type}`);
  const { approvedBy, approvedAt, persons, kept } = event.data;
  return { ...head, state: 'erased', approvedBy, approvedAt, erased: head.erased + persons.length, kept };
}
