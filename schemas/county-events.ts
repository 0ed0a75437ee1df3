import * as z from 'zod';
import { AlertDirectory } from './alert.ts';
import { HolidayNotice, RegionalDay } from './calendar.ts';
import { CivilDate, Instant } from './dates.ts';
import { Delegation } from './delegation.ts';
import { Divisions } from './divisions.ts';
import { PersonId } from './ids.ts';
import { ParameterRecord } from './parameter.ts';
import { RegisteredBefore, StaffRecord } from './staff.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** Every kind of event a county's set-up can have. */
export const CountyEventBody = z.discriminatedUnion('type', [
  event('divisions-registered', { divisions: Divisions }),
  event('delegation-granted', { delegations: z.array(Delegation).min(1) }),
  event('delegation-revoked', { delegation: Delegation, on: CivilDate, reason: z.string().max(400) }),
  event('parameter-entered', { record: ParameterRecord }),
  event('parameter-approved', { id: z.string(), approvedBy: PersonId, approvedAt: Instant }),
  event('calendar-loaded', { notice: HolidayNotice }),
  event('regional-days-loaded', { days: z.array(RegionalDay) }),
  event('staff-registered', { record: StaffRecord, before: RegisteredBefore.optional() }),
  event('helper-registered', { record: StaffRecord, before: RegisteredBefore.optional() }),
  event('alert-directory-set', { directory: AlertDirectory }),
  event('seal-approved', { orgCode: z.string(), attachmentId: z.string() }),
  event('staff-trained', { trainingId: z.string(), on: CivilDate, staff: z.array(PersonId) }),
]);
export type CountyEventBody = z.infer<typeof CountyEventBody>;
export type CountyEventType = CountyEventBody['type'];
