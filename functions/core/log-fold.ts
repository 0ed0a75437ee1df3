import type { AccessEventBody, DocketEventBody, RefusalEventBody } from '../../schemas/docket-events.ts';
import type { Event, State } from './event.ts';

/** A docket's state: open until its closing event. */
export interface DocketHead {
  readonly on: string;
  readonly closed: boolean;
}
export type DocketState = State<DocketHead>;
export type DocketEvent = Event & DocketEventBody;

/** The next state of a docket. */
export const foldDocket = (_state: DocketState | undefined, event: DocketEvent): DocketState => ({
  version: event.seq,
  chain: event.hash,
  head: { on: event.data.on, closed: event.type === 'docket-closed' },
  parts: {},
});

/** A log subject (refusals, access): its state is only how long it is. */
export type LogState = State<{ readonly organisation: string }>;
export type LogEvent = Event & (RefusalEventBody | AccessEventBody);

/** The next state of a log. */
export const foldLog = (_state: LogState | undefined, event: LogEvent): LogState => ({
  version: event.seq,
  chain: event.hash,
  head: { organisation: event.subjectId },
  parts: {},
});
