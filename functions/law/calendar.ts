import type { HolidayNotice, RegionalDay } from '../../schemas/calendar.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { addDays, nextDay, weekday, yearOf } from './civil-day.ts';

export { addDays, addMonths, daysBetween, nextDay, validityEnd, weekday, yearOf } from './civil-day.ts';

/** The working days of a county: national weekends, the notices of the years loaded, and what the region adds (rulebook 0.3). */
export interface Calendar {
  /** Names what it was made of, e.g. `CN-2026+CN-2027+regional:2-9c1f03aa`; stored with every decision. */
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
  readonly regional: readonly RegionalDay[];
}

/** What a day is, and why. `provisional`: no notice of its year is loaded, so this may change. */
export interface DayKind {
  readonly working: boolean;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly provisional: boolean;
}

/**
 * Puts notices and regional days together. The order given does not matter.
 *
 * Throws RangeError on two notices of one year or one regional day twice: a correction replaces its forerunner.
 */
export const calendarOf = (notices: readonly HolidayNotice[], regional: readonly RegionalDay[] = []): Calendar => {
  const years = notices.toSorted((a, b) => a.year - b.year);
  const days = regional.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const twice = years.find(({ year }, i) => year === years[i - 1]?.year);
  if (twice) throw new RangeError(`two holiday notices for ${twice.year}`);
  const again = days.find(({ on }, i) => on === days[i - 1]?.on);
  if (again) throw new RangeError(`regional day given twice: ${again.on}`);
  const parts = years.map(({ year, revision }) => `CN-${year}${revision === undefined ? '' : `r${revision}`}`);
  if (days.length > 0) parts.push(`regional:${days.length}-${checksum(days.map(dayMark).join(','))}`);
  return Object.freeze({ version: parts.join('+') || 'CN-none', notices: years, regional: days });
};

const dayMark = ({ on, working }: RegionalDay): string => `${on}${working ? '+' : '-'}`;

/** FNV-1a: tells two regional lists of the same length apart in the version, nothing more. */
const checksum = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
};

/** Whether the notice of a day's year is loaded; if not, every last day in that year is provisional (A13). */
export const isLoaded = (calendar: Calendar, day: CivilDate): boolean =>
  calendar.notices.some(({ year }) => year === yearOf(day));

/**
 * What a day is: regional days first, then the notices, then weekends. In a year without a notice weekends and 1 January
 * rest and everything else works, provisionally (A13).
 */
export const dayKind = (calendar: Calendar, day: CivilDate): DayKind => {
  const provisional = !isLoaded(calendar, day);
  const say = (working: boolean, zh: string, en: string): DayKind => ({ working, reason: { zh, en }, provisional });
  const regional = calendar.regional.find(({ on }) => on === day);
  if (regional?.working) return say(true, `调休上班（${regional.name}）`, 'make-up working day of a regional festival');
  if (regional) return say(false, `${regional.name}（自治区放假）`, 'regional festival');
  for (const { daysOff, makeUpDays } of calendar.notices) {
    const makeUp = makeUpDays.find(({ on }) => on === day);
    if (makeUp) return say(true, `调休上班（${makeUp.name}）`, `make-up working day, ${inEnglish(makeUp.name)}`);
    const off = daysOff.find(({ on }) => on === day);
    if (off) return say(false, off.name, inEnglish(off.name));
  }
  if (provisional && day.endsWith('-01-01')) return say(false, '元旦', inEnglish('元旦'));
  return weekday(day) > 5 ? say(false, '周末', 'weekend') : say(true, '工作日', 'working day');
};

const festivals: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const inEnglish = (name: string): string => festivals[name] ?? 'holiday';

/** Whether people work on a day: weekends, statutory and regional days off do not count, make-up days do. */
export const isWorkingDay = (calendar: Calendar, day: CivilDate): boolean => dayKind(calendar, day).working;

/** The day itself if it is a working day, else the next one (CIVIL §203). */
export const workingDayFrom = (calendar: Calendar, day: CivilDate): CivilDate => {
  let end = day;
  while (!isWorkingDay(calendar, end)) end = nextDay(end);
  return end;
};

/** The `n`-th working day before a day; the day itself is not counted. */
export const workingDayBefore = (calendar: Calendar, day: CivilDate, n: number): CivilDate => {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, -1);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
};
