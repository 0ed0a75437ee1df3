import type { DrawEventBody, DrawHead } from '../../schemas/draw.ts';
import type { Event, State } from './event.ts';

export type DrawState = State<DrawHead>;
export type DrawEvent = Event & DrawEventBody;

/** The next state of a draw: frozen, its round's value entered, drawn or void. Never changed afterwards. */
export function foldDraw(state: DrawState | undefined, event: DrawEvent): DrawState {
  return { version: event.seq, chain: event.hash, head: drawAfter(state?.head, event), parts: {} };
}

/** The head after a body, as replies tell it before the event is sealed. */
export function drawAfter(head: DrawHead | undefined, { type, data }: DrawEventBody): DrawHead {
  if (type === 'draw-frozen') return { ...data, state: 'frozen' };
  if (!head) throw new Error(`the first event of a draw is ${type}`);
  if (type === 'draw-voided') return { ...head, state: 'void' };
  if (type === 'draw-beacon-entered') {
    const { value, by, on } = data;
    return { ...head, state: 'beacon-entered', entered: { value, by, on } };
  }
  const { by, on, size, seed, drawn, checkpoint } = data;
  return { ...head, state: 'drawn', seeded: { by, on, size, seed, drawn, checkpoint } };
}
