import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { columnWords } from '../../functions/supervision/queries/column-words.ts';
import { monthsAsked } from '../../functions/supervision/queries/months-asked.ts';
import { queryCatalogue, queryNamed, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import { changesOf } from './acted-lake.ts';
import { golden } from './golden-answers.ts';
import { goldenOfPeople } from './golden-of-people.ts';
import { ask, caseIdOf, clock, eventChange, lakeForTests } from './lake-for-tests.ts';
import { supervisedCounty } from './supervised-county.ts';

const lake = await lakeForTests();
const sql = lake.engine();
const { world, given, names } = supervisedCounty();
const changes = changesOf(world.events, given);
beforeAll(async () => {
  const { alarms } = await recordChanges(changes, { objects: lake.objects, clock });
  expect(alarms).toBe(0);
  // Delivered twice: nothing counts twice.
  await recordChanges(changes.slice(0, 40), { objects: lake.objects, clock });
});
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

async function rowsOf(id: string, window: readonly [string, string], county = '649900') {
  const query = queryNamed(id);
  if (!query) throw new Error(`no query ${id}`);
  const [from_on, to_on] = window;
  const params = query.params.parse({ county, from_on, to_on });
  const asked = { values: valuesFor(query, params), counties: [county], recorded: monthsAsked(query, params) };
  const { state, reason, columns, rows } = await ask(sql, query.sql, asked);
  expect([id, state, reason]).toEqual([id, 'succeeded', undefined]);
  return { columns: columns ?? [], rows: rows ?? [] };
}

/** Asked about elsewhere: `queries.test.ts`, `reports.test.ts`, `people-queries.test.ts`. */
const elsewhere = ['case-timeline', 'overdue-by-township', 'report-measures', ...goldenOfPeople.map(({ id }) => id)];

describe('the library of queries', () => {
  it('has a golden answer for every query', () => {
    const asked = [...golden.map(({ id }) => id), ...elsewhere].sort();
    expect(asked).toEqual(queryCatalogue.map(({ id }) => id));
  });

  it.each(golden)('$id answers what was done, and no more', async ({ id, window, rows }) => {
    expect((await rowsOf(id, window)).rows).toEqual(rows);
  });

  it.each(golden)(
    '$id answers nothing about days before anything was done, nor about another county',
    async ({ id }) => {
      expect((await rowsOf(id, ['2020-01-01', '2020-12-31'])).rows).toEqual([]);
      expect((await rowsOf(id, ['2020-01-01', '2031-12-31'], '640121')).rows).toEqual([]);
    },
  );

  it('names in its header only columns it has', async () => {
    for (const { id, window } of golden) {
      const { columns } = await rowsOf(id, window);
      const { counts = [], sums = [] } = queryNamed(id) ?? {};
      expect([id, [...counts, ...sums].filter((name) => !columns.includes(name))]).toEqual([id, []]);
      // What a file of the result is titled with.
      expect([id, columns.filter((name) => !columnWords(name))]).toEqual([id, []]);
    }
  });
});

describe('what must not appear', () => {
  const year: readonly [string, string] = ['2026-01-01', '2026-12-31'];
  const casesIn = async (id: string) => (await rowsOf(id, year)).rows.map(([caseId]) => caseId);

  it('a denial that was served in time is no denial without notice; on its last day the other was none yet', async () => {
    expect(await casesIn('denials-without-notice')).toEqual([names['untold']]);
    expect((await rowsOf('denials-without-notice', ['2026-01-01', '2026-08-28'])).rows).toEqual([]);
    expect((await rowsOf('denials-without-notice', ['2026-01-01', '2026-08-29'])).rows).toHaveLength(1);
  });

  it('a notice that was taken down is not past its day, nor is one on its last day', async () => {
    expect(await casesIn('notices-after-expiry')).toEqual([names['disputed']]);
    expect((await rowsOf('notices-after-expiry', ['2026-01-01', '2026-08-24'])).rows).toEqual([]);
    expect((await rowsOf('notices-after-expiry', ['2026-01-01', '2026-08-25'])).rows).toHaveLength(1);
  });

  it('a referral may be answered until its last day', async () => {
    expect((await rowsOf('referrals-unanswered', ['2026-09-01', '2026-09-15'])).rows).toEqual([]);
    expect((await rowsOf('referrals-unanswered', ['2026-09-01', '2026-09-16'])).rows).toHaveLength(1);
  });

  it('a verification without a hit, and a delegation that was taken back before the days asked about', async () => {
    expect(await casesIn('verification-hits')).toEqual([names['hit']]);
    expect((await rowsOf('delegations-in-force', ['2026-03-02', '2026-12-31'])).rows).toHaveLength(3);
  });

  it('a stop without views, which the product refuses, would stand out among those that heard the household', async () => {
    const caseId = caseIdOf(1, '640121100');
    const at = '2026-09-01T02:00:00.000Z';
    const data = { on: '2026-09-01', result: 'stop', ground: 'means' };
    const stop = eventChange({ caseId, seq: 1, type: 'adjustment-decided', at, data });
    await recordChanges([stop], { objects: lake.objects, clock });
    expect((await rowsOf('hearing-before-reductions', year, '640121')).rows).toEqual([
      [caseId, '2026-09-01', 'p-clerk-1', 'stop', 'means', null, null],
    ]);
  });

  it('a township that acted since the day asked about is not silent; one that never did is', async () => {
    const silent = async (fromOn: string) =>
      (await rowsOf('silent-townships', [fromOn, '2026-12-31'])).rows.map(([code]) => code);
    expect(await silent('2026-08-03')).toEqual(['649900001']);
    expect(await silent('2026-08-04')).toEqual(['649900102', '649900001']);
  });

  it('the purpose of a query and the words of an attempt stay out of the lake', async () => {
    const { rows } = await ask(sql, 'SELECT attributes_json FROM events').then((run) => ({ rows: run.rows ?? [] }));
    const text = JSON.stringify(rows);
    for (const word of ['抽查', '补打', '演示', '公示', '"token"']) expect(text).not.toContain(word);
  });
});
