import { type AlertEvent, type AlertState, foldAlert } from './alert-fold.ts';
import { type CaseEvent, type CaseState, foldCase } from './case-fold.ts';
import { type CountyEvent, type CountyState, foldCounty } from './county-fold.ts';
import type { Event } from './event.ts';
import { type DocketEvent, type DocketState, foldDocket, foldLog, type LogEvent, type LogState } from './log-fold.ts';

export type AnyState = CaseState | CountyState | AlertState | DocketState | LogState;

/** The state of any subject after an event: the one place that knows which fold belongs to which kind. */
export function fold(state: AnyState | undefined, event: Event): AnyState {
  switch (event.subjectKind) {
    case 'case':
      return foldCase(state as CaseState | undefined, event as CaseEvent);
    case 'county':
      return foldCounty(state as CountyState | undefined, event as CountyEvent);
    case 'alert':
      return foldAlert(state as AlertState | undefined, event as AlertEvent);
    case 'docket':
      return foldDocket(state as DocketState | undefined, event as DocketEvent);
    case 'refusals':
    case 'access':
      return foldLog(state as LogState | undefined, event as LogEvent);
  }
}
