import { rm } from 'node:fs/promises';
import { type ColumnType, type LakeTableName, lakeTables, rawColumns } from '../../schemas/lake.ts';
import type { CsvFiles } from './lay-lake.ts';
import type { Postgres } from './postgres-server.ts';

const typeNames: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  bigint: 'bigint',
  date: 'date',
  timestamp: 'timestamp',
  double: 'double precision',
  boolean: 'boolean',
  binary: 'bytea',
};

/** Text that holds JSON is binary JSON there, which reads faster. */
const typeOf = (name: string, type: ColumnType): string => (name === 'attributes_json' ? 'jsonb' : typeNames[type]);

/** Snapshots are kept as a table of every version, and the latest versions as a table of their own, as a database would have them. */
const storedAs = (table: LakeTableName): string => (lakeTables[table].snapshots ? `${table}_history` : table);

/** What the queries of the library ask by: divisions and days, kinds of event, one case. */
const indexes: Readonly<Partial<Record<LakeTableName, readonly string[]>>> = {
  events: [
    "(county_code, event_type, (CAST(recorded_at + INTERVAL '8' HOUR AS DATE)))",
    '(case_id, seq) WHERE case_id IS NOT NULL',
    '(county_code, recorded_at)',
  ],
};
const usual: readonly string[] = ['(county_code, case_id)'];

export async function createTables(postgres: Postgres, tables: readonly LakeTableName[]): Promise<void> {
  for (const table of tables) {
    const columns = rawColumns(table).map(({ name, type }) => `${name} ${typeOf(name, type)}`);
    await postgres.run(`CREATE UNLOGGED TABLE ${storedAs(table)} (${columns.join(', ')})`);
  }
}

/** Loads the rows of one county, all tables at once, and removes their files. */
export async function loadCounty(postgres: Postgres, files: CsvFiles): Promise<void> {
  await Promise.all(
    [...files].map(async ([table, file]) => {
      const names = rawColumns(table).map(({ name }) => name);
      await postgres.run(`\\copy ${storedAs(table)} (${names.join(', ')}) FROM '${file}' WITH (FORMAT csv)`);
      await rm(file);
    }),
  );
}

/** The latest versions, indexes and statistics. */
export async function finishTables(postgres: Postgres, tables: readonly LakeTableName[]): Promise<void> {
  for (const table of tables) {
    const { key, snapshots } = lakeTables[table];
    const columns = new Set(rawColumns(table).map(({ name }) => name));
    if (snapshots) {
      const latest = columns.has('last_alert_at') ? 'version DESC, last_alert_at DESC NULLS LAST' : 'version DESC';
      await postgres.run(
        `CREATE UNLOGGED TABLE ${table} AS SELECT DISTINCT ON (${key.join(', ')}) * FROM ${table}_history ORDER BY ${key.join(', ')}, ${latest}`,
      );
    }
    const wanted = indexes[table] ?? usual.filter(() => columns.has('case_id'));
    for (const index of wanted) {
      await postgres.run(`CREATE INDEX ON ${table} ${index}`);
      if (snapshots) await postgres.run(`CREATE INDEX ON ${table}_history ${index}`);
    }
    await postgres.run(`VACUUM ANALYZE ${table}`);
    if (snapshots) await postgres.run(`VACUUM ANALYZE ${table}_history`);
  }
}

const FUNCTIONS = `
CREATE FUNCTION date_diff(unit text, a date, b date) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT CAST(b - a AS bigint)';
CREATE FUNCTION date_diff(unit text, a timestamp, b timestamp) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
 $$ SELECT CAST(trunc(extract(epoch FROM b - a) / CASE unit WHEN 'day' THEN 86400 WHEN 'hour' THEN 3600 WHEN 'minute' THEN 60 ELSE 1 END) AS bigint) $$;
CREATE FUNCTION scalar_at(j jsonb, p text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
 $$ SELECT CASE WHEN jsonb_typeof(j #> p) IN ('object', 'array') THEN NULL ELSE j #>> p END $$;
CREATE FUNCTION json_array_get(j jsonb, n integer) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT j -> n';
CREATE FUNCTION json_extract_scalar(j jsonb, p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
 $$ SELECT scalar_at(j, string_to_array(substr(p, 3), '.')) $$;
`;

export const createFunctions = (postgres: Postgres): Promise<string> => postgres.run(FUNCTIONS);

const path = (dotted: string): string => `'{${dotted.replaceAll('.', ',').replaceAll(/\[(\d+)\]/g, ',$1')}}'`;

/** A query of the library in PostgreSQL's words: paths into JSON, and values as literals. */
export function inPostgres(sql: string, values: readonly string[]): string {
  let next = 0;
  return sql
    .replaceAll(/^--.*$/gm, '')
    .replaceAll(/\?/g, () => `'${(values[next++] ?? '').replaceAll("'", "''")}'`)
    .replaceAll(
      /json_extract_scalar\(([\w.]+), '\$\.([\w.[\]]+)'\)/g,
      (_all, from: string, to: string) => `scalar_at(${from}, ${path(to)})`,
    )
    .replaceAll(
      /json_extract\(([\w.]+), '\$\.([\w.[\]]+)'\)/g,
      (_all, from: string, to: string) => `(${from} #> ${path(to)})`,
    )
    .replaceAll('json_array_length(', 'jsonb_array_length(')
    .replaceAll(/\bAS VARCHAR\b/g, 'AS text');
}

const LONG_MS = 10_000;

/** Rows of a query as JSON, and how it ran: milliseconds at the server, bytes of pages it touched. */
export async function asked(
  postgres: Postgres,
  sql: string,
): Promise<{ rows: unknown[][]; ms: number; bytes: number }> {
  const lines = await postgres.run(`SELECT row_to_json(q) FROM (${sql}) AS q`);
  const rows = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Object.values(JSON.parse(line) as Record<string, unknown>));
  let ms = Number.POSITIVE_INFINITY;
  let bytes = 0;
  // Asking for the rows has warmed everything: what takes long is timed once.
  for (let time = 0; time === 0 || (time === 1 && ms < LONG_MS); time += 1) {
    const [told] = JSON.parse(await postgres.run(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${sql}`)) as {
      'Execution Time': number;
      'Planning Time': number;
      Plan: Record<string, number>;
    }[];
    if (!told) throw new Error('no plan');
    ms = Math.min(ms, told['Execution Time'] + told['Planning Time']);
    bytes = 8192 * ((told.Plan['Shared Hit Blocks'] ?? 0) + (told.Plan['Shared Read Blocks'] ?? 0));
  }
  return { rows, ms, bytes };
}
