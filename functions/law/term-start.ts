import type { CivilDate } from '../../schemas/dates.ts';
import type { PersonId } from '../../schemas/ids.ts';
import type { Program } from '../../schemas/program.ts';
import type { HolderPost, Term, TermName } from '../../schemas/term.ts';
import { addDays, addMonths, type Calendar, isLoaded, nextDay } from './calendar.ts';
import { type Clocks, clockOf } from './clocks.ts';
import type { TermOf } from './program-terms.ts';
import { citeText } from './sources.ts';
import type { HolderLevel } from './term-rows.ts';
import { type TermRule, termRule } from './term-rules.ts';
import { lastDayByDays, lastDayByMonths, lastDayByWorkingDays, type TermEnd } from './terms.ts';

/** What a term needs to start. */
export interface TermStart {
  /** The day it runs from, not counted itself. */
  readonly fromOn: CivilDate;
  readonly calendar: Calendar;
  readonly clocks: Clocks;
  /** Code of the organisation that holds it; see `holderOrgOf`. */
  readonly holderOrg: string;
  readonly holderId?: PersonId | undefined;
  /** Who holds this one, where it depends on the subject: a complaint is handled where it must be, not where the table says. */
  readonly holder?: { readonly org: HolderLevel; readonly post: HolderPost } | undefined;
  /** Whether the township decides under a delegation in force. */
  readonly delegated: boolean;
  /** 低保 where none is named. */
  readonly program?: Program | undefined;
  /** For `posting` only: the last day of the decision term where it has been extended; else counted from `fromOn`. */
  readonly decisionDueOn?: CivilDate;
  /** For a cycle only: its months in this case. */
  readonly months?: number | undefined;
  /** For a fixed term only: its last day, as decided. */
  readonly lastOn?: CivilDate | undefined;
}

/** Starts a term: its last day, its holder and the clause it rests on. Throws RangeError on a length that is none. */
export const startTerm = (term: TermName, start: TermStart): Term => {
  const rule = termRule(term, ofStart(start));
  const holder = start.holder ?? rule.holder;
  const { dueOn, provisional } = termEnd(term, start);
  return {
    term,
    fromOn: start.fromOn,
    dueOn,
    provisional,
    holderOrg: start.holderOrg,
    holderPost: holder.post,
    ...(start.holderId === undefined ? {} : { holderId: start.holderId }),
    countyHeld: holder.org === 'county' || holder.org === 'city',
    citation: rule.citations.map(citeText).join('、'),
  };
};

const ofStart = ({ delegated, program, fromOn }: Pick<TermStart, 'delegated' | 'program' | 'fromOn'>): TermOf => ({
  delegated,
  program,
  on: fromOn,
});

const termEnd = (term: TermName, start: TermStart): TermEnd => {
  const { calendar, fromOn, clocks } = start;
  const rule = termRule(term, ofStart(start));
  const n = clockOf(clocks, rule.clockKey);
  if (term === 'posting') {
    const decision = termEnd('decision', start);
    const by = start.decisionDueOn ?? decision.dueOn;
    const provisional = start.decisionDueOn === undefined ? decision.provisional : !isLoaded(calendar, by);
    return { dueOn: latestPostingDay(calendar, by, n), provisional };
  }
  if (start.lastOn) return { dueOn: start.lastOn, provisional: false };
  return countedFrom(calendar, fromOn, { unit: rule.unit, n: start.months ?? n, rolls: rule.rolls });
};

const countedFrom = (
  calendar: Calendar,
  fromOn: CivilDate,
  count: Pick<TermRule, 'unit' | 'rolls'> & { readonly n: number },
): TermEnd => {
  if (count.unit === 'working-days') return lastDayByWorkingDays(calendar, fromOn, count.n);
  if (count.unit === 'months') return lastDayByMonths(calendar, fromOn, count.n);
  return lastDayByDays(calendar, fromOn, { n: count.n, roll: count.rolls });
};

/**
 * A running term counted anew, after a holiday notice was loaded: its last day and, if it was extended, the extended one. An ended term stays as it was. Throws RangeError as `startTerm` does.
 */
export const recountTerm = (
  term: Term,
  by: Pick<TermStart, 'calendar' | 'clocks' | 'delegated' | 'program'> & { readonly decisionDueOn?: CivilDate },
): Term => {
  const rule = termRule(term.term, ofStart({ ...by, fromOn: term.fromOn }));
  if (term.endedOn !== undefined || rule.fixed) return term;
  const months = rule.cycle ? wholeMonths(term.fromOn, term.dueOn) : undefined;
  const end = termEnd(term.term, { ...by, fromOn: term.fromOn, holderOrg: term.holderOrg, months });
  if (term.extendedTo === undefined) return { ...term, dueOn: end.dueOn, provisional: end.provisional };
  const { dueOn, provisional } = rule.further
    ? furtherDue(term, by)
    : extendedDecisionDue(by.calendar, term.fromOn, by);
  const extendedTo =
    term.term === 'posting' ? latestPostingDay(by.calendar, dueOn, clockOf(by.clocks, 'publicity.days')) : dueOn;
  return { ...term, dueOn: end.dueOn, extendedTo, provisional };
};

/** Months between the start of a cycle and its last day, which may have rolled a little further. */
const wholeMonths = (fromOn: CivilDate, dueOn: CivilDate): number => {
  let months = 1;
  while (addMonths(fromOn, months + 1) <= dueOn) months += 1;
  return months;
};

/** The organisation that holds a term: the county's code for its own terms, else the township's, also for windows it watches over. */
export const holderOrgOf = (
  term: TermName,
  at: {
    readonly townshipCode: string;
    readonly countyCode: string;
    readonly delegated: boolean;
    readonly program?: Program | undefined;
  },
): string =>
  termRule(term, { delegated: at.delegated, program: at.program }).holder.org === 'county'
    ? at.countyCode
    : at.townshipCode;

/** The last day of the decision term once extended: counted from acceptance, not from the ground (N83 四(一), R62 §8, G11). */
export const extendedDecisionDue = (
  calendar: Calendar,
  acceptedOn: CivilDate,
  { clocks, program }: { readonly clocks: Clocks; readonly program?: Program | undefined },
): TermEnd =>
  lastDayByWorkingDays(
    calendar,
    acceptedOn,
    clockOf(clocks, program === 'GX' ? 'clock.gxExtended' : 'clock.total.extended'),
  );

/** The last day of a term once its one extension is added, counted on from the day it runs from. Throws RangeError where it has none. */
export const furtherDue = (
  term: Pick<Term, 'term' | 'fromOn'>,
  by: Pick<TermStart, 'calendar' | 'clocks' | 'delegated'>,
): TermEnd => {
  const { further, clockKey, unit, rolls } = termRule(term.term, { delegated: by.delegated });
  if (!further) throw new RangeError(`${term.term} has no extension of its own`);
  const n = clockOf(by.clocks, clockKey) + clockOf(by.clocks, further);
  return countedFrom(by.calendar, term.fromOn, { unit, n, rolls });
};

/**
 * The last day of publicity: `days` calendar days from the day after the last mandatory channel was posted, rolled over
 * days of rest but never over a make-up working day (D57 §19, N83 四(二), CIVIL §203).
 */
export const publicityEnd = (calendar: Calendar, postedOn: CivilDate, days = 7): CivilDate =>
  lastDayByDays(calendar, postedOn, { n: days, roll: true }).dueOn;

/** The first day a decision may bear: the last day of publicity still belongs to the public (B1). A day of rest will do (B6). */
export const earliestDecisionOn = (publicityEndOn: CivilDate): CivilDate => nextDay(publicityEndOn);

/** The last day to post so that publicity ends before the last day of the decision term (planner rule, rulebook 3.9). */
export const latestPostingDay = (calendar: Calendar, decisionDueOn: CivilDate, publicityDays = 7): CivilDate => {
  let postedOn = addDays(decisionDueOn, -publicityDays - 1);
  while (publicityEnd(calendar, postedOn, publicityDays) >= decisionDueOn) postedOn = addDays(postedOn, -1);
  return postedOn;
};

/** The last day that counts: the extended one if there is one. */
export const lastDayOf = (term: Pick<Term, 'dueOn' | 'extendedTo'>): CivilDate => term.extendedTo ?? term.dueOn;

/** Whether a term was, or on a civil date is, past its last day. Done by 24:00 of the last day is in time (CIVIL §203(2)). */
export const isOverdue = (term: Pick<Term, 'dueOn' | 'extendedTo' | 'endedOn'>, on: CivilDate): boolean =>
  (term.endedOn ?? on) > lastDayOf(term);
