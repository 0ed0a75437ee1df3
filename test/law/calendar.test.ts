import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import {
  addDays,
  addMonths,
  calendarOf,
  dayKind,
  isLoaded,
  isWorkingDay,
  nextDay,
  validityEnd,
  weekday,
  workingDayBefore,
} from '../../functions/law/calendar.ts';
import { civilDateOf, clockTimeOf, instantOf } from '../../functions/law/clock-face.ts';
import { HolidayNotice, type RegionalDay } from '../../schemas/calendar.ts';

const calendar = calendarOf([cn2026]);
const daysOf2026 = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
const feast = (on: string, working = false): RegionalDay => ({
  on,
  name: '古尔邦节',
  working,
  notice: { title: '示例' },
});

describe('the calendar of 2026', () => {
  it('agrees with the chinese-days package on every day of the year', () => {
    expect(daysOf2026.at(-1)).toBe('2026-12-31');
    const differing = daysOf2026.filter((day) => chineseDays.isWorkday(day) !== isWorkingDay(calendar, day));
    expect(differing).toEqual([]);
  });

  it('has the working days per month of Appendix A, 248 in all', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
    const counts = months.map(
      (m) => daysOf2026.filter((day) => day.startsWith(m) && isWorkingDay(calendar, day)).length,
    );
    expect(counts).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
    expect(counts.reduce((a, b) => a + b)).toBe(248);
  });

  it('is a valid notice that names its document, 33 days off and 6 make-up days', () => {
    expect(HolidayNotice.parse(cn2026)).toEqual(cn2026);
    expect(cn2026.notice.documentNo).toBe('国办发明电〔2025〕7号');
    expect([cn2026.daysOff.length, cn2026.makeUpDays.length]).toEqual([33, 6]);
    expect(cn2026.makeUpDays.map(({ on }) => weekday(on)).every((day) => day > 5)).toBe(true);
  });

  it.each([
    ['2026-10-03', false, '国庆节', 'National Day'],
    ['2026-10-10', true, '调休上班（国庆节）', 'make-up working day, National Day'],
    ['2026-10-11', false, '周末', 'weekend'],
    ['2026-10-12', true, '工作日', 'working day'],
  ])('says of %s why it works or rests', (day, working, zh, en) => {
    expect(dayKind(calendar, day)).toEqual({ working, reason: { zh, en }, provisional: false });
  });
});

describe('a year without a notice', () => {
  it('rests on weekends and on 1 January, all of it provisional (A13)', () => {
    expect(isLoaded(calendar, '2027-01-01')).toBe(false);
    expect(dayKind(calendar, '2027-01-01')).toMatchObject({ working: false, provisional: true });
    expect(dayKind(calendar, '2027-01-02')).toMatchObject({ working: false, provisional: true });
    expect(dayKind(calendar, '2027-01-04')).toMatchObject({ working: true, provisional: true });
    expect(dayKind(calendar, '2027-10-01')).toMatchObject({ working: true, provisional: true });
  });

  it('is no longer provisional once its notice is loaded, whatever day of whichever year the notice names', () => {
    const next: HolidayNotice = {
      year: 2027,
      notice: { title: '示例' },
      daysOff: [{ on: '2026-12-31', name: '元旦' }],
      makeUpDays: [],
    };
    const both = calendarOf([next, cn2026]);
    expect(both.version).toBe('CN-2026+CN-2027');
    expect(dayKind(both, '2027-01-04').provisional).toBe(false);
    expect(isWorkingDay(both, '2026-12-31')).toBe(false);
  });
});

describe('the overlay of the region', () => {
  it('takes a day off only where the county says so, and its make-up day works', () => {
    const local = calendarOf([cn2026], [feast('2026-05-27'), feast('2026-05-30', true)]);
    expect(isWorkingDay(calendar, '2026-05-27')).toBe(true);
    expect(isWorkingDay(local, '2026-05-27')).toBe(false);
    expect(isWorkingDay(local, '2026-05-30')).toBe(true);
    expect(dayKind(local, '2026-05-27').reason.zh).toBe('古尔邦节（自治区放假）');
  });

  it('shows in the version, which does not depend on the order but on every day', () => {
    const [a, b, c] = [feast('2026-05-27'), feast('2026-05-28'), feast('2026-05-29')];
    expect(calendarOf([cn2026]).version).toBe('CN-2026');
    expect(calendarOf([cn2026], [a, b]).version).toMatch(/^CN-2026\+regional:2-[0-9a-f]{8}$/);
    expect(calendarOf([cn2026], [b, a]).version).toBe(calendarOf([cn2026], [a, b]).version);
    expect(calendarOf([cn2026], [a, c]).version).not.toBe(calendarOf([cn2026], [a, b]).version);
  });

  it('refuses a year or a day given twice; a correction has its own version', () => {
    expect(() => calendarOf([cn2026, cn2026])).toThrow('two holiday notices for 2026');
    expect(() => calendarOf([cn2026], [feast('2026-05-27'), feast('2026-05-27')])).toThrow('2026-05-27');
    expect(calendarOf([{ ...cn2026, revision: 2 }]).version).toBe('CN-2026r2');
  });
});

describe('civil days', () => {
  it('adds months to the corresponding day, else to the end of the month (CIVIL §202)', () => {
    expect(addMonths('2026-08-25', 3)).toBe('2026-11-25');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('ends a validity on the day before the corresponding day', () => {
    expect(validityEnd('2026-08-25', 12)).toBe('2027-08-24');
    expect(validityEnd('2026-03-01', 12)).toBe('2027-02-28');
  });

  it('knows weekdays, leap days and what is no date', () => {
    expect(weekday('2026-08-03')).toBe(1);
    expect(weekday('2026-09-20')).toBe(7);
    expect(nextDay('2028-02-28')).toBe('2028-02-29');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-2-3', 1)).toThrow(RangeError);
  });

  it('goes back over days of rest', () => {
    expect(workingDayBefore(calendar, '2026-10-09', 2)).toBe('2026-09-30');
  });
});

describe('the clock face of Asia/Shanghai', () => {
  it('turns the day at 16:00 UTC', () => {
    expect(civilDateOf('2026-08-03T15:59:59.999Z')).toBe('2026-08-03');
    expect(civilDateOf('2026-08-03T16:00:00.000Z')).toBe('2026-08-04');
    expect(clockTimeOf('2026-08-03T00:30:00.000Z')).toBe('08:30');
  });

  it('names the instant of a day and time', () => {
    expect(instantOf('2026-10-09', '08:30')).toBe('2026-10-09T00:30:00.000Z');
    expect(instantOf('2026-10-09', '00:00')).toBe('2026-10-08T16:00:00.000Z');
    expect(() => instantOf('2026-10-09', '24:00')).toThrow(RangeError);
    expect(() => instantOf('2026-02-30', '08:30')).toThrow(RangeError);
  });
});
