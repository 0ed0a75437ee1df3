import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { TermMove } from './recount.ts';

/** What a newly loaded holiday notice does to a case. */
export const calendarEvents = [
  event('terms-recounted', { on: CivilDate, calendar: z.string(), moves: z.array(TermMove) }),
] as const;
