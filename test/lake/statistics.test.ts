import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parquetOf, ROWS_A_GROUP } from '../../functions/shell/parquet.ts';
import { type ColumnType, type LakeRow, type LakeTableName, rawColumns } from '../../schemas/lake.ts';

/** A value that grows with the row, of each type but truth values, of which there are two. */
const growing: Readonly<Record<ColumnType, (i: number) => LakeRow[string]>> = {
  string: (i) => `s${String(i).padStart(6, '0')}`,
  bigint: (i) => i,
  date: (i) => new Date(Date.UTC(2026, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
  timestamp: (i) => new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString(),
  double: (i) => i / 2,
  boolean: (i) => i % 2 === 0,
  binary: (i) => i.toString(16).padStart(64, '0'),
};
const tables: readonly LakeTableName[] = ['events', 'terms', 'ledger'];
const bytesOf = (table: LakeTableName): Uint8Array =>
  parquetOf(
    table,
    Array.from({ length: 2 * ROWS_A_GROUP }, (_, i) =>
      Object.fromEntries(rawColumns(table).map(({ name, type }) => [name, growing[type](i)])),
    ),
  );

let dir: string;
let instance: DuckDBInstance;
const answer = async (sql: string) => {
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJS();
  } finally {
    connection.closeSync();
  }
};
const file = (name: string): string => join(dir, `${name}.parquet`);

/** Lays down a table, once as it is and once with the values of its first group destroyed. */
async function laidDown(table: LakeTableName): Promise<void> {
  const bytes = bytesOf(table);
  await writeFile(file(table), bytes);
  const [[from, to] = []] = await answer(
    `SELECT min(coalesce(dictionary_page_offset, data_page_offset)), max(data_page_offset + total_compressed_size)
     FROM parquet_metadata('${file(table)}') WHERE row_group_id = 0`,
  );
  await writeFile(file(`half-${table}`), bytes.fill(0xff, Number(from), Number(to) - 64));
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-statistics-'));
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  for (const table of tables) await laidDown(table);
});
afterAll(async () => {
  instance.closeSync();
  await rm(dir, { recursive: true, force: true });
});

describe('Files of the lake', () => {
  it.each(tables)('say of %s the least and greatest value of every column in every group', async (table) => {
    const found = await answer(
      `SELECT path_in_schema, stats_min_value, stats_max_value FROM parquet_metadata('${file(table)}')
       WHERE row_group_id = 1`,
    );
    const { [0]: binary } = found.filter(([name]) => String(name) === 'event_sha256');
    expect(found.map(([name]) => name)).toEqual(rawColumns(table).map(({ name }) => name));
    for (const [name, least, greatest] of found) {
      const type = rawColumns(table).find((column) => column.name === name)?.type;
      expect([name, least, greatest]).toEqual([name, expect.any(String), expect.any(String)]);
      if (type !== 'boolean') expect([name, least]).not.toEqual([name, greatest]);
    }
    expect(binary === undefined).toBe(table !== 'ledger');
  });

  it.each([
    ['events', "event_type >= 's008192'"],
    ['events', "recorded_at >= TIMESTAMP '2026-01-06 16:32:00'"],
    ['events', 'seq >= 8192'],
    ['events', 'lat >= 4096'],
    ['terms', "due_on >= DATE '2048-06-06'"],
    ['ledger', 'log_index >= 8192'],
  ] as const)('let the engine leave out what cannot match: %s where %s', async (table, condition) => {
    const count = (name: string, where: string) =>
      answer(`SELECT count(*), min(ym) FROM '${file(name)}' WHERE ${where}`);
    expect(await count(`half-${table}`, condition)).toEqual(await count(table, condition));
    expect(await count(table, condition)).toEqual([[BigInt(ROWS_A_GROUP), expect.any(String)]]);
    await expect(count(`half-${table}`, 'true')).rejects.toThrow();
  });
});
