import type { Recalculation, RecalculationEventBody } from '../../schemas/recalculation.ts';
import type { Event, State } from './event.ts';

export type RecalculationState = State<Recalculation>;
export type RecalculationEvent = Event & RecalculationEventBody;

/** The next state of a recomputation. */
export const foldRecalculation = (
  state: RecalculationState | undefined,
  event: RecalculationEvent,
): RecalculationState => ({ version: event.seq, chain: event.hash, head: advanced(state?.head, event), parts: {} });

/** The recomputation after a body, as replies tell it before the event is sealed. */
export function advanced(head: Recalculation | undefined, { type, data }: RecalculationEventBody): Recalculation {
  if (type === 'recalculation-started') return data.recalculation;
  if (head === undefined) throw new Error(`the first event of a recalculation is ${type}`);
  const { on, lastCaseId, cases, done } = data;
  return {
    ...head,
    cases: head.cases + cases,
    ...(lastCaseId ? { lastCaseId } : {}),
    ...(done ? { status: 'done', closedOn: on } : {}),
  };
}
