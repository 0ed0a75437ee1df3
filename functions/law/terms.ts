import type { CivilDate } from '../../schemas/dates.ts';
import type { CountedDay, TermExplanation } from '../../schemas/term-explanation.ts';
import {
  addDays,
  addMonths,
  type Calendar,
  dayKind,
  isLoaded,
  isWorkingDay,
  nextDay,
  workingDayFrom,
} from './calendar.ts';

export { type TermRule, termRule, termRules } from './term-rules.ts';

/** The last day of a term. `provisional`: a year without a holiday notice had a part in it, so loading one may move it. */
export interface TermEnd {
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  /** The days counted, in order, where the term counts days. */
  readonly days?: readonly CivilDate[];
}

const demandLength = (n: number): void => {
  if (!Number.isInteger(n) || n < 1 || n > 4000) throw new RangeError(`not the length of a term: ${n}`);
};

/**
 * The last day of `n` working days. The day the term runs from is not counted (CIVIL §201); weekends and days off are
 * passed over, make-up days count.
 *
 * Throws RangeError unless `n` is a whole number from 1 to 4000.
 */
export const lastDayByWorkingDays = (calendar: Calendar, fromOn: CivilDate, n: number): TermEnd => {
  demandLength(n);
  const days: CivilDate[] = [];
  let on = fromOn;
  let provisional = false;
  while (days.length < n) {
    on = nextDay(on);
    provisional ||= !isLoaded(calendar, on);
    if (isWorkingDay(calendar, on)) days.push(on);
  }
  return { dueOn: on, provisional, days };
};

const roll = (calendar: Calendar, end: CivilDate, rolls: boolean): { dueOn: CivilDate; provisional: boolean } => {
  const dueOn = rolls ? workingDayFrom(calendar, end) : end;
  return { dueOn, provisional: !isLoaded(calendar, end) || !isLoaded(calendar, dueOn) };
};

/**
 * The last day of `n` calendar days. With `roll`, an end on a weekend or day off moves to the next working day (CIVIL §203),
 * but an end on a make-up working day stays. 小额快救 does not roll.
 *
 * Throws RangeError unless `n` is a whole number from 1 to 4000.
 */
export const lastDayByDays = (
  calendar: Calendar,
  fromOn: CivilDate,
  count: { readonly n: number; readonly roll: boolean },
): TermEnd => {
  demandLength(count.n);
  const days = Array.from({ length: count.n }, (_, i) => addDays(fromOn, i + 1));
  return { ...roll(calendar, addDays(fromOn, count.n), count.roll), days };
};

/**
 * The last day of `n` months: the corresponding day, else the month's end (CIVIL §202), moved to the next working day
 * (CIVIL §203, A12).
 *
 * Throws RangeError unless `n` is a whole number from 1 to 4000.
 */
export const lastDayByMonths = (calendar: Calendar, fromOn: CivilDate, n: number): TermEnd => {
  demandLength(n);
  return roll(calendar, addMonths(fromOn, n), true);
};

/** What a caller asks to have counted: working days, or calendar days that roll unless told otherwise. */
export type TermQuestion =
  | { readonly from: CivilDate; readonly workingDays: number }
  | { readonly from: CivilDate; readonly days: number; readonly roll?: boolean };

/** Counts a term day by day and says of each day why it counts. Throws RangeError as the functions above do. */
export const explainTerm = (calendar: Calendar, question: TermQuestion): TermExplanation => {
  const { from } = question;
  const inDays = 'days' in question;
  const end = inDays
    ? lastDayByDays(calendar, from, { n: question.days, roll: question.roll ?? true })
    : lastDayByWorkingDays(calendar, from, question.workingDays);
  const numbers = new Map(end.days?.map((on, i) => [on, i + 1]));
  const days: CountedDay[] = [startDay(calendar, from)];
  for (let on = nextDay(from); on <= end.dueOn; on = nextDay(on)) {
    const n = numbers.get(on);
    const { working, reason, provisional } = dayKind(calendar, on);
    const why = inDays && n === undefined ? rolledOver(reason) : reason;
    days.push({ on, counted: n !== undefined, ...(n === undefined ? {} : { n }), working, ...why, provisional });
  }
  return { fromOn: from, dueOn: end.dueOn, provisional: end.provisional, calendar: calendar.version, days };
};

const startDay = (calendar: Calendar, on: CivilDate): CountedDay => {
  const { working, provisional } = dayKind(calendar, on);
  const why = {
    zh: '起算日不计入（民法典第二百零一条）',
    en: 'the day it runs from is not counted (Civil Code art. 201)',
  };
  return { on, counted: false, working, ...why, provisional };
};

const rolledOver = (reason: { zh: string; en: string }): { zh: string; en: string } => ({
  zh: `${reason.zh}；期间末日为休息日，顺延（民法典第二百零三条）`,
  en: `${reason.en}; the last day was a day of rest, so the term rolls over (Civil Code art. 203)`,
});
