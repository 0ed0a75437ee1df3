import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rational } from '../../functions/law/rational.ts';
import { sampleSize, samplingRule } from '../../functions/law/sampling.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';

const rule = { rate: rational(3, 10), includeMandatory: false };

describe('the size of a random sample', () => {
  it('G23: 47 confirmed, 3 of them filed: 14 of the remaining 44, 15 where the rate counts all, 1 of 1', () => {
    expect(sampleSize({ confirmed: 47, mandatory: 3 }, rule)).toBe(14);
    expect(sampleSize({ confirmed: 47, mandatory: 3 }, { ...rule, includeMandatory: true })).toBe(15);
    expect(sampleSize({ confirmed: 1, mandatory: 0 }, rule)).toBe(1);
    expect(sampleSize({ confirmed: 3, mandatory: 3 }, rule)).toBe(0);
  });

  it('is at least the rate of the pool, less than one more than it, and never more than the pool', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 100 }), (a, b, percent) => {
        const [confirmed, mandatory] = [a + b, b];
        const size = sampleSize({ confirmed, mandatory }, { rate: rational(percent, 100), includeMandatory: false });
        expect(size * 100).toBeGreaterThanOrEqual(a * percent);
        expect(size * 100).toBeLessThan(a * percent + 100);
        expect(size).toBeLessThanOrEqual(a);
      }),
    );
  });

  it('refuses a pool that cannot be', () => {
    expect(() => sampleSize({ confirmed: 2, mandatory: 3 }, rule)).toThrow(RangeError);
  });

  it('takes the rate of the county, at least three in ten for 特困', () => {
    const record: ParameterRecord = {
      id: 'r1',
      key: 'spotcheck.random.other',
      value: { num: 1, den: 2 },
      from: '2026-01-01',
      document: { title: '演示' },
      enteredBy: 'cc-1',
      enteredAt: '2025-12-20T02:00:00.000Z',
      approvedBy: 'cc-2',
      approvedAt: '2025-12-22T02:00:00.000Z',
    };
    expect(samplingRule([record], { program: 'DB_URBAN', on: '2026-08-31' }).rate).toEqual(rational(1, 2));
    expect(samplingRule([], { program: 'DB_URBAN', on: '2026-08-31' })).toEqual({
      ...rule,
      source: 'default:spotcheck.random.other',
    });
  });
});
