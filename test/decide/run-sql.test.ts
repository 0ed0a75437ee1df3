import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import type { AskedRun } from '../../functions/core/facts.ts';
import { authorise, perform } from '../../functions/core/perform.ts';
import { readQueryRun } from '../../functions/supervision/read-query-run.ts';
import { runSql } from '../../functions/supervision/run-sql.ts';
import type { Actor } from '../../schemas/actor.ts';
import { SqlRequest } from '../../schemas/audit-query.ts';
import { actor, demonstrationWorld, noon } from '../world.ts';
import { withParameter } from './set-parameter.ts';

const now = noon('2026-11-02');
const cc = actor('CC', 'cc-1');
const city: Actor = { ...actor('CITY', 'city-1'), orgCode: '640100' };
const region: Actor = { ...actor('PROV', 'prov-1'), orgCode: '640000' };
const counting = 'SELECT township_code, count(*) AS n FROM cases GROUP BY township_code';

const factsOf = (by: Actor, more: object = {}) =>
  ({
    actor: by,
    params: { requestKey: 'ab'.repeat(32), runId: 'run-1' },
    people: {},
    attachments: {},
    subjects: {},
    names: {},
    ...more,
  }) as never;
const asked = (by: Actor, body: object, more: object = {}) => {
  const input = SqlRequest.parse({ sql: counting, purpose: '专项核查', ...body });
  const { effect } = perform(runSql, { facts: factsOf(by, more), input, now });
  if (effect?.kind !== 'start-query') throw new Error('no query was started');
  return effect;
};
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('a query in SQL', () => {
  it('is about the counties its asker supervises, all of them or those named, and no other', () => {
    expect(asked(cc, {}).counties).toEqual(['649900']);
    expect(asked(city, {}).counties).toEqual(['640104', '640105', '640106', '640121', '640122', '640181']);
    expect(asked(region, {}).counties).toHaveLength(24);
    expect(asked(city, { counties: ['640121', '640104', '640121'] }).counties).toEqual(['640104', '640121']);
    for (const [by, counties] of [
      [cc, ['640121']],
      [city, ['640104', '640202']],
      [city, ['64ND00']],
    ] as const)
      expect(codeOf(() => asked(by, { counties }))).toBe('division-not-yours');
  });

  it.each(['CF', 'CP', 'CV', 'TC', 'TD', 'VC', 'AP', 'PB'] as const)('is not for %s, who does not audit', (post) => {
    expect(codeOf(() => authorise('run-sql', { ...cc, post }))).toBe('post-not-permitted');
  });

  it('keeps its very text with the purpose, and no values beside it', () => {
    expect(asked(cc, {})).toMatchObject({
      query: 'free-sql',
      sql: counting,
      text: counting,
      values: [],
      params: {},
      purpose: '专项核查',
    });
  });

  it('is refused where its text or purpose holds a person’s number, before anything is kept', () => {
    const sql = "SELECT case_id FROM cases WHERE applicant_id = '13800138000'";
    expect(codeOf(() => asked(cc, { sql }))).toBe('personal-data-in-text');
    expect(codeOf(() => asked(cc, { purpose: '查13800138000' }))).toBe('personal-data-in-text');
  });

  it('is refused when it is more than one SELECT over the tables, and without a purpose', () => {
    expect(codeOf(() => asked(cc, { sql: 'SELECT * FROM raw_events' }))).toBe('sql-not-permitted');
    expect(codeOf(() => asked(cc, { sql: `${counting};` }))).toBe('sql-not-permitted');
    expect(SqlRequest.safeParse({ sql: counting }).success).toBe(false);
    expect(SqlRequest.safeParse({ sql: counting, purpose: ' ' }).success).toBe(false);
  });

  it('asks for the set-up of one county, which tells how small a cell is', () => {
    const input = SqlRequest.parse({ sql: counting, purpose: '专项核查' });
    expect(runSql.facts({ input, actor: cc, params: {} }).county).toBe('649900');
    expect(runSql.facts({ input, actor: city, params: {} }).county).toBeUndefined();
    const county = withParameter(demonstrationWorld(), 'query.smallCell', 10).states.get(
      'county:649900',
    ) as CountyState;
    expect(asked(cc, {}, { county }).smallCells).toEqual({ below: 10, counts: ['*'], sums: ['*'] });
    expect(asked(city, {}).smallCells?.below).toBe(5);
    expect(asked(cc, { sql: 'SELECT case_id, household_size FROM cases' }).smallCells).toBeUndefined();
  });

  it('withholds from those above the county every number of a row in which one could be a small count', () => {
    const run: AskedRun = {
      counties: ['640104'],
      smallCells: { below: 5, counts: ['*'], sums: ['*'] },
      view: {
        runId: 'run-1',
        query: 'free-sql',
        state: 'succeeded',
        columns: ['township_code', 'n', 'fen'],
        rows: [
          ['640104001', 4, 90_000],
          ['640104002', 5, 70_000],
        ],
        total: 2,
      },
    };
    const read = (by: Actor) =>
      perform(readQueryRun, { facts: factsOf(by, { run }), input: { limit: 100 }, now }).reply;
    expect(read(city)).toMatchObject({ withheld: 1, rows: [['640104001', null, null], run.view.rows?.[1]] });
    expect(read({ ...cc, orgCode: '640104' }).rows).toEqual(run.view.rows);
  });
});
