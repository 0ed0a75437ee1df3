import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CountyCode } from '../../../schemas/ids.ts';
import { type ColumnType, type LakeTableName, rawColumns } from '../../../schemas/lake.ts';
import {
  type CountyZone,
  countyPrefix,
  countyZones,
  dayOfObject,
  monthOfObject,
  zonePrefix,
  zoneTableName,
} from '../../../schemas/lake-zones.ts';
import type { LakeBounds } from '../lake/bounds.ts';
import { filesFrom } from '../lake/parting.ts';
import { sqlLiteral } from '../lake/sql-piece.ts';
import type { LakeScope } from '../lake-sql.ts';
import type { ObjectStore } from '../ports.ts';

export interface LakeFiles {
  readonly objects: ObjectStore;
  /** Folder of the objects whose keys begin with `lake/`. */
  readonly lakeDir: string;
}

/** What is laid out for a query: the lake, whose rows of it, and how far those are compacted. */
interface Extent extends LakeFiles, LakeScope {
  readonly columnsByName?: boolean;
  readonly bounds: LakeBounds;
}

/** The files of a table. */
interface Found {
  readonly table: LakeTableName;
  readonly raw: readonly string[];
  readonly zones: readonly { readonly zone: CountyZone; readonly paths: readonly string[] }[];
  readonly bytes: number;
}

/** Files that a query may read where they lie, and the bytes of all files of its tables. */
interface LaidOut {
  readonly paths: readonly string[];
  readonly bytes: number;
}

const typeNames: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  binary: 'BLOB',
};

const columnsOf = (table: LakeTableName): readonly string[] =>
  rawColumns(table).map(({ name, type }) => `${name} ${typeNames[type]}`);

/** A list of files as SQL reads it. */
const files = (paths: readonly string[], how: string): string =>
  `read_parquet([${paths.map(sqlLiteral).join(', ')}], ${how})`;
/** A column that older files lack is null in them. */
const byName = 'union_by_name = true';
/** County and month are those of the folder, as for Athena: nothing is compared row by row. */
const byFolder = 'hive_partitioning = true, hive_types_autocast = false';

/** Whether a file has every column that is declared: then the engine refuses those that lack one, and none is lost unseen. */
async function isComplete(connection: DuckDBConnection, table: LakeTableName, path: string): Promise<boolean> {
  const found = await connection.runAndReadAll(`SELECT name FROM parquet_schema(${sqlLiteral(path)})`);
  const names = new Set(found.getRows().map(([name]) => name));
  return rawColumns(table).every(({ name }) => names.has(name));
}

const isParquet = (key: string): boolean => key.endsWith('.parquet');
const pathIn = ({ lakeDir }: LakeFiles, key: string): string => join(lakeDir, key.slice('lake/'.length));

/** Raw files that may hold rows that are not compacted yet. */
async function rawPaths(table: LakeTableName, of: Extent): Promise<readonly string[]> {
  const from = filesFrom(of.bounds);
  const keys = (await of.objects.list(zonePrefix('raw', table))).filter(isParquet);
  return keys.filter((key) => dayOfObject(key) === '' || dayOfObject(key) >= from).map((key) => pathIn(of, key));
}

/** Copies what is still raw of the counties into memory, typed also when there is no file. */
async function copyRaw(connection: DuckDBConnection, table: LakeTableName, of: Found & Extent): Promise<void> {
  const { raw: paths } = of;
  const name = zoneTableName('raw', table);
  await connection.run(`CREATE TABLE ${name} (${[...columnsOf(table), 'day VARCHAR'].join(', ')})`);
  if (paths.length === 0) return;
  const counties = of.counties.map(sqlLiteral).join(', ') || "''";
  await connection.run(
    `INSERT INTO ${name} BY NAME SELECT * EXCLUDE (filename), regexp_extract(filename, '/day=([0-9-]{10})/', 1) AS day ` +
      `FROM ${files(paths, `hive_partitioning = false, ${byName}, filename = true`)} WHERE county_code IN (${counties})`,
  );
}

const inBounds = (zone: CountyZone, key: string, { monthsTo }: LakeBounds): boolean =>
  zone === 'imports' || (zone === 'months' ? monthOfObject(key) < monthsTo : monthOfObject(key) >= monthsTo);

/** Files of events that were recorded in other months are not even opened. */
const inMonths = (table: LakeTableName, key: string, { recorded }: LakeScope): boolean =>
  table !== 'events' ||
  (monthOfObject(key) >= (recorded?.from ?? '') && (recorded?.to === undefined || monthOfObject(key) <= recorded.to));

/** The counties' own files of a zone. */
async function zonePaths(zone: CountyZone, table: LakeTableName, extent: Extent): Promise<readonly string[]> {
  // What is no code of a county has no folder.
  const counties = extent.counties.filter((county) => CountyCode.safeParse(county).success);
  const lists = await Promise.all(counties.map((county) => extent.objects.list(countyPrefix(zone, table, county))));
  const keys = lists
    .flat()
    .filter((key) => isParquet(key) && inBounds(zone, key, extent.bounds) && inMonths(table, key, extent));
  // The engine takes the columns of the first file for those of all: the newest.
  return keys.map((key) => pathIn(extent, key)).reverse();
}

/** A view over files of a zone; columns none of them has are null. */
async function viewZone(
  connection: DuckDBConnection,
  of: { readonly zone: CountyZone; readonly table: LakeTableName; readonly columnsByName: boolean | undefined },
  paths: readonly string[],
): Promise<void> {
  const { zone, table } = of;
  const [first] = paths;
  const name = zoneTableName(zone, table);
  await connection.run(`CREATE TABLE no_${name} (${columnsOf(table).join(', ')})`);
  const alike = first !== undefined && !of.columnsByName && (await isComplete(connection, table, first));
  const rows =
    paths.length === 0
      ? ''
      : ` UNION ALL BY NAME SELECT * FROM ${files(paths, alike ? byFolder : `${byFolder}, ${byName}`)}`;
  await connection.run(`CREATE VIEW ${name} AS SELECT * FROM no_${name}${rows}`);
}

/** Every file of a table that a query about the extent could open. */
async function found(table: LakeTableName, extent: Extent): Promise<Found> {
  const [raw, ...lists] = await Promise.all([
    rawPaths(table, extent),
    ...countyZones.map((zone) => zonePaths(zone, table, extent)),
  ]);
  const zones = countyZones.map((zone, i) => ({ zone, paths: lists[i] ?? [] }));
  const paths = [...raw, ...lists.flat()];
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return { table, raw, zones, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/**
 * Lays the tables of a query out: raw rows of its counties in memory, views over the files of each that are compacted. Answers
 * the files that must stay readable. Before anything is opened `permit` hears of the bytes of all of them, and may throw. Throws the
 * engine's error on a file that is damaged.
 */
export async function layOut(
  connection: DuckDBConnection,
  tables: readonly LakeTableName[],
  extent: Extent & { readonly permit: (bytes: number) => void },
): Promise<LaidOut> {
  const all = await Promise.all(tables.map((table) => found(table, extent)));
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  extent.permit(bytes);
  for (const one of all) {
    const { table, zones } = one;
    await copyRaw(connection, table, { ...extent, ...one });
    for (const { zone, paths } of zones)
      await viewZone(connection, { zone, table, columnsByName: extent.columnsByName }, paths);
  }
  return { paths: all.flatMap(({ zones }) => zones.flatMap(({ paths }) => paths)), bytes };
}
