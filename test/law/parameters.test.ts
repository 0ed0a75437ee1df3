import { describe, expect, it } from '@jest/globals';
import { defaultClocks } from '../../functions/law/clocks.ts';
import { resolveMeans } from '../../functions/law/means-parameters.ts';
import {
  missingParameters,
  parameterEntryFault,
  parameterOn,
  parameterRules,
  resolveClocks,
} from '../../functions/law/parameters.ts';
import { ParameterKey, type ParameterRecord } from '../../schemas/parameter.ts';
import { approved, entries, fx2026 } from './means-households.ts';

const document = { title: '演示县关于调整低保标准的通知' };
const standard = (value: number, from: string, more: Partial<ParameterRecord> = {}): ParameterRecord => ({
  ...approved({ key: 'standard.DB_URBAN', value, from, document }, `p-${value}`),
  ...more,
});
const ask = (records: readonly ParameterRecord[], on: string) =>
  parameterOn(records, 'standard.DB_URBAN', { program: 'DB_URBAN', on });

describe('parameters in force', () => {
  it('are dated: none before the first day, the later from the day it starts, whatever the order', () => {
    const two = [standard(72_000, '2026-01-01'), standard(75_000, '2026-07-01')];
    for (const records of [two, two.toReversed()]) {
      expect(ask(records, '2025-12-31')).toBeUndefined();
      expect(ask(records, '2026-06-30')).toMatchObject({ id: 'p-72000', value: 72_000 });
      expect(ask(records, '2026-07-01')).toMatchObject({ id: 'p-75000', value: 75_000 });
    }
  });

  it('end after their last day, and the older one holds again', () => {
    const two = [standard(72_000, '2026-01-01'), standard(75_000, '2026-07-01', { until: '2026-07-31' })];
    expect(ask(two, '2026-07-31')?.value).toBe(75_000);
    expect(ask(two, '2026-08-01')?.value).toBe(72_000);
  });

  it('let the later approval correct an earlier one of the same day', () => {
    const wrong = standard(720, '2026-01-01');
    const right = standard(72_000, '2026-01-01', { approvedAt: '2026-01-05T02:00:00.000Z' });
    expect(ask([right, wrong], '2026-02-01')?.value).toBe(72_000);
  });

  it('need two persons', () => {
    const { approvedBy: _b, approvedAt: _a, ...alone } = standard(72_000, '2026-01-01');
    expect(ask([alone], '2026-02-01')).toBeUndefined();
    expect(ask([standard(72_000, '2026-01-01', { approvedBy: 'p-county-1' })], '2026-02-01')).toBeUndefined();
  });

  it('of another program do not count', () => {
    const mode = approved(
      { key: 'benefit.mode', program: 'DB_RURAL', value: 'TIER', from: '2026-01-01', document },
      'rural',
    );
    expect(parameterOn([mode], 'benefit.mode', { program: 'DB_URBAN', on: '2026-02-01' })).toBeUndefined();
  });

  it('fall back to law and design where these have a value, and say so', () => {
    expect(parameterOn([], 'publicity.days', { program: 'DB_URBAN', on: '2026-02-01' })).toEqual({
      id: 'default:publicity.days',
      value: 7,
      example: false,
    });
  });
});

describe('a county without its standards', () => {
  it('is closed, and is told what is missing', () => {
    expect(missingParameters([], 'DB_RURAL', '2026-08-25')).toEqual([
      'standard.DB_RURAL',
      'benefit.mode',
      'income.employmentCost',
      'asset.moneyPerCapitaMultiple',
      'remedy.W08',
      'remedy.W21',
      'remedy.W27',
    ]);
    expect(() => resolveMeans([], 'DB_RURAL', '2026-08-25')).toThrow(RangeError);
  });

  it('is asked for tiers only where it pays by tiers', () => {
    const untiered = fx2026.filter((r) => !r.key.startsWith('tier.'));
    expect(missingParameters(untiered, 'DB_RURAL', '2026-08-25')).toEqual([]);
    const tiers = untiered.map((r) => (r.key === 'benefit.mode' ? { ...r, value: 'TIER' } : r));
    expect(missingParameters(tiers, 'DB_RURAL', '2026-08-25')).toEqual(['tier.A', 'tier.B', 'tier.C']);
  });

  it('is open with FX-2026 from its first day, every entry of which fits its key and is marked invented', () => {
    for (const program of ['DB_URBAN', 'DB_RURAL'] as const) {
      expect(missingParameters(fx2026, program, '2026-01-01')).toEqual([]);
      expect(missingParameters(fx2026, program, '2025-12-31')).not.toEqual([]);
    }
    expect(entries.map(parameterEntryFault).filter(Boolean)).toEqual([]);
    expect(entries.every((e) => e.example && e.document.title.includes('演示数据·非真实标准'))).toBe(true);
  });
});

describe('the catalogue', () => {
  it('has no key for what the law fixes: no clock stops, publicity counts, and its last day rolls (CIVIL §203, N83 四(一))', () => {
    const keys: readonly string[] = ParameterKey.options;
    for (const fixed of ['clock.excludePublicity', 'clock.suspendReasons', 'publicity.rollOnHoliday'])
      expect(keys).not.toContain(fixed);
  });

  it('explains every key, cites its clause, and no local standard has a default', () => {
    expect(Object.keys(parameterRules).sort()).toEqual([...ParameterKey.options].sort());
    for (const key of ['standard.DB_URBAN', 'tier.A', 'income.employmentCost', 'asset.moneyPerCapitaMultiple'] as const)
      expect(parameterRules[key].default).toBeUndefined();
  });

  it('has the lengths the terms have', () => {
    expect(resolveClocks([], 'DB_URBAN', '2026-08-25')).toEqual(defaultClocks);
    const quick = approved({ key: 'clock.survey', value: 6, from: '2026-01-01', document }, 'quick');
    expect(resolveClocks([quick], 'DB_URBAN', '2026-08-25')).toEqual({ ...defaultClocks, 'clock.survey': 6 });
  });

  it('refuses an entry that does not fit', () => {
    const fault = (more: object) =>
      parameterEntryFault({ key: 'publicity.days', value: 7, from: '2026-01-01', document, ...more })?.en;
    expect(fault({})).toBeUndefined();
    expect(fault({ value: 5 })).toMatch('at least 7');
    expect(fault({ key: 'clock.total.delegated', value: 21 })).toMatch('at most 20');
    expect(fault({ key: 'clock.total.delegated', value: 'twenty' })).toMatch('working-days');
    expect(fault({ program: 'DB_URBAN' })).toMatch('names no program');
    expect(fault({ key: 'benefit.mode', value: 'DIFF' })).toMatch('must name its program');
    expect(fault({ key: 'benefit.mode', value: 'GIFT', program: 'DB_URBAN' })).toMatch('must be of');
    expect(fault({ key: 'income.windowMonths', value: 5, program: 'DB_URBAN' })).toMatch('divide');
    expect(fault({ until: '2025-12-31' })).toMatch('before');
  });
});
