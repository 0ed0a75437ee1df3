import { type Calendar, isWorkingDay, nextDay } from '../../law/calendar.ts';
import type { Measured } from './measured.ts';

/** Working days after a day up to another: how long a decision took, counted as its term is (the first day does not count). */
export function workingDaysAfter(calendar: Calendar, fromOn: string, toOn: string): number {
  let days = 0;
  for (let day = fromOn; day < toOn; ) {
    day = nextDay(day);
    if (isWorkingDay(calendar, day)) days += 1;
  }
  return days;
}

/**
 * The median number of working days from acceptance to decision, the lower middle one of an even number; undefined where nothing
 * was decided. The rows tell each pair of days and how often it occurred.
 */
export function medianWorkingDays(rows: readonly Measured[], calendar: Calendar): number | undefined {
  const durations = rows
    .filter(({ measure }) => measure === 'decidedAfter')
    .flatMap(({ detail, value }) => {
      const [acceptedOn = '', decidedOn = ''] = detail.split('/');
      return acceptedOn === '' || decidedOn === ''
        ? []
        : [{ days: workingDaysAfter(calendar, acceptedOn, decidedOn), value }];
    })
    .sort((a, b) => a.days - b.days);
  const half = durations.reduce((sum, { value }) => sum + value, 0) / 2;
  let seen = 0;
  for (const { days, value } of durations) {
    seen += value;
    if (seen >= half) return days;
  }
  return undefined;
}
