import { describe, expect, it } from '@jest/globals';
import { clockOf } from '../../functions/law/clocks.ts';
import { decisionClauses } from '../../functions/law/decision-clauses.ts';
import { missingFor } from '../../functions/law/program-parameters.ts';
import { lawPackOn } from '../../functions/law/sources.ts';
import { termRule } from '../../functions/law/term-rules.ts';
import type { Program } from '../../schemas/program.ts';

const days = (program: Program, of: { delegated: boolean; on: string }): number =>
  clockOf({}, termRule('decision', { program, ...of }).clockKey);
const sources = (program: Program, on: string): string[] =>
  decisionClauses(program, { on, by: 'township', result: 'confirmed' }).map(({ source }) => source);
const closedBy = (program: Program, on: string): string[] =>
  missingFor([], program, { area: 'urban', on }).filter((one) => one.startsWith('law:'));

/** Rulebook 0.4: the last day of a pack, and the first of the next. */
describe('rule packs on both sides of each date', () => {
  it.each([
    ['2022-10-19', 'RP-2021', '2022-10-20', 'RP-2022'],
    ['2024-12-31', 'RP-2022', '2025-01-01', 'RP-2025'],
    ['2026-01-28', 'RP-2025', '2026-01-29', 'RP-2026A'],
    ['2026-06-30', 'RP-2026A', '2026-07-01', 'RP-2026B'],
  ])('%s is %s, %s is %s', (last, before, first, after) => {
    expect([lawPackOn(last), lawPackOn(first)]).toEqual([before, after]);
  });

  it('N83 shortened the delegated term from 30 to 20 working days (K1), and left that of the county', () => {
    expect(days('DB_URBAN', { delegated: true, on: '2022-10-19' })).toBe(30);
    expect(days('DB_URBAN', { delegated: true, on: '2022-10-20' })).toBe(20);
    for (const on of ['2022-10-19', '2022-10-20']) expect(days('DB_URBAN', { delegated: false, on })).toBe(30);
    expect(termRule('decision', { delegated: true, on: '2022-10-19' }).citations[0]).toMatchObject({ source: 'D57' });
    expect(termRule('decision', { delegated: true, on: '2022-10-20' }).citations[0]).toMatchObject({ source: 'N83' });
  });

  it('R62 has its own term, delegated or not', () => {
    for (const delegated of [true, false]) expect(days('GX', { delegated, on: '2026-08-03' })).toBe(30);
  });

  it('opens rigid expenditure with R62 and fast aid with TA26, not a day before', () => {
    expect(closedBy('GX', '2024-12-31')).toEqual(['law:R62']);
    expect(closedBy('GX', '2025-01-01')).toEqual([]);
    expect(closedBy('LS_FAST', '2026-01-28')).toEqual(['law:TA26']);
    expect(closedBy('LS_FAST', '2026-01-29')).toEqual([]);
  });

  it('puts the Social Assistance Law on top of every decision from 1 July 2026 (G22)', () => {
    for (const program of ['DB_URBAN', 'TK', 'BY', 'GX', 'GL', 'LS_STD'] as const) {
      expect(sources(program, '2026-07-01')[0]).toBe('LAW');
      expect(sources(program, '2026-07-15')[0]).toBe('LAW');
    }
    expect(sources('DB_URBAN', '2026-06-30')).toEqual(['D57', 'N83']);
    expect(sources('TK', '2026-06-30')).toEqual(['T43', 'T43']);
  });
});
