import type { HistoryImport, ImportEventBody } from '../../schemas/history-import.ts';
import type { Event, State } from './event.ts';

export type ImportState = State<HistoryImport>;
export type ImportEvent = Event & ImportEventBody;

/** The state of an import: it happens once. */
export function foldImport(_state: ImportState | undefined, event: ImportEvent): ImportState {
  const { purpose: _stays, ...head } = event.data;
  return { version: event.seq, chain: event.hash, head, parts: {} };
}
