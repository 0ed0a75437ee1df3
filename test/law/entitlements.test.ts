import { describe, expect, it } from '@jest/globals';
import { amountIn, entitlementIn } from '../../functions/law/entitlements.ts';
import type { Entitlement } from '../../schemas/benefit.ts';

const decided = (
  at: string,
  entry: Pick<Entitlement, 'kind' | 'fromMonth' | 'amountFen'> & { untilMonth?: string },
) => ({
  ...entry,
  decidedOn: at.slice(0, 10),
  decidedAt: at,
});

const confirmed = decided('2026-08-25T02:00:00.000Z', {
  kind: 'confirmation',
  fromMonth: '2026-09',
  amountFen: 66_000,
});
const reduced = decided('2026-11-18T02:00:00.000Z', { kind: 'reduction', fromMonth: '2026-12', amountFen: 21_000 });

describe('entitlements', () => {
  it('G01, G14: pay from the month after the decision, and the reduced amount from the month after that decision', () => {
    const both = [confirmed, reduced];
    expect(['2026-08', '2026-09', '2026-11', '2026-12', '2027-03'].map((month) => amountIn(both, month))).toEqual([
      0, 66_000, 66_000, 21_000, 21_000,
    ]);
  });

  it('tell a month as it was known before a later decision', () => {
    const both = [confirmed, reduced];
    expect(amountIn(both, '2026-12', '2026-11-18T01:59:59.999Z')).toBe(66_000);
    expect(amountIn(both, '2026-12', '2026-11-18T02:00:00.000Z')).toBe(21_000);
  });

  it('end after a last month, and what stood before does not come back by itself', () => {
    const faded = decided('2026-10-13T02:00:00.000Z', {
      kind: 'fade-out',
      fromMonth: '2026-11',
      untilMonth: '2027-04',
      amountFen: 60_000,
    });
    const stopped = decided('2027-04-20T02:00:00.000Z', { kind: 'stop', fromMonth: '2027-05', amountFen: 0 });
    expect(amountIn([confirmed, faded, stopped], '2027-04')).toBe(60_000);
    expect(amountIn([confirmed, faded, stopped], '2027-05')).toBe(0);
    expect(entitlementIn([confirmed, faded, stopped], '2027-06')?.kind).toBe('stop');
  });

  it('G12: while nobody decides, the amount last granted goes on: a fade-out that ends by itself would be a stop by system', () => {
    expect(entitlementIn([confirmed], '2030-01')?.kind).toBe('confirmation');
  });
});
