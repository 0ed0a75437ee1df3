import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { type ColumnType, type LakeTableName, rawColumns, rawPrefix, rawTableName } from '../../../schemas/lake.ts';
import { sqlLiteral, tablesIn, withLake } from '../lake-sql.ts';
import type { ObjectStore, QueryRun } from '../ports.ts';

export interface SandboxLimits {
  readonly timeoutMs: number;
  readonly maxRows: number;
}

export interface SandboxedQuery {
  readonly sql: string;
  readonly values: readonly (string | number | boolean)[];
  readonly counties: readonly string[];
}

export interface LakeFiles {
  readonly objects: ObjectStore;
  /** Folder of the objects whose keys begin with `lake/`. */
  readonly lakeDir: string;
}

export type Answer = Required<Pick<QueryRun, 'columns' | 'rows' | 'scannedBytes'>>;

/** A query that was stopped or refused, in words for whoever asked. */
export const queryRefused = (message: string): Error => Object.assign(new Error(message), { name: 'QueryRefused' });

const typeNames: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  binary: 'BLOB',
};

/** What DuckDB calls otherwise or does otherwise than Athena, for the functions named queries may use. */
const dialect = [
  'SET integer_division = true',
  "SET TimeZone = 'UTC'",
  `CREATE MACRO json_extract_scalar(j, p) AS
     CASE WHEN json_type(j, p) IN ('OBJECT', 'ARRAY') THEN NULL ELSE json_extract_string(j, p) END`,
];

/** Nothing outside memory can be reached any more, and no setting brings it back. */
const closed = ['SET enable_external_access = false', 'SET lock_configuration = true'];

/** Copies the counties' rows of one table into memory, typed also when there is no file; answers the bytes of its files. */
async function loadTable(connection: DuckDBConnection, table: LakeTableName, from: LakeFiles & { counties: string }) {
  const columns = rawColumns(table).map(({ name, type }) => `${name} ${typeNames[type]}`);
  await connection.run(`CREATE TABLE ${rawTableName(table)} (${columns.join(', ')})`);
  const keys = (await from.objects.list(rawPrefix(table))).filter((key) => key.endsWith('.parquet'));
  if (keys.length === 0) return 0;
  const paths = keys.map((key) => join(from.lakeDir, key.slice('lake/'.length)));
  await connection.run(
    `INSERT INTO ${rawTableName(table)} BY NAME SELECT * FROM read_parquet([${paths.map(sqlLiteral).join(', ')}], ` +
      `union_by_name = true, hive_partitioning = false) WHERE county_code IN (${from.counties})`,
  );
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

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

function rowsOf(reader: DuckDBResultReader): Answer['rows'] {
  const types = reader.columnTypes().map(String);
  return reader.getRowsJS().map((row) => row.map((value, i) => plainValue(value, types[i] ?? '')));
}

/** Runs one SELECT and nothing else. */
async function select(connection: DuckDBConnection, { sql, values, counties }: SandboxedQuery, maxRows: number) {
  const { StatementType } = await import('@duckdb/node-api');
  const statements = await connection.extractStatements(withLake(sql, counties));
  if (statements.count !== 1) throw queryRefused('只能执行一条查询语句 Exactly one statement may be run');
  const statement = await statements.prepare(0);
  if (statement.statementType !== StatementType.SELECT) throw queryRefused('只能查询 Only SELECT may be run');
  statement.bind([...values]);
  const reader = await statement.streamAndReadUntil(maxRows + 1);
  if (reader.currentRowCount > maxRows)
    throw queryRefused(`结果超过 ${maxRows} 行，请缩小范围 More than ${maxRows} rows: narrow the question`);
  return { columns: reader.columnNames(), rows: rowsOf(reader) };
}

async function answer(connection: DuckDBConnection, query: SandboxedQuery, from: LakeFiles & { maxRows: number }) {
  for (const statement of dialect) await connection.run(statement);
  const counties = query.counties.length > 0 ? query.counties.map(sqlLiteral).join(', ') : "''";
  let scannedBytes = 0;
  for (const table of tablesIn(query.sql)) scannedBytes += await loadTable(connection, table, { ...from, counties });
  for (const statement of closed) await connection.run(statement);
  return { ...(await select(connection, query, from.maxRows)), scannedBytes };
}

/**
 * Answers a query in a database of its own, in memory: the rows of its counties are copied in, then every way to files, network,
 * extensions and settings is shut, then the query runs. Rejects with `QueryRefused` on anything but one SELECT, after
 * `timeoutMs`, and on more than `maxRows` rows; with the engine's own error when the SQL is wrong.
 */
export async function queryInSandbox(query: SandboxedQuery, files: LakeFiles, limits: SandboxLimits): Promise<Answer> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, limits.timeoutMs);
  try {
    const found = await answer(connection, query, { ...files, maxRows: limits.maxRows });
    if (!late) return found;
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
    connection.closeSync();
    instance.closeSync();
  }
  throw queryRefused(`超过 ${limits.timeoutMs} 毫秒，已停止 Stopped after ${limits.timeoutMs} ms`);
}
