import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { queryNamed, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import { goldenOfPeople as golden } from './golden-of-people.ts';
import { ask, caseIdOf, clock, lakeForTests } from './lake-for-tests.ts';
import { suspectCounty } from './suspect-county.ts';

const lake = await lakeForTests();
const sql = lake.engine();
beforeAll(async () => {
  const { alarms } = await recordChanges(suspectCounty(), { objects: lake.objects, clock });
  expect(alarms).toBe(0);
});
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

type Window = readonly [string, string];
const year: Window = ['2026-01-01', '2026-12-31'];

async function rowsOf(id: string, [from_on, to_on]: Window = year, county = '649900') {
  const query = queryNamed(id);
  if (!query) throw new Error(`no query ${id}`);
  const values = valuesFor(query, query.params.parse({ county, from_on, to_on }));
  const { state, reason, rows } = await ask(sql, query.sql, { values, counties: [county] });
  expect([id, state, reason]).toEqual([id, 'succeeded', undefined]);
  return rows ?? [];
}

describe('the queries about people and money', () => {
  it.each(golden)('$id finds what is there, and nothing beside it', async ({ id, rows }) => {
    expect(await rowsOf(id)).toEqual(rows);
  });

  it.each(golden)('$id answers nothing about days before, nor about another county', async ({ id }) => {
    expect(await rowsOf(id, ['2020-01-01', '2020-12-31'])).toEqual([]);
    expect(await rowsOf(id, year, '640121')).toEqual([]);
  });

  it('count to the day: 45 days after a death nothing is said yet, and a split is told for 90 days', async () => {
    expect(await rowsOf('paid-after-death', ['2026-01-01', '2026-10-11'])).toEqual([]);
    const split = await rowsOf('households-split', ['2026-09-10', '2026-09-10']);
    expect(split.map(([caseId]) => caseId)).toEqual([caseIdOf(5)]);
    expect(await rowsOf('households-split', ['2026-09-11', '2026-09-30'])).toEqual([]);
  });

  it('answer by tokens and codes: nobody’s name, number, telephone or birthday', async () => {
    const answers = JSON.stringify(await Promise.all(golden.map(({ id }) => rowsOf(id))));
    expect(answers).not.toMatch(/[\u4e00-\u9fff]/);
    expect(answers).not.toMatch(/(?<![0-9A-Za-z_])(\d{17}[\dXx]|1[3-9]\d{9})(?![0-9A-Za-z])/);
    expect(answers).not.toContain('1970');
  });
});
