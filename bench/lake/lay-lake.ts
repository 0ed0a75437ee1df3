import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type LakeTableName, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { moveTexts } from './shifted-texts.ts';

/** How much is laid: tenants, and plays (some twenty events a case, twelve cases a play) in each. */
export interface Extent {
  readonly counties: readonly string[];
  readonly playsEach: number;
}

/** A county of the play becomes another county; its two townships become two of forty; serials make room for every play. */
const placed = (column: string): string =>
  [
    ["'649900101-DB-2026-0000'", "p.first || '-DB-2026-' || p.serial"],
    ["'649900101-LS-2026-0000'", "p.first || '-LS-2026-' || p.serial"],
    ["'649900102-DB-2026-0000'", "p.second || '-DB-2026-' || p.serial"],
    ["'649900102'", 'p.second'],
    ["'649900101'", 'p.first'],
    ["'649900'", 'p.county'],
  ].reduce((text, [from, to]) => `replace(${text}, ${from}, ${to})`, column);

const typed: Readonly<Record<string, string>> = {
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

interface Column {
  readonly name: string;
  readonly type: string;
  /** Whether texts of the play name a division or a case in this column, and whether one begins as a token. */
  readonly placedIn: boolean;
  readonly tokens: boolean;
}

async function columnsOf(connection: DuckDBConnection, table: LakeTableName): Promise<readonly Column[]> {
  return Promise.all(
    rawColumns(table).map(async ({ name, type }) => {
      if (type !== 'string') return { name, type, placedIn: false, tokens: false };
      const found = await connection.runAndReadAll(
        `SELECT coalesce(bool_or(contains(${name}, '649900')), false), coalesce(bool_or(regexp_matches(${name}, '^[a-z]_[0-9a-f]{16}')), false) FROM play_${table}`,
      );
      const [placedIn, tokens] = found.getRows()[0] ?? [];
      return { name, type, placedIn: placedIn === true, tokens: tokens === true };
    }),
  );
}

/** What a column of a play's row is in one of its copies. */
function copied(table: LakeTableName, { name, type, placedIn, tokens }: Column, dated: readonly string[]): string {
  const day =
    table === 'events' ? "CAST(t.recorded_at + to_days(p.shift) + INTERVAL '8' HOUR AS DATE)" : 't.as_of_on + p.shift';
  if (name === 'county_code') return 'p.county';
  if (name === 'ym') return `strftime(${day}, '%Y-%m')`;
  if (type === 'date') return `CAST(t.${name} + p.shift AS DATE)`;
  if (type === 'timestamp') return `CAST(timezone('UTC', t.${name} + to_days(p.shift)) AS TIMESTAMP)`;
  const text = dated.includes(name) ? `m.${name}` : `t.${name}`;
  if (name === 'subject_id')
    return `CASE WHEN t.subject_kind = 'case' THEN ${placed(text)} ELSE ${placed(text)} || '.' || p.play END`;
  if (name === 'event_id')
    return `t.subject_kind || ':' || ${placed('t.subject_id')} || CASE WHEN t.subject_kind = 'case' THEN '' ELSE '.' || p.play END || '#' || t.seq`;
  if (tokens) return `regexp_replace(${text}, '^([a-z]_)[0-9a-f]{8}', '\\1' || p.mark)`;
  return placedIn ? placed(text) : text;
}

/** The rows of one table for the plays in `plays`, with the types of the lake's declaration. */
async function copiesOf(connection: DuckDBConnection, table: LakeTableName): Promise<string> {
  const dated = await moveTexts(connection, table);
  const columns = await columnsOf(connection, table);
  const list = columns.map((column) => `${copied(table, column, dated)} AS ${column.name}`).join(',\n  ');
  const join = dated.length > 0 ? `JOIN moved_${table} AS m ON m.tid = t.tid AND m.shift = p.shift` : '';
  const rows = `SELECT ${list} FROM plays AS p CROSS JOIN play_${table} AS t ${join}`;
  const { key, snapshots } = lakeTables[table];
  return snapshots
    ? `SELECT * FROM (${rows}) QUALIFY row_number() OVER (PARTITION BY ${[...key, 'version'].join(', ')} ORDER BY as_of_on DESC) = 1`
    : rows;
}

const plays = (county: string, at: number, playsEach: number): string =>
  `CREATE OR REPLACE TABLE plays AS SELECT '${county}' AS county, play, '${county}1' || lpad(CAST(play % 20 + 1 AS VARCHAR), 2, '0') AS first,
     '${county}2' || lpad(CAST(play % 20 + 1 AS VARCHAR), 2, '0') AS second, lpad(CAST(play // 20 AS VARCHAR), 4, '0') AS serial,
     CAST(-208 + (hash(play, ${at}) % 607) AS INTEGER) AS shift, lpad(format('{:x}', play * 32 + ${at}), 8, '0') AS mark
   FROM range(0, ${playsEach}) AS r(play)`;

/**
 * Lays the tables of the play, copied over counties and months, as the lake has them once its months are over: one file a county and
 * month, sorted as the table says, zstd. Answers how many rows each table has.
 */
export async function layLake(
  connection: DuckDBConnection,
  lakeDir: string,
  of: Extent & { readonly tables: readonly LakeTableName[]; readonly onCounty?: (county: string) => Promise<void> },
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const texts = new Map<LakeTableName, string>();
  await connection.run(plays('649900', 0, 0));
  for (const table of of.tables) texts.set(table, await copiesOf(connection, table));
  for (const [at, county] of of.counties.entries()) {
    await connection.run(plays(county, at, of.playsEach));
    for (const table of of.tables) {
      const dir = join(lakeDir, 'months', table);
      await mkdir(dir, { recursive: true });
      await connection.run(`CREATE OR REPLACE TABLE made_${table} AS ${texts.get(table)}`);
      const order = ['ym', ...lakeTables[table].sortedBy].join(', ');
      const columns = rawColumns(table).map(({ name, type }) =>
        typed[type] ? `CAST(${name} AS ${typed[type]}) AS ${name}` : name,
      );
      await connection.run(
        `COPY (SELECT ${columns.join(', ')} FROM made_${table} ORDER BY ${order}) TO '${dir}' (FORMAT parquet, COMPRESSION zstd,
           PARTITION_BY (county_code, ym), WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE true, ROW_GROUP_SIZE 122880)`,
      );
      const counted = await connection.runAndReadAll(`SELECT count(*) FROM made_${table}`);
      counts[table] = (counts[table] ?? 0) + Number(counted.getRows()[0]?.[0]);
    }
    await of.onCounty?.(county);
  }
  return counts;
}
