import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROWS_A_GROUP } from '../../functions/shell/parquet.ts';
import { type LakeTableName, rawColumns } from '../../schemas/lake.ts';
import { layBasis } from './lay-basis.ts';

/** How much is laid: tenants, and plays (some twenty events a case, twelve cases a play) in each. */
export interface Extent {
  readonly counties: readonly string[];
  readonly playsEach: number;
}

/** A county's rows as CSV, one file a table, for the database; the loader removes them. */
export type CsvFiles = ReadonlyMap<LakeTableName, string>;

interface Laying extends Extent {
  readonly tables: readonly LakeTableName[];
  /** Where CSV files are laid down. */
  readonly dir: string;
  /** Loads what was laid while the next county is being laid. */
  readonly load: (county: string, files: CsvFiles) => Promise<void>;
}

/** The basis as the rows of one county: another code, other tokens. */
async function placeBasis(connection: DuckDBConnection, table: LakeTableName, of: { county: string; at: number }) {
  const found = await connection.runAndReadAll(
    `SELECT placed, tokens FROM basis_columns WHERE table_name = '${table}'`,
  );
  const [placed, tokens] = (found.getRows()[0] ?? []) as [string, string];
  const mark = of.at.toString(16).padStart(3, '0');
  const columns = rawColumns(table).map(({ name }) => {
    const there = placed.split(' ').includes(name) ? `replace(${name}, '649900', '${of.county}')` : name;
    const other = tokens.split(' ').includes(name)
      ? `CASE WHEN ${there}[3:5] = '000' THEN ${there}[1:2] || '${mark}' || ${there}[6:] ELSE ${there} END`
      : there;
    return `${name === 'county_code' ? `'${of.county}'` : other} AS ${name}`;
  });
  await connection.run(`CREATE OR REPLACE VIEW made_${table} AS SELECT ${columns.join(', ')} FROM basis_${table}`);
}

/** One file a month, sorted as the basis is; and the same rows for the database. */
async function layCounty(connection: DuckDBConnection, lakeDir: string, of: Laying & { county: string; at: number }) {
  const files = new Map<LakeTableName, string>();
  for (const table of of.tables) {
    await placeBasis(connection, table, of);
    await connection.run(
      `COPY (FROM made_${table}) TO '${join(lakeDir, 'months', table)}' (FORMAT parquet, COMPRESSION zstd,
         PARTITION_BY (county_code, ym), WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE true, ROW_GROUP_SIZE ${ROWS_A_GROUP})`,
    );
    const file = join(of.dir, `${of.county}-${table}.csv`);
    await connection.run(`COPY (FROM made_${table}) TO '${file}' (FORMAT csv, HEADER false)`);
    files.set(table, file);
  }
  return files;
}

/**
 * Lays the tables of the play, copied over counties and months, as the lake has them once its months are over: one file a county and
 * month, sorted as the table says, zstd, row groups of the size the compaction writes. Each county has the same plays under codes and
 * tokens of its own. Answers how many rows each table has.
 */
export async function layLake(
  connection: DuckDBConnection,
  lakeDir: string,
  of: Laying,
): Promise<Readonly<Record<string, number>>> {
  const counts = await layBasis(connection, of.tables, of.playsEach);
  for (const table of of.tables) await mkdir(join(lakeDir, 'months', table), { recursive: true });
  // One thread keeps the order of the basis; the other core loads the database meanwhile.
  await connection.run('SET threads = 1');
  let loading: Promise<void> = Promise.resolve();
  for (const [at, county] of of.counties.entries()) {
    const [files] = await Promise.all([layCounty(connection, lakeDir, { ...of, county, at: at + 1 }), loading]);
    loading = of.load(county, files);
  }
  await loading;
  return Object.fromEntries(Object.entries(counts).map(([table, rows]) => [table, rows * of.counties.length]));
}
