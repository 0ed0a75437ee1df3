import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sqlLiteral } from '../../functions/shell/lake/sql-piece.ts';
import { lakeValues, withLake } from '../../functions/shell/lake-sql.ts';
import { type ColumnType, rawColumns } from '../../schemas/lake.ts';
import { lakeZones, zoneTableName } from '../../schemas/lake-zones.ts';

const county = '640104';
const bounds = {
  daysTo: '2026-03-01',
  filesTo: '2026-03-01',
  monthsTo: '2026-03',
  sealedTo: new Map<string, number>(),
};
const types: Readonly<Partial<Record<ColumnType, string>>> = { string: 'VARCHAR', binary: 'BLOB' };

interface Version {
  readonly zone: (typeof lakeZones)[number];
  readonly id: string;
  readonly version: number;
  readonly alert: string | null;
  readonly on: string;
}

const day = (n: number): string => `2026-03-0${n}`;
const versions = fc.array(
  fc.record({
    zone: fc.constantFrom(...lakeZones),
    id: fc.constantFrom('a', 'b', 'c'),
    version: fc.integer({ min: 1, max: 3 }),
    alert: fc.option(fc.integer({ min: 1, max: 4 }).map((n) => `${day(n)}T01:00:00`)),
    on: fc.integer({ min: 1, max: 5 }).map(day),
  }),
  { maxLength: 25 },
);

/** How the rule reads in words: a later version, a later alert (which terms have), an earlier day. */
const stands = (a: Version, b: Version): number =>
  b.version - a.version || (b.alert ?? '').localeCompare(a.alert ?? '') || a.on.localeCompare(b.on);

const told = ({ id, version, alert, on }: Version) => [id, version, alert, on];
const firstOfEach = (rows: readonly Version[], keyOf: (row: Version) => string) =>
  [...Map.groupBy(rows, keyOf).values()].map((group) => told([...group].sort(stands)[0] as Version));

type Kept = 'terms' | 'cases';

async function laid(table: Kept) {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  for (const zone of lakeZones) {
    const columns = rawColumns(table).map(({ name, type }) => `${name} ${types[type] ?? type}`);
    await connection.run(`CREATE TABLE ${zoneTableName(zone, table)} (${[...columns, 'day VARCHAR'].join(', ')})`);
  }
  return connection;
}

/** A row of either table; columns that it lacks are left out. */
function inserted(table: Kept, { zone, id, version, alert, on }: Version): string {
  const term = `'case' AS subject_kind, '${id}' AS subject_id, 'T1' AS term, DATE '2026-01-01' AS from_on,
    CAST(${alert === null ? 'NULL' : sqlLiteral(alert)} AS TIMESTAMP) AS last_alert_at,`;
  return `INSERT INTO ${zoneTableName(zone, table)} BY NAME SELECT '${id}' AS case_id, ${table === 'terms' ? term : ''} ${version} AS version,
    DATE '${on}' AS as_of_on, '${county}' AS county_code, '${zone === 'months' ? '2026-02' : '2026-03'}' AS ym, '2026-03-05' AS day`;
}

const alertOf: Readonly<Record<Kept, string>> = {
  terms: "strftime(last_alert_at, '%Y-%m-%dT%H:%M:%S')",
  cases: 'NULL',
};

describe('the latest version of a row', () => {
  it.each<Kept>(['terms', 'cases'])(
    'of %s is the greatest, first written, whichever zones hold how many copies',
    async (table) => {
      const connection = await laid(table);
      const read = async (name: string, more = '') => {
        const sql = `SELECT case_id, CAST(version AS INTEGER), ${alertOf[table]}, CAST(as_of_on AS VARCHAR) FROM ${name} ${more} ORDER BY 1, 2`;
        const scope = { counties: [county] };
        const reader = await connection.runAndReadAll(withLake(sql, scope), [...lakeValues(sql, scope, bounds)]);
        return reader.getRowsJson();
      };
      await fc.assert(
        fc.asyncProperty(versions, async (drawn) => {
          const rows = table === 'terms' ? drawn : drawn.map((row) => ({ ...row, alert: null }));
          for (const zone of lakeZones) await connection.run(`DELETE FROM ${zoneTableName(zone, table)}`);
          for (const row of rows) await connection.run(inserted(table, row));
          const latest = firstOfEach(rows, ({ id }) => id).sort();
          expect(await read(table)).toEqual(latest);
          expect(await read(`${table}_history`)).toEqual(
            firstOfEach(rows, ({ id, version }) => `${id}${version}`).sort(),
          );
          expect(await read(table, 'WHERE version < 3')).toEqual(latest.filter(([, version]) => Number(version) < 3));
        }),
        { numRuns: 40 },
      );
    },
  );
});
