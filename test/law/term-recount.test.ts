import { describe, expect, it } from '@jest/globals';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf } from '../../functions/law/calendar.ts';
import { defaultClocks } from '../../functions/law/clocks.ts';
import { recountRunning } from '../../functions/law/term-recount.ts';
import { publicityEnd, startTerm } from '../../functions/law/term-start.ts';
import { lastDayByWorkingDays } from '../../functions/law/terms.ts';
import type { HolidayNotice } from '../../schemas/calendar.ts';
import type { Term, TermName } from '../../schemas/term.ts';

/** A year of holidays invented for tests: three days off at New Year and its make-up day. 演示数据·非真实放假安排. */
const invented2027: HolidayNotice = {
  year: 2027,
  notice: { title: '演示数据·非真实放假安排' },
  daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((on) => ({ on, name: '元旦' })),
  makeUpDays: [{ on: '2027-01-09', name: '元旦' }],
};

const before = calendarOf([cn2026], []);
const after = calendarOf([cn2026, invented2027], []);
const by = (on: string, calendar = after) => ({ calendar, clocksOn: () => defaultClocks, delegated: true, on });
const started = (name: TermName, fromOn: string): Term =>
  startTerm(name, { fromOn, calendar: before, clocks: defaultClocks, holderOrg: '649900101', delegated: true });

describe('the working days of 2026 (rulebook Appendix A)', () => {
  it.each([
    ['2026-03-09', ['2026-03-12', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-07', '2026-04-21', '2026-05-14']],
    ['2026-06-08', ['2026-06-11', '2026-06-15', '2026-06-23', '2026-06-30', '2026-07-07', '2026-07-21', '2026-08-11']],
    ['2026-09-14', ['2026-09-17', '2026-09-20', '2026-09-28', '2026-10-10', '2026-10-16', '2026-10-30', '2026-11-20']],
    ['2026-10-12', ['2026-10-15', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-23', '2026-12-14']],
  ])('from %s', (from, ends) => {
    const days = [3, 5, 10, 15, 20, 30, 45];
    expect(days.map((n) => lastDayByWorkingDays(before, from, n).dueOn)).toEqual(ends);
    expect(days.map((n) => lastDayByWorkingDays(after, from, n).dueOn)).toEqual(ends);
  });

  it.each([
    ['2026-06-12', '2026-06-22'],
    ['2026-07-24', '2026-07-31'],
    ['2026-08-17', '2026-08-24'],
    ['2026-09-18', '2026-09-28'],
    ['2026-09-21', '2026-09-28'],
    ['2026-09-23', '2026-09-30'],
    ['2026-09-25', '2026-10-08'],
    ['2026-11-10', '2026-11-17'],
    ['2026-05-09', '2026-05-18'],
    ['2026-10-10', '2026-10-19'],
  ])('publicity posted %s ends %s', (posted, end) => {
    expect(publicityEnd(before, posted)).toBe(end);
  });
});

describe('a newly loaded holiday notice', () => {
  it('settles and moves what reached into its year, and leaves alone what did not', () => {
    const decision = started('decision', '2026-12-10');
    const intake = started('intake', '2026-12-01');
    expect([decision.dueOn, decision.provisional]).toEqual(['2027-01-08', true]);
    const recounted = recountRunning([intake, decision], by('2026-12-15'));
    expect(recounted.map(({ move }) => move)).toEqual([
      { term: 'decision', oldOn: '2027-01-08', newOn: '2027-01-09', provisional: false },
    ]);
    expect(recounted[0]?.term).toMatchObject({ fromOn: '2026-12-10', dueOn: '2027-01-09', provisional: false });
  });

  it('makes a day final that it does not move', () => {
    const decision = started('decision', '2026-12-10');
    const usual = { ...invented2027, daysOff: [{ on: '2027-01-01', name: '元旦' }], makeUpDays: [] };
    const [settled] = recountRunning([decision], by('2026-12-15', calendarOf([cn2026, usual], [])));
    expect(settled?.move).toEqual({ term: 'decision', oldOn: '2027-01-08', newOn: '2027-01-08', provisional: false });
  });

  it('moves an extended decision, and with it the latest day to post', () => {
    const decision: Term = {
      ...started('decision', '2026-11-02'),
      extendedTo: lastDayByWorkingDays(before, '2026-11-02', 45).dueOn,
      provisional: true,
    };
    const posting: Term = { ...started('posting', '2026-11-02'), extendedTo: '2026-12-20', provisional: true };
    const recounted = recountRunning([decision, posting], by('2026-11-25'));
    const [moved] = recounted;
    expect(moved?.term.dueOn).toBe(decision.dueOn);
    expect(moved?.term.extendedTo).toBe(lastDayByWorkingDays(after, '2026-11-02', 45).dueOn);
    expect(recounted.map(({ term }) => term.term)).toEqual(['decision', 'posting']);
  });

  it('leaves ended terms as they were', () => {
    const ended: Term = {
      ...started('decision', '2026-12-10'),
      endedOn: '2026-12-20',
      endedAt: '2026-12-20T02:00:00.000Z',
    };
    expect(recountRunning([ended], by('2026-12-28'))).toEqual([]);
  });

  it('never moves a term back behind today in silence: the day is kept, and the computed one recorded once', () => {
    // As if the county had counted with more days off than there are.
    const late: Term = { ...started('survey', '2026-12-21'), dueOn: '2027-01-12', provisional: true };
    const [kept, ...none] = recountRunning([late], by('2027-01-11'));
    expect(none).toEqual([]);
    expect(kept?.move).toMatchObject({ oldOn: '2027-01-12', newOn: '2027-01-12', provisional: false });
    expect(kept?.move.keptFrom && kept.move.keptFrom < '2027-01-11').toBe(true);
    expect(recountRunning([kept?.term as Term], by('2027-01-11'))).toEqual([]);
    // A day before it lies behind, it moves.
    const moved = recountRunning([late], by(kept?.move.keptFrom ?? ''));
    expect(moved[0]?.move).toMatchObject({ newOn: kept?.move.keptFrom });
  });

  it('never shortens a window whose last day the applicant or the public was told', () => {
    const window: Term = { ...started('publicity', '2026-12-25'), dueOn: '2027-01-06', provisional: true };
    const [kept] = recountRunning([window], by('2026-12-28'));
    expect(kept?.move).toMatchObject({ oldOn: '2027-01-06', newOn: '2027-01-06', keptFrom: '2027-01-05' });
    // It may get longer: the days of the public are whole days outside the holiday.
    const short: Term = { ...window, dueOn: '2027-01-04' };
    expect(recountRunning([short], by('2026-12-28'))[0]?.move).toMatchObject({ newOn: '2027-01-05' });
  });

  it('counts with the lengths of the day the term started on, not with those of today', () => {
    const asked: string[] = [];
    const lengths = {
      ...by('2026-12-20'),
      clocksOn: (day: string) => {
        asked.push(day);
        return defaultClocks;
      },
    };
    recountRunning([started('decision', '2026-12-10')], lengths);
    expect(new Set(asked)).toEqual(new Set(['2026-12-10']));
  });
});
