import * as z from 'zod';
import { Post } from './actor.ts';
import { CivilDate, Instant } from './dates.ts';
import { PersonId } from './ids.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** A county's work of one day (当日限办清单): opened in the morning, closed after midnight. */
export const DocketEventBody = z.discriminatedUnion('type', [
  event('docket-opened', {
    on: CivilDate,
    /** Counties whose docket of the day before has no closing: silence is itself an alert. */
    unclosed: z.array(z.string()),
  }),
  event('docket-closed', {
    on: CivilDate,
    raised: z.int(),
    delivered: z.int(),
    eventsInTable: z.int(),
    eventsInLake: z.int(),
    /** The log as it stood: binds the last manifest, and with it the rows of the lake, into the tree. Days before there was one have none. */
    ledger: z.strictObject({ size: z.int(), root: z.string(), manifest: z.string() }).optional(),
    /** Events that table, ledger and lake do not agree on: 0 and 0, or an alarm. */
    gaps: z.strictObject({ ledger: z.int(), lake: z.int() }).optional(),
  }),
]);
export type DocketEventBody = z.infer<typeof DocketEventBody>;

/** A refused attempt of powers, separation, prohibition or evidence, kept in the organisation's own subject (decision 11). */
export const RefusalEventBody = event('attempt-refused', {
  act: z.string(),
  code: z.string(),
  rule: z.string(),
  post: Post,
  person: PersonId,
  caseId: z.string().optional(),
  at: Instant,
});
export type RefusalEventBody = z.infer<typeof RefusalEventBody>;

/** A reading of personal data, with its purpose (decision 13). */
export const AccessEventBody = event('personal-data-read', {
  act: z.string(),
  purpose: z.string(),
  person: PersonId,
  caseId: z.string().optional(),
  persons: z.int(),
  at: Instant,
});
export type AccessEventBody = z.infer<typeof AccessEventBody>;
