import { rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { type ColumnType, type LakeTableName, lakeTableNames, rawColumns } from '../../schemas/lake.ts';

/** A folder of raw files under `<dir>/objects/lake`, as the recorder writes them. */
async function recordedPlay(dir: string): Promise<string> {
  // The county of the tests is played outside jest: all it needs of it is `expect`, which is a package of its own.
  registerHooks({ resolve: (name, context, next) => next(name === '@jest/globals' ? 'expect' : name, context) });
  const { supervisedCounty } = await import('../../test/lake/supervised-county.ts');
  const { changesOf } = await import('../../test/lake/acted-lake.ts');
  const { fileObjectStore } = await import('../../functions/shell/local/file-object-store.ts');
  const clock = { now: () => '2026-12-31T01:00:00.000Z' };
  const objects = await fileObjectStore({ root: join(dir, 'play'), clock, baseUrl: () => '' });
  const { world, given } = supervisedCounty();
  await recordChanges(changesOf(world.events, given), { objects, clock });
  return join(dir, 'play', 'objects', 'lake', 'raw');
}

/** Alerts and readings are the bulk of a real log: each of the play stands for so many. */
const copies: Readonly<Record<string, number>> = { alert: 20, access: 25 };

const copyOf = (table: LakeTableName, files: string): string => `CREATE TABLE play_${table} AS
  SELECT row_number() OVER () AS tid, * FROM
    (SELECT DISTINCT * FROM read_parquet('${files}', union_by_name = true, hive_partitioning = false))
  WHERE ${table === 'events' ? 'CAST(recorded_at AS DATE)' : 'as_of_on'} < DATE '2027-01-01'`;

const typeNames: Readonly<Partial<Record<ColumnType, string>>> = {
  string: 'VARCHAR',
  timestamp: 'TIMESTAMPTZ',
  binary: 'BLOB',
};

/** What the play leaves empty is empty for both engines. */
const emptyTable = (table: LakeTableName): string => {
  const columns = rawColumns(table).map(({ name, type }) => `${name} ${typeNames[type] ?? type}`);
  return `CREATE TABLE play_${table} (tid BIGINT, ${columns.join(', ')})`;
};

/** The rows of the play as tables `play_<table>` with a number each; what lies years after the rest is left out. */
export async function loadTemplates(connection: DuckDBConnection, dir: string): Promise<readonly LakeTableName[]> {
  const raw = await recordedPlay(dir);
  const tables = lakeTableNames.filter((name) => name !== 'ledger');
  for (const table of tables) {
    const files = `${raw}/${table}/**/*.parquet`;
    const found = await connection.runAndReadAll(`SELECT count(*) FROM glob('${files}')`);
    const played = Number(found.getRows()[0]?.[0]) > 0;
    await connection.run(played ? copyOf(table, files) : emptyTable(table));
  }
  // Set-up of January stands at the beginning of the play, so that a play is four months long.
  await connection.run(
    "UPDATE play_events SET recorded_at = greatest(recorded_at, TIMESTAMPTZ '2026-08-01 02:00:00Z'), occurred_at = greatest(occurred_at, TIMESTAMPTZ '2026-08-01 02:00:00Z')",
  );
  for (const [kind, times] of Object.entries(copies))
    await connection.run(
      `INSERT INTO play_events SELECT tid + 1000 * n, play_events.* EXCLUDE (tid) REPLACE (seq + 1000 * n AS seq,
         occurred_at + to_hours(n) AS occurred_at, recorded_at + to_hours(n) AS recorded_at)
       FROM play_events, range(1, ${times}) AS copies(n) WHERE subject_kind = '${kind}'`,
    );
  await rm(join(dir, 'play'), { recursive: true });
  return tables;
}
