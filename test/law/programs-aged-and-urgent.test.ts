import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf } from '../../functions/law/calendar.ts';
import { assessGl } from '../../functions/law/programs/gl.ts';
import { firstMonthAt, glMonthly, monthAfter } from '../../functions/law/programs/gl-rates.ts';
import { assessLsFast, assessLsStd } from '../../functions/law/programs/ls.ts';
import type { AidRequest } from '../../schemas/aid-request.ts';
import { GlAssessment } from '../../schemas/gl-assessment.ts';
import type { Household } from '../../schemas/household.ts';
import { LsFastAssessment, LsStdAssessment } from '../../schemas/ls-assessment.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import { approved, fx2026, household, member, transfer } from './means-households.ts';

const record = (key: ParameterRecord['key'], value: ParameterRecord['value']): ParameterRecord =>
  approved({ key, value, from: '2026-02-01', document: { title: 'FX-2026' } }, `own-${key}`);

const aged = (birthOn: string, more: Partial<HouseholdMember> = {}): Household =>
  household('rural', [member(1, { birthOn, labourAbility: '3', income: [transfer(300)], ...more })]);
const gl = (family: Household, on: string, records: ParameterRecord[] = []) =>
  assessGl(family, { parameters: [...fx2026, ...records], on });
const failed = (found: GlAssessment) =>
  found.persons.flatMap(({ grounds }) => grounds.filter((g) => g.passed === false).map((g) => g.code));

describe('G16, the old-age allowance', () => {
  it('starts 2026-12 for the man who turns 80 on 2026-11-15 and is confirmed on the 25th', () => {
    const found = gl(aged('1946-11-15'), '2026-11-25');
    expect(found).toMatchObject({ entitled: true, firstMonth: '2026-12' });
    expect(found.persons).toMatchObject([{ tier: '80', amountFen: 8_000 }]);
    expect(GlAssessment.parse(found)).toEqual(found);
  });

  it('pays the rate from 90 as of 2026-10 for the man born on 1936-09-10, without an application', () => {
    const rates = { '80': 8_000, '90': 16_000 };
    expect(['2026-08', '2026-09', '2026-10'].map((month) => glMonthly('1936-09-10', month, rates))).toEqual([
      8_000, 8_000, 16_000,
    ]);
    expect(gl(aged('1936-09-10'), '2026-07-15').persons).toMatchObject([
      { tier: '80', amountFen: 8_000, raise: { from: '2026-10', amountFen: 16_000 } },
    ]);
    expect(gl(aged('1936-09-10'), '2026-09-15').persons).toMatchObject([{ tier: '90', amountFen: 16_000 }]);
  });

  it('A7: looks at the age on the first day of the benefit month', () => {
    expect(failed(gl(aged('1946-12-02'), '2026-11-25'))).toEqual(['age']);
    expect(gl(aged('1946-12-01'), '2026-11-25').entitled).toBe(true);
    expect(firstMonthAt('1936-02-29', 90)).toBe('2026-03');
  });

  it('asks for own income strictly below the cap, without the basic pension and itself', () => {
    const income = (...items: HouseholdMember['income']) => gl(aged('1940-01-01', { income: items }), '2026-11-25');
    expect(income(transfer(999)).entitled).toBe(true);
    expect(failed(income(transfer(1000)))).toEqual(['income']);
    const uncounted = (['basic-pension', 'old-age-allowance'] as const).map((kind) => ({ ...transfer(500), kind }));
    expect(income(transfer(999), ...uncounted).entitled).toBe(true);
  });

  it('A16: is for people registered in Ningxia', () => {
    const from = (countyCode: string) => gl(aged('1940-01-01', { hukou: { countyCode } }), '2026-11-25').entitled;
    expect(['649900', '640104', '620100'].map(from)).toEqual([true, 'review', false]);
  });

  it('goes beside 低保 and 特困 unless the county excludes one', () => {
    const poor = aged('1940-01-01', { receives: ['DB'] });
    expect(gl(poor, '2026-11-25').entitled).toBe(true);
    expect(failed(gl(poor, '2026-11-25', [record('gl.excludes', ['DB'])]))).toEqual(['other-aid']);
    expect(gl(poor, '2026-11-25', [record('gl.excludes', ['TK'])]).entitled).toBe(true);
  });

  it('has urban rates for urban people, and is verified every 12 months', () => {
    const urban = { ...aged('1930-01-01'), urbanRural: 'urban' } as const;
    expect(gl(urban, '2026-11-25')).toMatchObject({
      persons: [{ tier: '90', amountFen: 20_000 }],
      period: { kind: 'reverify', months: 12 },
    });
  });

  it('never falls with time and rises once, for any date of birth', () => {
    const births = fc.date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('1946-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    void fc.assert(
      fc.property(births, (date) => {
        const birthOn = date.toISOString().slice(0, 10);
        const from = firstMonthAt(birthOn, 90);
        const before = firstMonthAt(birthOn, 80);
        const rates = { '80': 1, '90': 2 };
        expect(glMonthly(birthOn, from, rates)).toBe(2);
        expect(glMonthly(birthOn, before, rates)).toBe(1);
        expect(monthAfter(`${before}-28`) > before).toBe(true);
        expect(from.slice(0, 4) >= `${Number(birthOn.slice(0, 4)) + 90}`).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

const fire = (yuan: number, more: Partial<AidRequest> = {}): Household => ({
  ...household('urban', [member(1), member(2, { relation: '12' })]),
  aidRequest: { type: 'emergency', registeredOn: '2026-10-01', requestedFen: yuan * 100, ...more },
});
const calendar = calendarOf([cn2026]);
const urgent = { parameters: fx2026, on: '2026-10-01', calendar } as const;

describe('G15, fast aid', () => {
  it('pays 700 of 700 by Sunday 2026-10-04, in the middle of the holiday', () => {
    const found = assessLsFast(fire(700), urgent);
    expect(found).toMatchObject({ entitled: true, amountFen: 70_000, remainderFen: 0, dueOn: '2026-10-04' });
    expect(found).toMatchObject({ verification: false, publicity: false });
    expect(LsFastAssessment.parse(found)).toEqual(found);
  });

  it('pays 720 of 1,000, whatever the size of the household, and leaves 280 to the standard way', () => {
    expect(assessLsFast(fire(1000), urgent)).toMatchObject({ capFen: 72_000, amountFen: 72_000, remainderFen: 28_000 });
    const rest = assessLsStd(fire(1000), urgent, { fastFen: 72_000, recognised: false });
    expect(rest).toMatchObject({ entitled: 'review', proposedFen: 28_000, decides: 'township', publicity: false });
    expect(LsStdAssessment.parse(rest)).toEqual(rest);
  });

  it('rolls to 2026-10-08 only where the county says so', () => {
    const rolling = { ...urgent, parameters: [...fx2026, record('rapid.rollOnHoliday', true)] };
    expect(assessLsFast(fire(700), rolling)).toMatchObject({ dueOn: '2026-10-08', provisional: false });
    expect(assessLsFast(fire(700), { ...rolling, calendar: undefined })).toMatchObject({ provisional: true });
  });

  it('never pays beyond the petty cash', () => {
    expect(assessLsFast(fire(700), { ...urgent, pettyCashFen: 50_000 })).toMatchObject({
      amountFen: 50_000,
      remainderFen: 20_000,
    });
  });

  it('is for emergencies alone', () => {
    const expense = assessLsFast(fire(700, { type: 'expense' }), urgent);
    expect([expense.entitled, expense.amountFen, expense.dueOn]).toEqual([false, 0, undefined]);
    const { aidRequest: _, ...nothing } = fire(700);
    expect(assessLsFast(nothing, urgent).entitled).toBe(false);
  });

  it('K7: turns no emergency away for its place, and names the law of the day', () => {
    const elsewhere = (on: string) => assessLsFast(fire(700, { placeCounty: '640104' }), { ...urgent, on });
    const place = (on: string) => elsewhere(on).grounds.find((g) => g.code === 'place')?.citation.source;
    expect(elsewhere('2026-10-01').entitled).toBe('review');
    expect([place('2026-06-30'), place('2026-07-01')]).toEqual(['REG649', 'LAW']);
  });

  it('splits what is asked for without loss, for any amount', () => {
    void fc.assert(
      fc.property(fc.nat(10_000), fc.nat(2_000), (asked, cash) => {
        const found = assessLsFast(fire(asked), { ...urgent, pettyCashFen: cash * 100 });
        expect(found.amountFen + found.remainderFen).toBe(asked * 100);
        expect(found.amountFen).toBeLessThanOrEqual(Math.min(72_000, cash * 100));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the standard way of temporary assistance', () => {
  const standard = (yuan: number, more: Partial<AidRequest> = {}, recognised: boolean | 'review' = false) =>
    assessLsStd(fire(yuan, more), urgent, { fastFen: 0, recognised });

  it('is decided by the township up to the cap, by the county beyond it', () => {
    expect([standard(2000).decides, standard(2000.01).decides]).toEqual(['township', 'county']);
  });

  it('publishes the expense type, and asks recognised households for the spending only', () => {
    expect(standard(500, { type: 'expense' }, true)).toMatchObject({ publicity: true, meansCheck: 'spending-only' });
    expect(standard(500, {}, 'review')).toMatchObject({ publicity: false, meansCheck: 'full' });
  });

  it('has nothing left to do where fast aid covered it', () => {
    expect(assessLsStd(fire(700), urgent, { fastFen: 70_000, recognised: false }).entitled).toBe(false);
  });
});
