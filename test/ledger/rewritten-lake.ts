import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { parquetOf } from '../../functions/shell/parquet.ts';
import type { LakeRow, LakeTableName } from '../../schemas/lake.ts';

/** A county's log and lake, copied to be attacked. */
export interface Copy {
  readonly ledger: string;
  readonly lake: string;
}
const compressors = { ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes) };

export async function rowsIn(path: string): Promise<LakeRow[]> {
  const rows = await parquetReadObjects({
    file: new Uint8Array(await readFile(path)).buffer,
    compressors,
    utf8: false,
  });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        if (typeof value === 'bigint') return [key, Number(value)];
        if (value instanceof Date) return [key, value.toISOString()];
        return [key, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value];
      }),
    ),
  );
}

/** Raw files of a table below its folder, whatever their day. */
export const parquetIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.parquet')).sort();

/** Writes the files of a table anew from their rows. */
export async function rewrite(
  { lake }: Copy,
  table: LakeTableName,
  change: (rows: LakeRow[]) => LakeRow[],
  oneFile = false,
): Promise<void> {
  const folder = join(lake, 'raw', table);
  const names = await parquetIn(folder);
  const all: LakeRow[][] = [];
  for (const name of names) all.push(await rowsIn(join(folder, name)));
  const changed = change(all.flat());
  await rm(folder, { recursive: true });
  await mkdir(folder);
  const half = oneFile ? changed.length : Math.ceil(changed.length / 2);
  for (let at = 0; at < changed.length; at += half)
    await writeFile(join(folder, `part-${at}.parquet`), parquetOf(table, changed.slice(at, at + half)));
}

/** Has DuckDB, which shares no code with the recorder, write all raw files of a table as one: other order, groups, compression. */
export async function reencode({ lake }: Copy, table: LakeTableName, compression: string): Promise<void> {
  const folder = join(lake, 'raw', table);
  const out = join(lake, `${table}.parquet`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM read_parquet('${folder}/**/*.parquet', hive_partitioning = false) ORDER BY county_code, ym, seq DESC, subject_id)
     TO '${out}' (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 50)`,
  );
  connection.closeSync();
  await rm(folder, { recursive: true });
  await mkdir(join(lake, 'days', table), { recursive: true });
  await writeFile(join(lake, 'days', table, 'anew.parquet'), await readFile(out));
  await rm(out);
}
