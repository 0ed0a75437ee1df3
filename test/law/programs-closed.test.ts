import { describe, expect, it } from '@jest/globals';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf } from '../../functions/law/calendar.ts';
import { parameterEntryFault } from '../../functions/law/parameters.ts';
import { missingFor } from '../../functions/law/program-parameters.ts';
import { assessAll } from '../../functions/law/programs/index.ts';
import { findingPeriod, periodEnd } from '../../functions/law/reverification.ts';
import { Program } from '../../schemas/program.ts';
import { fx2026, household, member } from './means-households.ts';

const on = '2026-11-11';
const all = Program.options;
const man = household('rural', [member(1, { birthOn: '1963-04-01' })]);

describe('what is closed', () => {
  const lacking = (...keys: string[]) => fx2026.filter(({ key }) => !keys.includes(key));

  it('says what is missing and stops no other program', () => {
    const parameters = lacking('gx.rigidRatio', 'tk.care.1', 'gl.rural.90');
    const answer = assessAll(man, { parameters, on, programs: ['TK', 'DB_RURAL', 'GX', 'GL', 'BY'] });
    expect(answer.assessments.map(({ program }) => program)).toEqual(['DB_RURAL', 'BY']);
    expect(answer.closed).toEqual([
      { program: 'TK', missing: ['parameter:tk.care.1'] },
      { program: 'GX', missing: ['parameter:gx.rigidRatio'] },
      { program: 'GL', missing: ['parameter:gl.rural.90'] },
    ]);
  });

  it('is every program without the standard of its area, but temporary assistance the standard way', () => {
    const closed = all.filter(
      (program) => missingFor(lacking('standard.DB_RURAL'), program, { area: 'rural', on }).length,
    );
    expect(closed).toEqual(['DB_RURAL', 'TK', 'BY', 'GX', 'GL', 'LS_FAST']);
  });

  it('has no default for any local amount', () => {
    const missing = all.flatMap((program) => missingFor([], program, { area: 'urban', on }));
    for (const key of [
      'tk.basicMultiple',
      'tk.care.0',
      'gx.rigidRatio',
      'gl.urban.80',
      'gl.incomeCap',
      'ls.pettyCashCap',
    ])
      expect(missing).toContain(`parameter:${key}`);
  });

  it('is rigid expenditure before 2025-01-01 and fast aid before 2026-01-29', () => {
    const always = fx2026.map((record) => ({ ...record, from: '2021-07-01' }));
    const missing = (program: Program, day: string) => missingFor(always, program, { area: 'urban', on: day });
    expect([missing('GX', '2024-12-31'), missing('GX', '2025-01-01')]).toEqual([['law:R62'], []]);
    expect([missing('LS_FAST', '2026-01-28'), missing('LS_FAST', '2026-01-29')]).toEqual([['law:TA26'], []]);
    expect([missing('TK', '2021-07-01'), missing('LS_STD', '2021-07-01'), missing('BY', '2021-07-01')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('entries of parameters', () => {
  const fault = (more: object) =>
    parameterEntryFault({
      key: 'ls.fastCap',
      value: { num: 1, den: 1 },
      from: '2026-01-01',
      document: { title: '甲' },
      ...more,
    })?.en;

  it('TA26: fast aid is capped at one monthly standard and 3 days, rigid expenditure at 12 months', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ value: { num: 101, den: 100 } })).toMatch('at most 1');
    expect(fault({ key: 'clock.fastAid', value: 4 })).toMatch('at most 3');
    expect(fault({ key: 'gx.validityMonths', value: 13 })).toMatch('at most 12');
    expect(fault({ key: 'reverify.months.TK', value: 13 })).toMatch('at most 12');
  });

  it('may name another program only where it has a rule of its own', () => {
    expect(fault({ key: 'asset.moneyPerCapitaMultiple', program: 'GX', value: { num: 36, den: 1 } })).toBeUndefined();
    expect(fault({ key: 'income.employmentCost', program: 'GX', value: 1 })).toMatch('not a parameter of GX');
    expect(fault({ key: 'asset.houseCount', program: 'LS_STD', value: 1 })).toMatch('not a parameter of LS_STD');
  });
});

describe('the periods of 6.1', () => {
  const calendar = calendarOf([cn2026]);
  const months = (program: Program, classes?: ('A' | 'B' | 'C')[]) =>
    findingPeriod([], { program, on, ...(classes && { classes }) }).period.months;

  it('are 12 months for class A, 特困, edge, rigid expenditure and the aged, 6 for the rest of 低保', () => {
    expect([months('DB_URBAN', ['A', 'A']), months('DB_URBAN', ['A', 'B']), months('DB_RURAL')]).toEqual([12, 6, 6]);
    expect((['TK', 'BY', 'GX', 'GL'] as const).map((program) => months(program))).toEqual([12, 12, 12, 12]);
    expect(() => months('LS_FAST')).toThrow(RangeError);
  });

  it('A12: a re-verification rolls over rest days, a validity ends the day before', () => {
    const end = (program: Program, fromOn: string) =>
      periodEnd(findingPeriod([], { program, on }).period, fromOn, calendar).dueOn;
    expect(end('DB_RURAL', '2026-04-03')).toBe('2026-10-08');
    expect(end('BY', '2025-10-03')).toBe('2026-10-02');
  });
});
