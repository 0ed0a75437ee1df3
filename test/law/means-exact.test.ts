import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { assessDb } from '../../functions/law/programs/db.ts';
import {
  add,
  ceil,
  ceilTo,
  compare,
  div,
  floor,
  mul,
  rational,
  sub,
  toText,
  whole,
} from '../../functions/law/rational.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { fx2026, household, member } from './means-households.ts';

const question = { program: 'DB_URBAN', parameters: fx2026, on: '2026-08-25' } as const;
const STANDARD = 72_000n;

const members = fc
  .array(fc.record({ fen: fc.nat(3_000_000), costs: fc.nat(1_000_000) }), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    rows.map(({ fen, costs }, i): HouseholdMember => {
      const income = [
        { kind: 'business', per: 'window', amountFen: fen, costsFen: costs, evidence: 'declared' } as const,
      ];
      return member(i + 1, { relation: i === 0 ? '01' : '20', birthOn: '2012-01-01', income });
    }),
  );

const oracle = (rows: readonly HouseholdMember[]): { entitled: boolean; amount: bigint } => {
  const net = rows.reduce((n, m) => n + BigInt(m.income[0]?.amountFen ?? 0) - BigInt(m.income[0]?.costsFen ?? 0), 0n);
  const annual = net < 0n ? 0n : net;
  const full = STANDARD * 12n * BigInt(rows.length);
  const gap = full - annual;
  return { entitled: gap > 0n, amount: gap > 0n ? ((gap + 1199n) / 1200n) * 100n : 0n };
};

describe('the amount, for any household', () => {
  it('equals whole-number arithmetic and lies between nothing and standard × N', () => {
    void fc.assert(
      fc.property(members, (rows) => {
        const found = assessDb(household('urban', rows), question);
        const wanted = oracle(rows);
        expect(found.entitled).toBe(wanted.entitled);
        expect(BigInt(found.amountFen)).toBe(wanted.amount);
        expect(BigInt(found.amountFen) <= STANDARD * BigInt(rows.length)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of members or parameters', () => {
    void fc.assert(
      fc.property(members, (rows) => {
        const one = assessDb(household('urban', rows), question);
        const other = assessDb(household('urban', rows.toReversed()), { ...question, parameters: fx2026.toReversed() });
        expect([other.entitled, other.amountFen, other.perCapitaMonthly, other.parameterIds]).toEqual([
          one.entitled,
          one.amountFen,
          one.perCapitaMonthly,
          one.parameterIds,
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('P07: every counted member enters', () => {
    void fc.assert(
      fc.property(members, (rows) => assessDb(household('urban', rows), question).householdSize === rows.length),
      { numRuns: 30 },
    );
  });
});

describe('exact fractions', () => {
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([n, d]) => rational(n, d));

  it('undo what they did', () => {
    void fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compare(sub(add(a, b), b), a)).toBe(0);
        if (b.num !== 0n) expect(compare(mul(div(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('round to the neighbouring whole numbers', () => {
    void fc.assert(
      fc.property(fraction, (a) => {
        expect(compare(rational(floor(a)), a)).not.toBe(1);
        expect(compare(rational(ceil(a)), a)).not.toBe(-1);
        expect(ceil(a) - floor(a)).toBe(a.den === 1n ? 0 : 1);
      }),
    );
    expect([ceil(rational(-1, 2)), floor(rational(-1, 2)), ceilTo(rational(101), 100)]).toEqual([0, -1, 200]);
  });

  it('read as decimals, halves away from zero', () => {
    expect([
      toText(rational(2600, 3)),
      toText(rational(-1, 200)),
      toText(rational(1, 200)),
      toText(rational(7, 2), 0),
    ]).toEqual(['866.67', '-0.01', '0.01', '4']);
  });

  it('refuse a zero denominator and a remainder where a whole number is due', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => whole(rational(1, 2))).toThrow(RangeError);
  });
});
