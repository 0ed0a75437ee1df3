import type { RecountEventBody, RecountView } from '../../schemas/recount.ts';
import type { RecountHead } from '../core/recount-fold.ts';
import type { SubjectRef } from '../core/subject.ts';

/** A recount as callers see it. */
export const recountView = ({ place: _place, ...view }: RecountHead): RecountView => view;

/** The recount a notice causes: the same for the same notice, so that it is opened once. */
export const recountIdOf = (countyCode: string, cause: string): string => `${countyCode}-recount-${cause}`;

/** The opening of a recount, beside the event that changes the calendar. */
export const recountOpened = (
  countyCode: string,
  cause: string,
  calendar: string,
): { readonly subject: SubjectRef; readonly event: RecountEventBody } => ({
  subject: { kind: 'recount', id: recountIdOf(countyCode, cause) },
  event: { type: 'recount-opened', data: { countyCode, calendar, cause } },
});
