import type { SealEventBody, SealRecord } from '../../schemas/seal.ts';
import type { Event, State } from './event.ts';

export type SealState = State<SealRecord>;
export type SealEvent = Event & SealEventBody;

/** The next state of a seal's picture: entered, then approved, never edited. */
export function foldSeal(state: SealState | undefined, event: SealEvent): SealState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: SealRecord | undefined, event: SealEvent): SealRecord {
  if (event.type === 'seal-entered') return event.data.seal;
  if (!head) throw new Error(`the first event of a seal is ${event.type}`);
  const { approvedBy, approvedAt } = event.data;
  return { ...head, approvedBy, approvedAt };
}
