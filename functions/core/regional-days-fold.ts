import type { RegionalDays, RegionalDaysEventBody } from '../../schemas/regional-days.ts';
import type { Event, State } from './event.ts';

export type RegionalDaysState = State<RegionalDays>;
export type RegionalDaysEvent = Event & RegionalDaysEventBody;

/** The next state of an entry of regional days: entered, then approved, never edited. */
export function foldRegionalDays(state: RegionalDaysState | undefined, event: RegionalDaysEvent): RegionalDaysState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: RegionalDays | undefined, event: RegionalDaysEvent): RegionalDays {
  if (event.type === 'regional-days-entered') return event.data.entry;
  if (!head) throw new Error(`the first event of regional days is ${event.type}`);
  const { approvedBy, approvedAt } = event.data;
  return { ...head, approvedBy, approvedAt };
}
