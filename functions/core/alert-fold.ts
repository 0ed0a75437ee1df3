import type { AlertEventBody, AlertRecord } from '../../schemas/alert-record.ts';
import type { Event, State } from './event.ts';

export type AlertState = State<AlertRecord>;
export type AlertEvent = Event & AlertEventBody;

/** The next state of an alert. */
export function foldAlert(state: AlertState | undefined, event: AlertEvent): AlertState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: AlertRecord | undefined, event: AlertEvent): AlertRecord {
  if (event.type === 'alert-raised') return event.data.alert;
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  switch (event.type) {
    case 'alert-delivered':
      return { ...head, deliveredAt: event.data.at };
    case 'alert-acknowledged':
      return { ...head, acknowledgedBy: event.data.by, acknowledgedAt: event.data.at };
    case 'supervision-answered':
      return { ...head, answeredBy: event.data.by, answeredAt: event.at, answer: event.data.answer };
  }
}

/** One alert a subject × term × last day × level, whatever raises it and how often (design decision 5). */
export const alertIdOf = (key: { subjectId: string; term: string; dueOn: string; level: string }): string =>
  `${key.subjectId}:${key.term}:${key.dueOn}:${key.level}`;
