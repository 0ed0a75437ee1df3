import type { CivilDate } from '../../schemas/dates.ts';

const DAY = 86_400_000;

/** Days met so far, both ways: a process meets a few thousand, and a calendar asks for the same ones over and over. */
const stamps = new Map<CivilDate, number>();
const texts = new Map<number, CivilDate>();
const REMEMBERED = 20_000;

const stampOf = (day: CivilDate): number => {
  const known = stamps.get(day);
  if (known !== undefined) return known;
  const stamp = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // A day that its month does not have is read as one of the next month.
  if (new Date(stamp).getUTCDate() !== Number(day.slice(8))) throw new RangeError(`not a civil date: ${day}`);
  if (stamps.size >= REMEMBERED) stamps.clear();
  stamps.set(day, stamp);
  return stamp;
};

/** The civil date of an instant in milliseconds since 1970 UTC. Throws RangeError beyond what a date can be. */
export function textOf(instant: number): CivilDate {
  const stamp = Math.floor(instant / DAY) * DAY;
  const known = texts.get(stamp);
  if (known !== undefined) return known;
  const text = new Date(stamp).toISOString().slice(0, 10);
  if (texts.size >= REMEMBERED) texts.clear();
  texts.set(stamp, text);
  return text;
}

/** The civil date `n` days later, earlier for a negative `n`. Throws RangeError on a date that does not exist. */
export const addDays = (day: CivilDate, n: number): CivilDate => textOf(stampOf(day) + n * DAY);

/** The day after a civil date. */
export const nextDay = (day: CivilDate): CivilDate => addDays(day, 1);

/** Calendar days from one civil date to another, negative backwards. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (stampOf(to) - stampOf(from)) / DAY;

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const weekday = (day: CivilDate): number => new Date(stampOf(day)).getUTCDay() || 7;

/** The year of a civil date. */
export const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));

/** The corresponding day `n` months later, or the end of that month where it has none (CIVIL §202). */
export const addMonths = (day: CivilDate, n: number): CivilDate => {
  const start = new Date(stampOf(day));
  const [year, month, date] = [start.getUTCFullYear(), start.getUTCMonth() + n, start.getUTCDate()];
  const monthEnd = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return textOf(Date.UTC(year, month, Math.min(date, monthEnd)));
};

/** The last day of a validity of `months` months: the day before the corresponding day (rulebook 3.1, CIVIL §202). */
export const validityEnd = (fromOn: CivilDate, months: number): CivilDate => {
  const end = addMonths(fromOn, months);
  return end.slice(8) === fromOn.slice(8) ? addDays(end, -1) : end;
};
