import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watermarkKey } from '../../functions/shell/lake/lake-mark.ts';
import { lakeValues, withLake } from '../../functions/shell/lake-sql.ts';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import { monthsAsked } from '../../functions/supervision/queries/months-asked.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { countyObject } from '../../schemas/lake-zones.ts';
import { ask, caseIdOf, eventOf, lakeForTests } from './lake-for-tests.ts';

const lake = await lakeForTests();
const watermark = { daysTo: '2026-05-01', filesTo: '2026-05-01', monthsTo: '2026-05', sealedTo: 0 };
const store = { load: async () => [{ ...watermarkKey('649900'), record: watermark }] };
const sql = duckdbAuditSql({ store, objects: lake.objects, lakeDir: lake.lakeDir });
const sizes = new Map<string, number>();

/** A month with one application in it, in a file of its own. */
async function putMonth(ym: string): Promise<void> {
  const event = eventOf({
    caseId: caseIdOf(1),
    seq: Number(ym.slice(5)),
    type: 'application-submitted',
    at: `${ym}-10T02:00:00.000Z`,
  });
  const bytes = parquetOf('events', [eventRow(StoredEvent.parse(event))]);
  await lake.objects.put(countyObject('months', { table: 'events', countyCode: '649900', ym, name: '1' }), bytes);
  sizes.set(ym, bytes.length);
}

beforeAll(() => Promise.all(['2026-01', '2026-02', '2026-03', '2026-04'].map(putMonth)));
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

const monthsRead = async (recorded?: { from?: string; to?: string }) => {
  const run = await ask(sql, 'SELECT ym FROM events ORDER BY ym', { recorded });
  return { months: run.rows?.map(([ym]) => ym), bytes: run.scannedBytes };
};
const bytesOf = (...months: readonly string[]): number => months.reduce((sum, ym) => sum + (sizes.get(ym) ?? 0), 0);

describe('months in which the events were recorded', () => {
  it.each([
    [{}, ['2026-01', '2026-02', '2026-03', '2026-04']],
    [{ from: '2026-03' }, ['2026-03', '2026-04']],
    [{ to: '2026-02' }, ['2026-01', '2026-02']],
    [{ from: '2026-02', to: '2026-02' }, ['2026-02']],
    [{ from: '2026-09' }, []],
  ])('a query bound to %j opens the files of these months and no other', async (recorded, months) => {
    expect(await monthsRead(recorded)).toEqual({ months, bytes: bytesOf(...months) });
  });

  it('stand in the text as marks, so that the text is the same for every month', () => {
    const text = (recorded: { from: string; to: string }) =>
      withLake('SELECT count(*) FROM events', { counties: ['649900'], recorded });
    expect(text({ from: '2026-01', to: '2026-02' })).toBe(text({ from: '2026-03', to: '2026-04' }));
    const scope = { counties: ['649900'], recorded: { from: '2026-01', to: '2026-02' } };
    const marks = lakeValues('SELECT count(*) FROM events', scope, { ...watermark, sealedTo: new Map() });
    expect(marks).toHaveLength(withLake('SELECT count(*) FROM events', scope).split('?').length - 1);
    expect(marks.filter((value) => value === '2026-02')).toHaveLength(4);
  });

  it('are those of the days a query is asked about', () => {
    const asked = { county: '649900', from_on: '2026-02-27', to_on: '2026-03-02' };
    expect(monthsAsked({ recorded: { from: 'from_on', to: 'to_on' } }, asked)).toEqual({
      from: '2026-02',
      to: '2026-03',
    });
    expect(monthsAsked({ recorded: { to: 'to_on' } }, asked)).toEqual({ to: '2026-03' });
    expect(monthsAsked({}, asked)).toBeUndefined();
  });

  it('are bounded only by parameters that are days', () => {
    for (const { id, recorded = {}, paramList } of queryCatalogue)
      for (const name of Object.values(recorded))
        expect([id, name, paramList.find((param) => param.name === name)?.type]).toEqual([id, name, 'date']);
  });
});
