import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import type { LakeBounds } from '../lake/bounds.ts';
import { breadthOf, byteCeilings, tooLong, tooManyBytes, tooManyRows } from '../lake/ceilings.ts';
import { sqlLiteral } from '../lake/sql-piece.ts';
import { type LakeScope, lakeValues, tablesIn, withLake } from '../lake-sql.ts';
import type { QueryRun } from '../ports.ts';
import { type LakeFiles, layOut } from './duckdb-tables.ts';

export interface SandboxLimits {
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Bytes of the files that could be opened; by how much of the region is asked when absent. */
  readonly maxBytes?: number;
}

export interface SandboxedQuery extends LakeScope {
  readonly sql: string;
  readonly values: readonly (string | number | boolean)[];
  /** How far the counties are compacted, as it was read when the query started. */
  readonly bounds: LakeBounds;
}

export type Answer = Required<Pick<QueryRun, 'columns' | 'rows' | 'scannedBytes'>>;

/** A query that was stopped or refused, in words for whoever asked. */
export const queryRefused = (message: string): Error => Object.assign(new Error(message), { name: 'QueryRefused' });

/** What DuckDB calls otherwise or does otherwise than Athena, for the functions named queries may use. */
const dialect = [
  'SET integer_division = true',
  "SET TimeZone = 'UTC'",
  // The type is looked at only where the text may be that of an object or an array: most values are read once.
  `CREATE MACRO json_extract_scalar(j, p) AS
     CASE WHEN json_extract_string(j, p)[1] IN ('{', '[') AND json_type(j, p) IN ('OBJECT', 'ARRAY') THEN NULL
     ELSE json_extract_string(j, p) END`,
  'CREATE MACRO json_array_get(j, i) AS json_extract(j, i)',
];

/** Nothing but the given files can be reached any more, and no setting brings anything back. */
const closed = (paths: readonly string[]): readonly string[] => [
  `SET allowed_paths = [${paths.map(sqlLiteral).join(', ')}]`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))
    : String(value);

/** A value as both engines give it: days and instants as ISO text, numbers that are not safe as text. */
function plainValue(value: unknown, type: string): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date) return type === 'DATE' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === 'number') return type.startsWith('DECIMAL') ? String(value) : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : textOf(value);
}

/** By columns: the engine turns a column into values in half the time of as many rows. */
function rowsOf(reader: DuckDBResultReader): Answer['rows'] {
  const types = reader.columnTypes().map(String);
  const columns = reader.getColumnsJS();
  return Array.from({ length: reader.currentRowCount }, (_, at) =>
    columns.map((column, i) => plainValue(column[at], types[i] ?? '')),
  );
}

interface From extends LakeFiles, SandboxLimits {
  /** Files of before a column was declared lie among later ones: their columns are matched by name, which opens every file first. */
  readonly columnsByName?: boolean;
}

/** Runs one SELECT and nothing else. */
async function select(connection: DuckDBConnection, query: SandboxedQuery, maxRows: number) {
  const { sql, values, bounds } = query;
  const { StatementType } = await import('@duckdb/node-api');
  const statements = await connection.extractStatements(withLake(sql, query));
  if (statements.count !== 1) throw queryRefused('只能执行一条查询语句 Exactly one statement may be run');
  const statement = await statements.prepare(0);
  if (statement.statementType !== StatementType.SELECT) throw queryRefused('只能查询 Only SELECT may be run');
  statement.bind([...lakeValues(sql, query, bounds), ...values]);
  const reader = await statement.streamAndReadUntil(maxRows + 1);
  if (reader.currentRowCount > maxRows) throw queryRefused(tooManyRows(maxRows));
  return { columns: reader.columnNames(), rows: rowsOf(reader) };
}

async function answer(connection: DuckDBConnection, query: SandboxedQuery, from: From) {
  for (const statement of dialect) await connection.run(statement);
  const breadth = breadthOf(query.counties);
  const limit = from.maxBytes ?? byteCeilings[breadth];
  const permit = (bytes: number): void => {
    if (bytes > limit) throw queryRefused(tooManyBytes(breadth, { bytes, limit }));
  };
  const { paths, bytes } = await layOut(connection, tablesIn(query.sql), { ...query, ...from, permit });
  for (const statement of closed(paths)) await connection.run(statement);
  return { ...(await select(connection, query, from.maxRows)), scannedBytes: bytes };
}

async function inNewSandbox(query: SandboxedQuery, from: From, timeoutMs: number): Promise<Answer> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, timeoutMs);
  try {
    const found = await answer(connection, query, from);
    if (!late) return found;
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
    connection.closeSync();
    instance.closeSync();
  }
  throw queryRefused(tooLong(timeoutMs));
}

/** The engine met a file of before a column was declared. */
const lacksColumn = (error: unknown): boolean => String(error).includes('schema mismatch');

/**
 * Answers a query in a database of its own: what is still raw is copied into memory, what is compacted stays in the files of its
 * counties, then every way to other files, network, extensions and settings is shut, then the query runs. Rejects with
 * `QueryRefused` on anything but one SELECT, after `timeoutMs`, and on more than `maxRows` rows; with the engine's own error when
 * the SQL is wrong.
 */
export async function queryInSandbox(query: SandboxedQuery, files: LakeFiles, limits: SandboxLimits): Promise<Answer> {
  const from: From = { ...files, ...limits };
  return inNewSandbox(query, from, limits.timeoutMs).catch((error: unknown) => {
    if (!lacksColumn(error)) throw error;
    return inNewSandbox(query, { ...from, columnsByName: true }, limits.timeoutMs);
  });
}
