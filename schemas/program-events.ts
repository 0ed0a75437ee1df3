import * as z from 'zod';
import { EntitlementEntry } from './benefit.ts';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { Household } from './household.ts';
import { PersonId } from './ids.ts';
import { CareGrade } from './self-care.ts';

/** Events that only some programs or modes of authority have: self-care of 特困 (T43 §20–23), and who received the case to decide it. */
export const programEvents = [
  event('self-care-change-reported', { on: CivilDate, change: statement }),
  event('self-care-assessed', {
    on: CivilDate,
    occasion: z.enum(['first', 'change']),
    failed: z.int().min(0).max(6),
    grade: CareGrade,
    assessors: z.array(PersonId),
    household: Household,
    entitlements: z.array(EntitlementEntry),
  }),
  event('case-received', {
    on: CivilDate,
    mode: z.enum(['delegated', 'standard']),
    /** The review was finished: the county's own term to decide runs from this day. */
    finished: z.boolean(),
    delegationId: z.string().optional(),
  }),
] as const;
