import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import type { AskedRun } from '../../functions/core/facts.ts';
import { perform } from '../../functions/core/perform.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { readQueryRun } from '../../functions/supervision/read-query-run.ts';
import { runQuery } from '../../functions/supervision/run-query.ts';
import type { Actor } from '../../schemas/actor.ts';
import { actor, demonstrationWorld, noon } from '../world.ts';
import { withParameter } from './set-parameter.ts';

const now = noon('2026-11-02');
const above: readonly Actor[] = [
  { ...actor('CITY', 'city-1'), orgCode: '649900' },
  { ...actor('PROV', 'prov-1'), orgCode: '640000' },
];
const below: readonly Actor[] = [actor('CC', 'cc-1'), actor('CF', 'cf-1')];
const factsOf = (by: Actor, more: object) =>
  ({
    actor: by,
    params: { requestKey: 'ab'.repeat(32), runId: 'run-1' },
    people: {},
    attachments: {},
    subjects: {},
    names: {},
    ...more,
  }) as never;

/** Applications turned away in three townships: 4, 5 and none. */
const run = (rows: (string | number | null)[][]): AskedRun => ({
  counties: ['649900'],
  smallCells: { below: 5, counts: ['confirmed', 'denied'], sums: ['fen'] },
  view: {
    runId: 'run-1',
    query: 'decisions-by-program',
    state: 'succeeded',
    columns: ['township', 'confirmed', 'denied', 'fen'],
    rows,
  },
});
const read = (by: Actor, asked: AskedRun) =>
  perform(readQueryRun, { facts: factsOf(by, { run: asked }), input: { limit: 100 }, now }).reply;
const rows = [
  ['649900101', 4, 90, 5_000],
  ['649900102', 5, 5, 6_000],
  ['649900001', 0, 7, 700],
];

describe('small cells of a result', () => {
  it.each(above)('are withheld from $post with all figures of their row, from which they could be worked out', (by) => {
    const view = read(by, run(rows));
    expect(view.rows).toEqual([['649900101', null, null, null], rows[1], rows[2]]);
    expect(view.withheld).toBe(1);
    expect(readQueryRun.output.parse(view)).toEqual(view);
  });

  it.each(below)('are told to $post, who handles the cases', (by) => {
    expect(read(by, run(rows))).toEqual(run(rows).view);
  });

  it('are none where nobody is counted, where the count is large enough, or while the run has no rows', () => {
    const [by] = above as [Actor];
    expect(read(by, run([['649900101', 0, 0, 0]])).rows).toEqual([['649900101', 0, 0, 0]]);
    expect(read(by, run(rows.slice(1))).withheld).toBeUndefined();
    const { smallCells: _none, ...uncounted } = run(rows);
    expect(read(by, uncounted).rows).toEqual(rows);
  });
});

describe('how small a cell is', () => {
  const asked = (query: string, params: Record<string, string>, world = demonstrationWorld()) => {
    const county = world.states.get('county:649900') as CountyState;
    const input = { query, params, purpose: '检查' };
    const { effect } = perform(runQuery, { facts: factsOf(actor('CC', 'cc-1'), { county }), input, now });
    return effect?.kind === 'start-query' ? effect.smallCells : undefined;
  };
  const window = { county: '649900', from_on: '2026-01-01', to_on: '2026-10-31' };

  it('is the county’s parameter when the query is asked, five by default', () => {
    expect(asked('extensions-by-ground', window)).toMatchObject({ below: 5, counts: ['extended', 'provisional'] });
    const stricter = withParameter(demonstrationWorld(), 'query.smallCell', 10);
    expect(asked('extensions-by-ground', window, stricter)?.below).toBe(10);
  });

  it('is no matter of a query about one case or about staff', () => {
    expect(asked('case-timeline', { case_id: '649900101-DB-2026-000001' })).toBeUndefined();
    expect(asked('refused-attempts', window)).toBeUndefined();
  });

  it('asks for the set-up of the county the request names, and for none where it names none', () => {
    const facts = (query: string, params: Record<string, string>) =>
      runQuery.facts({ input: { query, params, purpose: '检查' }, params: {}, actor: actor('CC', 'cc-1') });
    expect(facts('extensions-by-ground', window).county).toBe('649900');
    expect(facts('case-timeline', { case_id: '649900101-DB-2026-000001' }).county).toBe('649900');
    expect(facts('extensions-by-ground', { county: 'x' }).county).toBeUndefined();
    expect(facts('none', window).county).toBeUndefined();
  });

  it('covers every query that answers by township', () => {
    const grouped = queryCatalogue.filter(
      // A list of cases tells of each by itself; what is withheld is a figure of few.
      ({ sql }) => /SELECT\n\s+(\w\.)?township_code,\n(?!\s+(\w\.)?case_id)/.test(sql) && !sql.includes('actor_id'),
    );
    expect(grouped.length).toBeGreaterThan(5);
    const uncounted = grouped.filter(({ counts }) => counts.length === 0).map(({ id }) => id);
    // Days without an act, and self-checks: no households in either.
    expect(uncounted).toEqual(['self-checks-and-faults', 'silent-townships']);
  });
});
