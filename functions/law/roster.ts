import type { Entitlement } from '../../schemas/benefit.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { RosterPart } from '../../schemas/roster.ts';
import { addMonths, nextDay } from './civil-day.ts';
import { instantOf } from './clock-face.ts';
import { entitlementIn } from './entitlements.ts';

/** A roster that was frozen: the month it pays and the instant up to which decisions counted. */
export interface Freeze {
  readonly month: string;
  readonly at: string;
}

/** Programs paid by the month, in the order in which their rosters of a month are made: 特困 before 低保 (rulebook 3.10, invariant 8). */
export const paidMonthly: readonly string[] = ['TK', 'DB_URBAN', 'DB_RURAL', 'GL'];

/** Programs of which a person may have one payment a month between them: 低保 and 特困 exclude each other, 高龄津贴 stands beside (A7). */
export const paymentGroup = (program: string): string => (program === 'GL' ? 'GL' : 'basic');

const shifted = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7);

/** The month before. */
export const previousMonth = (month: string): string => shifted(month, -1);

/** Last day of decisions that count for a month: the cut-off day of the month before, that day included (B20). */
export const cutoffOn = (month: string, cutoffDay: number): CivilDate =>
  `${previousMonth(month)}-${String(cutoffDay).padStart(2, '0')}`;

/** The last millisecond of a civil day in Beijing, as a UTC instant. */
export const endOfDay = (on: CivilDate): string =>
  new Date(Date.parse(instantOf(nextDay(on), '00:00')) - 1).toISOString();

/** What a decision on record gives for a month as known at an instant; nothing where its number is missing. */
const decided = (entitlements: readonly Entitlement[], month: string, at: string): number => {
  const entry = entitlementIn(entitlements, month, at);
  return entry?.paper ? entry.amountFen : 0;
};

/** The most that any earlier roster took up for a benefit month: what has been put on a list for the household already. */
const rostered = (entitlements: readonly Entitlement[], month: string, earlier: readonly Freeze[]): number =>
  Math.max(0, ...earlier.filter((freeze) => freeze.month >= month).map(({ at }) => decided(entitlements, month, at)));

function* monthsBetween(first: string, last: string): Generator<string> {
  for (let month = first; month <= last; month = shifted(month, 1)) yield month;
}

/** What a roster owes a household, by benefit month; amounts in fen. */
export interface Owed {
  /** Each with the decision it rests on. */
  readonly parts: readonly RosterPart[];
  /** Months that have an amount but no document number: never paid, for a person to look into. */
  readonly withoutDecision: readonly { readonly month: string; readonly amountFen: number }[];
  /** Months before the county's first roster: how they were paid is not known here. */
  readonly beforeFirst: readonly { readonly month: string; readonly amountFen: number }[];
}

/**
 * What a freeze pays (B20; D57 §25): the month's amount as known at the freeze, and for every earlier month what is known now beyond
 * what any earlier roster took up. Never negative: what was paid too much comes back by decision only (6.5, LAW §74). Pure and
 * reproducible: from the entitlements and the instants of the freezes alone.
 */
export function owedAt(entitlements: readonly Entitlement[], freeze: Freeze, earlier: readonly Freeze[]): Owed {
  const parts: RosterPart[] = [];
  const withoutDecision: { month: string; amountFen: number }[] = [];
  const beforeFirst: { month: string; amountFen: number }[] = [];
  const [start] = entitlements.map(({ fromMonth }) => fromMonth).toSorted();
  const firstRoster = [freeze, ...earlier].map(({ month }) => month).toSorted()[0] ?? freeze.month;
  for (const month of monthsBetween(start ?? freeze.month, freeze.month)) {
    const entry = entitlementIn(entitlements, month, freeze.at);
    const amountFen = (entry?.amountFen ?? 0) - rostered(entitlements, month, earlier);
    if (!entry || amountFen <= 0) continue;
    if (month < firstRoster) beforeFirst.push({ month, amountFen });
    else if (!entry.paper) withoutDecision.push({ month, amountFen });
    else parts.push(partOf(entry, { month, amountFen, paper: entry.paper, arrears: month < freeze.month }));
  }
  return { parts, withoutDecision, beforeFirst };
}

const partOf = (
  { decidedOn, decidedBy }: Entitlement,
  of: { readonly month: string; readonly amountFen: number; readonly paper: string; readonly arrears: boolean },
): RosterPart => ({
  month: of.month,
  kind: of.arrears ? 'arrears' : 'current',
  amountFen: of.amountFen,
  paper: of.paper,
  decidedOn,
  ...(decidedBy ? { decidedBy } : {}),
});
