import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { addDays, calendarOf, isWorkingDay, nextDay } from '../../functions/law/calendar.ts';
import { publicityEnd } from '../../functions/law/term-start.ts';
import {
  explainTerm,
  lastDayByDays,
  lastDayByMonths,
  lastDayByWorkingDays,
  type TermEnd,
} from '../../functions/law/terms.ts';
import { TermExplanation } from '../../schemas/term-explanation.ts';

const calendar = calendarOf([cn2026]);
const workingDays = (from: string, n: number): TermEnd => lastDayByWorkingDays(calendar, from, n);

describe('working days: the check vectors of Appendix A', () => {
  const lengths = [3, 5, 10, 15, 20, 30, 45];
  it.each([
    ['2026-03-09', '03-12 03-16 03-23 03-30 04-07 04-21 05-14'],
    ['2026-06-08', '06-11 06-15 06-23 06-30 07-07 07-21 08-11'],
    ['2026-07-06', '07-09 07-13 07-20 07-27 08-03 08-17 09-07'],
    ['2026-08-03', '08-06 08-10 08-17 08-24 08-31 09-14 10-10'],
    ['2026-09-14', '09-17 09-20 09-28 10-10 10-16 10-30 11-20'],
    ['2026-10-12', '10-15 10-19 10-26 11-02 11-09 11-23 12-14'],
  ])('from %s', (from, ends) => {
    expect(lengths.map((n) => workingDays(from, n).dueOn.slice(5)).join(' ')).toBe(ends);
    expect(lengths.some((n) => workingDays(from, n).provisional)).toBe(false);
  });
});

describe('calendar days: publicity', () => {
  it.each([
    ['2026-06-12', '2026-06-22'],
    ['2026-07-24', '2026-07-31'],
    ['2026-08-17', '2026-08-24'],
    ['2026-09-18', '2026-09-28'],
    ['2026-09-21', '2026-09-28'],
    ['2026-09-23', '2026-09-30'],
    ['2026-09-25', '2026-10-08'],
    ['2026-11-10', '2026-11-17'],
  ])('posted %s ends %s', (posted, end) => {
    expect(publicityEnd(calendar, posted)).toBe(end);
  });

  it.each([
    ['2026-05-09', '2026-05-18'],
    ['2026-10-10', '2026-10-19'],
  ])('posted %s rolls over the weekend to %s', (posted, end) => {
    expect(publicityEnd(calendar, posted)).toBe(end);
  });

  it('ends on a make-up working day when the seventh day is one', () => {
    expect(publicityEnd(calendar, '2026-10-03')).toBe('2026-10-10');
    expect(publicityEnd(calendar, '2026-09-13')).toBe('2026-09-20');
  });
});

describe('months', () => {
  it('end on the corresponding day and roll over rest (A12, B7)', () => {
    expect(lastDayByMonths(calendar, '2026-05-12', 3).dueOn).toBe('2026-08-12');
    expect(lastDayByMonths(calendar, '2026-07-03', 3).dueOn).toBe('2026-10-08');
  });
});

describe('a term that reaches into 2027', () => {
  it('is provisional, with 1 January a guess of rest (A13)', () => {
    expect(workingDays('2026-12-28', 3)).toMatchObject({ dueOn: '2026-12-31', provisional: false });
    expect(workingDays('2026-12-28', 4)).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    expect(lastDayByDays(calendar, '2026-12-28', { n: 7, roll: false })).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    });
    expect(lastDayByMonths(calendar, '2026-12-15', 3).provisional).toBe(true);
  });

  it('moves to its certain day once the notice of 2027 is loaded', () => {
    const notice = {
      year: 2027,
      notice: { title: '示例' },
      daysOff: [{ on: '2027-01-04', name: '元旦' }],
      makeUpDays: [],
    };
    const loaded = lastDayByWorkingDays(calendarOf([cn2026, notice]), '2026-12-28', 4);
    expect(loaded).toMatchObject({ dueOn: '2027-01-01', provisional: false });
  });
});

describe('the explanation of a term', () => {
  it('says of every day from the start to the end whether and why it counts', () => {
    const told = explainTerm(calendar, { from: '2026-09-24', workingDays: 5 });
    expect(TermExplanation.parse(told)).toEqual(told);
    expect(told).toMatchObject({ dueOn: '2026-10-09', provisional: false, calendar: 'CN-2026' });
    expect(told.days).toHaveLength(16);
    expect(told.days[0]).toMatchObject({ on: '2026-09-24', counted: false, zh: '起算日不计入（民法典第二百零一条）' });
    expect(told.days[1]).toMatchObject({ on: '2026-09-25', counted: false, working: false, zh: '中秋节' });
    expect(told.days.filter(({ counted }) => counted).map(({ n, on }) => `${n} ${on}`)).toEqual([
      '1 2026-09-28',
      '2 2026-09-29',
      '3 2026-09-30',
      '4 2026-10-08',
      '5 2026-10-09',
    ]);
  });

  it('counts days of rest in a term of calendar days and tells the roll-over apart', () => {
    const told = explainTerm(calendar, { from: '2026-09-18', days: 7 });
    expect(told.dueOn).toBe('2026-09-28');
    expect(told.days.filter(({ counted }) => counted)).toHaveLength(7);
    expect(told.days.at(-1)).toMatchObject({ on: '2026-09-28', counted: false });
    expect(told.days.at(-1)?.zh).toContain('顺延');
    expect(explainTerm(calendar, { from: '2026-09-18', days: 7, roll: false }).dueOn).toBe('2026-09-25');
  });
});

describe('every term', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));
  const length = fc.integer({ min: 1, max: 60 });

  it('of n working days counts exactly n of them, never the first, and ends on one', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const end = workingDays(from, n);
        expect(end.days).toHaveLength(n);
        expect(end.days?.every((on) => on > from && isWorkingDay(calendar, on))).toBe(true);
        let passed = 0;
        for (let on = nextDay(from); on <= end.dueOn; on = nextDay(on)) passed += isWorkingDay(calendar, on) ? 1 : 0;
        expect(passed).toBe(n);
        expect(end.days?.at(-1)).toBe(end.dueOn);
      }),
    );
  });

  it('ends later when it is longer and no earlier when it starts later', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        expect(workingDays(from, n + 1).dueOn > workingDays(from, n).dueOn).toBe(true);
        expect(workingDays(nextDay(from), n).dueOn >= workingDays(from, n).dueOn).toBe(true);
      }),
    );
  });

  it('of calendar days that rolls ends on a working day at or after the plain end, with rest alone between', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const plain = lastDayByDays(calendar, from, { n, roll: false }).dueOn;
        const rolled = lastDayByDays(calendar, from, { n, roll: true }).dueOn;
        expect(isWorkingDay(calendar, rolled)).toBe(true);
        expect(plain).toBe(addDays(from, n));
        for (let on = plain; on < rolled; on = nextDay(on)) expect(isWorkingDay(calendar, on)).toBe(false);
      }),
    );
  });

  it('is explained with the very day it ends on', () => {
    fc.assert(
      fc.property(day, length, fc.boolean(), (from, n, roll) => {
        expect(explainTerm(calendar, { from, workingDays: n }).dueOn).toBe(workingDays(from, n).dueOn);
        const told = explainTerm(calendar, { from, days: n, roll });
        expect(told.days.at(-1)?.on).toBe(lastDayByDays(calendar, from, { n, roll }).dueOn);
        expect(told.days.filter(({ counted }) => counted)).toHaveLength(n);
      }),
    );
  });

  it('needs a whole length of one day or more', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 4001]) expect(() => workingDays('2026-08-03', n)).toThrow(RangeError);
  });
});
