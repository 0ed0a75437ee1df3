import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watermarkKey } from '../../functions/shell/lake/lake-mark.ts';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import { eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { countyObject } from '../../schemas/lake-zones.ts';
import { ask, caseIdOf, eventOf, lakeForTests } from './lake-for-tests.ts';

const lake = await lakeForTests();
const store = {
  load: async () => [
    {
      ...watermarkKey('649900'),
      record: { daysTo: '2026-09-01', filesTo: '2026-09-01', monthsTo: '2026-09', sealedTo: 0 },
    },
  ],
};
const sql = duckdbAuditSql({ store, objects: lake.objects, lakeDir: lake.lakeDir });

async function putMonth(ym: string, data: Readonly<Record<string, unknown>>): Promise<string> {
  const at = `${ym}-10T02:00:00.000Z`;
  const event = eventOf({ caseId: caseIdOf(1), seq: Number(ym.slice(5)), type: 'case-decided', at, data });
  const key = countyObject('months', { table: 'events', countyCode: '649900', ym, name: '1' });
  await lake.objects.put(key, parquetOf('events', [eventRow(StoredEvent.parse(event))]));
  return join(lake.lakeDir, key.slice('lake/'.length));
}

/** The file as a release wrote it before the column was declared. */
async function withoutColumn(path: string, column: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const older = join(lake.dir, 'older.parquet');
  await connection.run(
    `COPY (SELECT * EXCLUDE (${column}) FROM read_parquet('${path}', hive_partitioning = false)) TO '${older}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  await writeFile(path, await readFile(older));
}

beforeAll(async () => {
  await putMonth('2026-01', { result: 'confirmed' });
  await putMonth('2026-02', { result: 'not-confirmed' });
  await putMonth('2026-03', { result: 'confirmed' });
});
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

const answers = async () => {
  const { reason, rows } = await ask(sql, 'SELECT ym, delegation_id FROM events ORDER BY ym');
  return rows ?? reason;
};

it('a text that looks like an object is a text; objects and arrays have no scalar', async () => {
  const json = `'{"a":"{x","b":{"c":1},"d":[2],"e":"[","f":true,"g":null}'`;
  const scalars = ['a', 'b', 'd', 'e', 'f', 'g', 'h'].map((name) => `json_extract_scalar(${json}, '$.${name}')`);
  expect((await ask(sql, `SELECT ${scalars.join(', ')}`)).rows).toEqual([['{x', null, null, '[', 'true', null, null]]);
});

describe('files of before a column was declared', () => {
  const lacking = new Set<string>();

  it.each(['2026-02', '2026-03', '2026-01'])(
    '%s lacks it too: its rows have null, the others keep theirs',
    async (ym) => {
      lacking.add(ym);
      await withoutColumn(join(lake.lakeDir, `months/events/county_code=649900/ym=${ym}/1.parquet`), 'delegation_id');
      expect(await answers()).toEqual(
        ['2026-01', '2026-02', '2026-03'].map((month) => [month, lacking.has(month) ? null : 'dlg-1']),
      );
    },
  );
});
