import * as z from 'zod';
import { appealEvents } from './appeal-events.ts';
import { benefitEvents } from './benefit-events.ts';
import { calendarEvents } from './calendar-events.ts';
import { CivilDate } from './dates.ts';
import { fastAidEvents } from './fast-aid-events.ts';
import { intakeEvents } from './intake-events.ts';
import { mandateEvents } from './mandate.ts';
import { needsEvents } from './needs-events.ts';
import { Paper } from './paper.ts';
import { programEvents } from './program-events.ts';
import { publicityEvents } from './publicity-events.ts';
import { reviewEvents } from './review-events.ts';
import { Term, TermName } from './term.ts';

/** Every kind of event a case can have: what happened, in the past tense. */
export const CaseEventBody = z.discriminatedUnion('type', [
  ...intakeEvents,
  ...needsEvents,
  ...mandateEvents,
  ...reviewEvents,
  ...benefitEvents,
  ...fastAidEvents,
  ...programEvents,
  ...publicityEvents,
  ...calendarEvents,
  ...appealEvents,
]);
export type CaseEventBody = z.infer<typeof CaseEventBody>;
export type CaseEventType = CaseEventBody['type'];

/** What an act does to the running terms: computed by law at the moment of the act and kept with it. */
export const TermChanges = z.strictObject({
  start: z.array(Term).optional(),
  end: z.array(TermName).optional(),
  /** Running terms counted anew under a calendar: each takes the place of its forerunner. */
  recount: z.array(Term).optional(),
  extend: z.array(z.strictObject({ term: TermName, to: CivilDate, provisional: z.boolean() })).optional(),
});
export type TermChanges = z.infer<typeof TermChanges>;

/** The papers an act issues. */
export const IssuedPapers = z.array(Paper);
