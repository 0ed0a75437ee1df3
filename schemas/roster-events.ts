import * as z from 'zod';
import { CivilDate, Instant, Month } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { PersonId, Sha256, TownshipCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { AccountToken } from './payee.ts';
import { Program } from './program.ts';
import { LineProblem, PaidPerson, Receipted, RosterException, RosterLine } from './roster.ts';

const ofRoster = { rosterId: z.string(), program: Program, month: Month, on: CivilDate };

/** A line that is payable again, to the account in use now. */
const Released = z.strictObject({ caseId: z.string(), account: AccountToken });

/** What happens to a roster (发放名册): frozen, verified, checked, approved, paid. */
export const RosterEventBody = z.discriminatedUnion('type', [
  event('roster-opened', {
    ...ofRoster,
    cutoffOn: CivilDate,
    freezeAt: Instant,
    payBy: CivilDate,
    earlier: z.array(z.strictObject({ month: Month, at: Instant })),
    by: PersonId,
  }),
  event('roster-page-added', {
    ...ofRoster,
    page: z.int(),
    lines: z.array(RosterLine),
    exceptions: z.array(RosterException),
    /** Persons whom this page is the first to pay for a month. */
    paid: z.array(PaidPerson.extend({ caseId: z.string() })),
    cursor: z.string().optional(),
  }),
  event('roster-verified', {
    ...ofRoster,
    townshipCode: TownshipCode,
    problems: z.array(z.strictObject({ caseId: z.string(), problem: LineProblem, note: statement.optional() })),
    complete: z.boolean(),
    by: PersonId,
  }),
  event('roster-checked', {
    ...ofRoster,
    held: z.array(z.string()),
    released: z.array(Released),
    complete: z.boolean(),
    by: PersonId,
  }),
  event('roster-approved', { ...ofRoster, by: PersonId, post: z.string() }),
  event('payment-file-ordered', { ...ofRoster, no: z.int(), count: z.int(), amountFen: FenAmount, by: PersonId }),
  event('payment-file-written', { ...ofRoster, no: z.int(), sha256: Sha256, count: z.int(), amountFen: FenAmount }),
  event('receipts-recorded', { ...ofRoster, no: z.int(), receipts: z.array(Receipted).min(1), by: PersonId }),
]);
export type RosterEventBody = z.infer<typeof RosterEventBody>;
