import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entitlementIn } from '../../functions/law/entitlements.ts';
import { cutoffOn, endOfDay, type Freeze, owedAt, previousMonth } from '../../functions/law/roster.ts';
import type { Entitlement } from '../../schemas/benefit.ts';

const granted = (
  fromMonth: string,
  amountYuan: number,
  decidedOn: string,
  more: Partial<Entitlement> = {},
): Entitlement => ({
  kind: 'confirmation',
  fromMonth,
  amountFen: amountYuan * 100,
  decidedOn,
  decidedAt: `${decidedOn}T02:00:00.000Z`,
  paper: `演决〔2026〕${amountYuan}号`,
  ...more,
});
const freeze = (month: string): Freeze => ({ month, at: endOfDay(cutoffOn(month, 15)) });
const freezes = (...months: string[]): Freeze[] => months.map(freeze);

describe('the freeze of a month', () => {
  it('B20: lies at the end of the cut-off day of the month before, in Beijing', () => {
    expect(cutoffOn('2026-09', 15)).toBe('2026-08-15');
    expect(cutoffOn('2027-01', 20)).toBe('2026-12-20');
    expect(endOfDay('2026-08-15')).toBe('2026-08-15T15:59:59.999Z');
    expect(previousMonth('2026-01')).toBe('2025-12');
  });

  it('B20: a decision of the cut-off day counts, one after it is back pay of the next roster', () => {
    const before = [granted('2026-09', 660, '2026-08-15', { decidedAt: '2026-08-15T15:59:59.999Z' })];
    const after = [granted('2026-09', 660, '2026-08-16', { decidedAt: '2026-08-15T16:00:00.000Z' })];
    expect(owedAt(before, freeze('2026-09'), []).parts).toMatchObject([
      { month: '2026-09', kind: 'current', amountFen: 66_000, paper: '演决〔2026〕660号' },
    ]);
    expect(owedAt(after, freeze('2026-09'), []).parts).toEqual([]);
    expect(owedAt(after, freeze('2026-10'), freezes('2026-09')).parts).toMatchObject([
      { month: '2026-09', kind: 'arrears', amountFen: 66_000 },
      { month: '2026-10', kind: 'current', amountFen: 66_000 },
    ]);
  });

  it('G14: a reduction from December is not in November, and takes nothing back', () => {
    const history = [
      granted('2026-09', 660, '2026-08-25'),
      granted('2026-12', 210, '2026-11-18', { kind: 'reduction' }),
    ];
    // Decided after the freeze of December: that month is paid in full, and only a decision could take it back (LAW §74).
    expect(owedAt(history, freeze('2026-12'), freezes('2026-10', '2026-11')).parts).toMatchObject([
      { month: '2026-12', amountFen: 66_000 },
    ]);
    expect(owedAt(history, freeze('2027-01'), freezes('2026-10', '2026-11', '2026-12')).parts).toMatchObject([
      { month: '2027-01', amountFen: 21_000 },
    ]);
  });

  it('pays an increase of past months as the difference, and never twice after a fall in between', () => {
    const risen = [granted('2026-09', 400, '2026-08-10'), granted('2026-09', 600, '2026-09-10', { kind: 'increase' })];
    expect(owedAt(risen, freeze('2026-10'), freezes('2026-09')).parts).toMatchObject([
      { month: '2026-09', kind: 'arrears', amountFen: 20_000 },
      { month: '2026-10', amountFen: 60_000 },
    ]);
    const fallen = [
      granted('2026-09', 600, '2026-08-10'),
      granted('2026-09', 400, '2026-09-10', { kind: 'reduction' }),
      granted('2026-09', 600, '2026-10-10', { kind: 'increase' }),
    ];
    expect(owedAt(fallen, freeze('2026-11'), freezes('2026-09', '2026-10')).parts).toMatchObject([
      { month: '2026-10', kind: 'arrears', amountFen: 20_000 },
      { month: '2026-11', amountFen: 60_000 },
    ]);
  });

  it('has no line without a decision: an amount without a document number is set aside for a person', () => {
    const { paper: _none, ...bare } = granted('2026-09', 660, '2026-08-10');
    expect(owedAt([bare], freeze('2026-09'), [])).toMatchObject({
      parts: [],
      withoutDecision: [{ month: '2026-09', amountFen: 66_000 }],
    });
    const settled = [bare, granted('2026-09', 660, '2026-09-10')];
    expect(owedAt(settled, freeze('2026-10'), freezes('2026-09')).parts).toMatchObject([
      { month: '2026-09', kind: 'arrears', amountFen: 66_000 },
      { month: '2026-10', amountFen: 66_000 },
    ]);
  });

  it('does not pay again what was paid before the county’s first roster, but shows it', () => {
    const owed = owedAt([granted('2026-07', 660, '2026-06-10')], freeze('2026-09'), []);
    expect(owed.parts.map(({ month }) => month)).toEqual(['2026-09']);
    expect(owed.beforeFirst.map(({ month }) => month)).toEqual(['2026-07', '2026-08']);
  });
});

const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];
const history = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 230 }),
      from: fc.constantFrom(...months),
      length: fc.option(fc.integer({ min: 0, max: 5 })),
      yuan: fc.integer({ min: 0, max: 900 }),
      papered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((entries) =>
    entries
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, from, length, yuan, papered }, i): Entitlement => {
        const decidedAt = new Date(Date.UTC(2026, 7, 1, 2, i) + day * 86_400_000).toISOString();
        const until = length === null ? undefined : months[Math.min(months.indexOf(from) + length, months.length - 1)];
        const { paper, ...entry } = granted(from, yuan, decidedAt.slice(0, 10), { decidedAt });
        return { ...entry, ...(until ? { untilMonth: until } : {}), ...(papered && paper ? { paper } : {}) };
      }),
  );

describe('for any history of decisions and a roster every month', () => {
  it('each month is paid the most that was known of it at any of its freezes, from decisions only, never a negative', () => {
    fc.assert(
      fc.property(history, (entitlements) => {
        const paid = new Map<string, number>();
        for (const [i, month] of months.entries()) {
          const earlier = months.slice(0, i).map(freeze);
          const owed = owedAt(entitlements, freeze(month), earlier);
          expect(owedAt(entitlements, freeze(month), earlier)).toEqual(owed);
          for (const part of owed.parts) {
            expect(part.amountFen).toBeGreaterThan(0);
            expect(part.paper.length).toBeGreaterThan(0);
            expect(part.month <= month).toBe(true);
            paid.set(part.month, (paid.get(part.month) ?? 0) + part.amountFen);
          }
          for (const one of owed.withoutDecision)
            expect(entitlementIn(entitlements, one.month, freeze(month).at)?.paper).toBeUndefined();
        }
        for (const month of months) {
          const known = months
            .filter((one) => one >= month)
            .map((one) => entitlementIn(entitlements, month, freeze(one).at))
            .map((entry) => (entry?.paper ? entry.amountFen : 0));
          expect(paid.get(month) ?? 0).toBe(Math.max(0, ...known));
        }
      }),
      { numRuns: 400 },
    );
  });
});
