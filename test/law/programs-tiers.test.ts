import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { assessBy } from '../../functions/law/programs/by.ts';
import { assessGx } from '../../functions/law/programs/gx.ts';
import { rigidSpending } from '../../functions/law/rigid-spending.ts';
import type { Household } from '../../schemas/household.ts';
import { ByAssessment, GxAssessment } from '../../schemas/household-tier.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { RigidSpending } from '../../schemas/rigid-spending.ts';
import { approved, deposit, fx2026, household, member, transfer, wage } from './means-households.ts';

const question = { parameters: fx2026, on: '2026-08-25' } as const;
const failed = (found: { grounds: { code: string; passed: unknown }[] }) =>
  found.grounds.filter((g) => g.passed === false).map((g) => g.code);
const one = (yuanPerMonth: number, property: Household['property'] = []) =>
  household('urban', [member(1, { income: [transfer(yuanPerMonth)] })], property);
const record = (key: ParameterRecord['key'], value: ParameterRecord['value'], more: object = {}): ParameterRecord =>
  approved({ key, value, from: '2026-01-01', document: { title: 'FX-2026' }, ...more }, `own-${key}`);

describe('the edge of 低保', () => {
  it('G06: takes in the family at 866.67 per head, without cash, for 12 months', () => {
    const family = household('urban', [
      member(1, { income: [wage(2900)] }),
      member(2, { relation: '10', sex: '2' }),
      member(3, { relation: '20', birthOn: '2002-03-01', dependentAdult: true }),
    ]);
    const found = assessBy(family, question, false);
    expect(found).toMatchObject({ entitled: true, householdSize: 3, edgeMonthly: { num: 108_000, den: 1 } });
    expect(found.perCapitaMonthly).toEqual({ num: 260_000, den: 3 });
    expect(found.period).toMatchObject({ kind: 'validity', months: 12 });
    expect(ByAssessment.parse(found)).toEqual(found);
  });

  it('ends strictly below one and a half times the standard', () => {
    expect(assessBy(one(1079.99), question, false).entitled).toBe(true);
    expect(failed(assessBy(one(1080), question, false))).toEqual(['income']);
  });

  it('is not for who has 低保, and waits while 低保 is open', () => {
    expect(failed(assessBy(one(500), question, true))).toEqual(['higher-tier']);
    expect(assessBy(one(500), question, 'review').entitled).toBe('review');
  });

  it('A3: has the property limit of 低保 unless the county set one of its own', () => {
    const rich = one(900, [deposit(1, 20_000)]);
    expect(failed(assessBy(rich, question, false))).toEqual(['property']);
    const own = record('asset.moneyPerCapitaMultiple', { num: 36, den: 1 }, { program: 'BY' });
    const found = assessBy(rich, { ...question, parameters: [...fx2026, own] }, false);
    expect(found.entitled).toBe(true);
    expect(found.parameterIds).toContain(own.id);
  });

  it('K3: names D57, then N83, then the law', () => {
    const always = fx2026.map((r) => ({ ...r, from: '2021-07-01' }));
    const clause = (on: string) =>
      assessBy(one(900), { parameters: always, on }, false).grounds.find((g) => g.code === 'income')?.citation.source;
    expect(['2022-10-19', '2022-10-20', '2026-06-30', '2026-07-01'].map(clause)).toEqual(['D57', 'N83', 'N83', 'LAW']);
  });

  it('P06: income imputed from labour does not close it by itself', () => {
    const imputed = { ...transfer(300), kind: 'imputed', label: '按最低工资推算' } as const;
    const found = assessBy(household('urban', [member(1, { income: [transfer(900), imputed] })]), question, false);
    expect(found.entitled).toBe('review');
  });
});

/** 2,000 a month alone: 24,000 a year, so that 14,400 is exactly 60 %. */
const spender = (spending: RigidSpending[], more: Partial<Household> = {}): Household => ({
  ...one(2000),
  rigidSpending: spending,
  ...more,
});
const bill = (yuan: number, more: Partial<RigidSpending> = {}): RigidSpending => ({
  kind: 'medical',
  spentFen: Math.round(yuan * 100),
  designatedProvider: true,
  receipts: true,
  ...more,
});

describe('rigid expenditure', () => {
  it('A9: must exceed 60 % of the counted income strictly', () => {
    expect(failed(assessGx(spender([bill(14_400)]), question, false))).toEqual(['rigid-spending']);
    const found = assessGx(spender([bill(14_400.01)]), question, false);
    expect(found).toMatchObject({ entitled: true, rigidFen: 1_440_001, threshold: { num: 3, den: 5 } });
    expect(GxAssessment.parse(found)).toEqual(found);
  });

  it('is valid for 12 months, which a county may shorten and not lengthen', () => {
    const months = (records: ParameterRecord[]) =>
      assessGx(spender([]), { ...question, parameters: [...fx2026, ...records] }, false).period;
    expect(months([])).toMatchObject({ kind: 'validity', months: 12, citation: { source: 'R62', clause: '§10' } });
    expect(months([record('gx.validityMonths', 6)]).months).toBe(6);
  });

  it('asks for income per head strictly below last year’s disposable income of the area', () => {
    const at = (yuan: number) => {
      const family = { ...one(0), rigidSpending: [bill(40_000)] };
      const income = [{ ...transfer(0), per: 'window' as const, amountFen: yuan * 100 }];
      return assessGx({ ...family, members: [member(1, { income })] }, question, false);
    };
    expect(at(41_999).entitled).toBe(true);
    expect(failed(at(42_000))).toEqual(['income']);
  });

  it('is for nobody in a higher tier', () => {
    expect(failed(assessGx(spender([bill(20_000)]), question, true))).toEqual(['higher-tier']);
    expect(assessGx(spender([bill(20_000)]), question, 'review').entitled).toBe('review');
  });

  it('has the property limit of 低保 and closes without registration', () => {
    const rich = spender([bill(20_000)], { property: [deposit(1, 17_281)] });
    expect(failed(assessGx(rich, question, false))).toEqual(['property']);
    const away = spender([bill(20_000)], {
      members: [member(1, { income: [transfer(2000)], hukou: { countyCode: '620100' } })],
    });
    expect(failed(assessGx(away, question, false))).toEqual(['hukou']);
  });

  it('counts any spending where there is no income, and none where nothing was spent', () => {
    const nothing = (spending: RigidSpending[]) =>
      assessGx({ ...one(0), rigidSpending: spending }, question, false).entitled;
    expect([nothing([bill(1)]), nothing([])]).toEqual([true, false]);
  });

  it('leaves to a person what only unproven bills would decide', () => {
    const { receipts: _, ...unproven } = bill(20_000);
    const found = assessGx(spender([unproven]), question, false);
    expect(found.entitled).toBe('review');
    const settled = assessGx(spender([{ ...unproven, allowedFen: 1_500_000 }]), question, false);
    expect([settled.entitled, settled.rigidFen]).toEqual([true, 1_500_000]);
  });
});

describe('what counts as rigid spending', () => {
  const counted = (item: RigidSpending, living = false) =>
    rigidSpending([item], living).map(({ countedFen, openFen }) => [countedFen, openFen])[0];

  it('medical: the own share at designated providers, by receipts', () => {
    expect(counted(bill(900, { reimbursedFen: 40_000 }))).toEqual([50_000, 0]);
    expect(counted(bill(900, { reimbursedFen: 100_000 }))).toEqual([0, 0]);
    expect(counted(bill(900, { designatedProvider: false }))).toEqual([0, 0]);
    expect(counted(bill(900, { receipts: false }))).toEqual([0, 0]);
  });

  it('education: to the bachelor, and no more than the public school asks', () => {
    const school = (more: Partial<RigidSpending>): RigidSpending => ({
      kind: 'education',
      spentFen: 2_000_000,
      stage: 'bachelor',
      ...more,
    });
    expect(counted(school({ school: 'private', publicPriceFen: 600_000 }))).toEqual([600_000, 0]);
    expect(counted(school({ school: 'private' }))).toEqual([0, 2_000_000]);
    expect(counted(school({ school: 'public' }))).toEqual([2_000_000, 0]);
    expect(counted(school({ stage: 'postgraduate', school: 'public' }))).toEqual([0, 0]);
  });

  it('rehabilitation net, living only where the county counts it, other only by a person', () => {
    const of = (kind: RigidSpending['kind'], more: Partial<RigidSpending> = {}) => ({ kind, spentFen: 1000, ...more });
    expect(counted(of('rehabilitation', { reimbursedFen: 300 }))).toEqual([700, 0]);
    expect([counted(of('living')), counted(of('living'), true)]).toEqual([
      [0, 0],
      [1000, 0],
    ]);
    expect([counted(of('other')), counted(of('other', { allowedFen: 400 }))]).toEqual([
      [0, 1000],
      [400, 0],
    ]);
  });

  const items = fc.record({
    kind: fc.constantFrom('medical' as const, 'education' as const, 'rehabilitation' as const, 'other' as const),
    spentFen: fc.nat(1_000_000),
    reimbursedFen: fc.nat(1_000_000),
    publicPriceFen: fc.nat(1_000_000),
    allowedFen: fc.nat(2_000_000),
    designatedProvider: fc.boolean(),
    receipts: fc.boolean(),
  });

  it('never exceeds what was paid out of the own pocket nor the public price, whatever a person allows', () => {
    void fc.assert(
      fc.property(items, (item) => {
        const [entry] = rigidSpending([item], false);
        expect(entry?.countedFen).toBeGreaterThanOrEqual(0);
        expect(entry?.countedFen).toBeLessThanOrEqual(Math.max(0, item.spentFen - item.reimbursedFen));
        if (item.kind === 'education') expect(entry?.countedFen).toBeLessThanOrEqual(item.publicPriceFen);
      }),
      { numRuns: 200 },
    );
  });
});
