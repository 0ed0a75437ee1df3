import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { tenants } from '../../functions/law/tenants.ts';
import type { LakeTableName } from '../../schemas/lake.ts';
import { askBoth, type Compared } from './ask-both.ts';
import { layLake } from './lay-lake.ts';
import { startPostgres } from './postgres-server.ts';
import { createFunctions, createTables, finishTables, loadCounty } from './postgres-tables.ts';
import { loadTemplates } from './templates.ts';

/** Events a play, once alerts and readings are multiplied; what the plays cover of a year is counted in the report. */
const EVENTS_A_PLAY = 235;

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function bytesUnder(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function madeConnection(dir: string): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(join(dir, 'made.duckdb'), { threads: '2', memory_limit: '6GB' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return connection;
}

/** Lays lake and database from the same rows; they are gone from memory afterwards. */
async function laidTwice(dir: string, size: { readonly events: number; readonly counties: number }) {
  const began = performance.now();
  const connection = await madeConnection(dir);
  const tables = await loadTemplates(connection, dir);
  const postgres = await startPostgres(join(dir, 'postgres'));
  await createTables(postgres, tables);
  await createFunctions(postgres);
  const lakeDir = join(dir, 'objects', 'lake');
  const counties = tenants.map(({ code }) => code).slice(0, size.counties);
  const rows = await layLake(connection, lakeDir, {
    tables,
    counties,
    playsEach: Math.ceil(size.events / EVENTS_A_PLAY / counties.length),
    onCounty: async (county) => {
      await loadCounty({ connection, postgres, dir }, tables);
      say(`${county} laid after ${seconds(began)} s`);
    },
  });
  connection.closeSync();
  await rm(join(dir, 'made.duckdb'), { force: true });
  await finishTables(postgres, tables);
  say(`indexed after ${seconds(began)} s`);
  return { postgres, lakeDir, rows, tables, counties, seconds: seconds(began) };
}

type Laid = Awaited<ReturnType<typeof laidTwice>>;

const byTable = async (lakeDir: string, tables: readonly LakeTableName[]) =>
  Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await bytesUnder(join(lakeDir, 'months', table))] as const)),
  );

const ratios = (all: readonly Compared[]): { readonly median: number; readonly least: number } => {
  const sorted = all.map(({ timesFaster }) => timesFaster).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, least: sorted[0] ?? 0 };
};

/**
 * 20 million events of 23 tenants (or as many as the arguments say) over 24 months, as the lake lays them and as PostgreSQL 15 holds
 * them; the same questions to both, their rows compared. Answers the report; the exit code is 1 when an answer differs. Times are told and
 * never judged.
 */
export async function run([events = '20000000', counties = '23']: readonly string[]): Promise<unknown> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-bench-'));
  await chmod(dir, 0o755);
  const laid = await laidTwice(dir, { events: Number(events), counties: Number(counties) });
  try {
    const bytes = await byTable(laid.lakeDir, laid.tables);
    const compared = await askBoth({ ...laid, dir, eventBytes: bytes['events'] ?? 0, say });
    if (compared.some(({ difference }) => difference !== undefined)) process.exitCode = 1;
    return reportOf(laid, bytes, compared);
  } finally {
    await laid.postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

function reportOf(laid: Laid, lakeBytes: Readonly<Record<string, number>>, compared: readonly Compared[]) {
  const ofKind = (kind: Compared['kind']) => compared.filter((one) => one.kind === kind);
  return {
    cores: availableParallelism(),
    rows: laid.rows,
    lakeBytes,
    laidSeconds: laid.seconds,
    countyMonth: ofKind('county-month'),
    caseTimeline: ofKind('case'),
    fullHistory: { ...ratios(ofKind('full-history')), questions: ofKind('full-history') },
    library: { ...ratios(ofKind('library')), questions: ofKind('library') },
    different: compared.flatMap(({ question, difference }) =>
      difference === undefined ? [] : [{ question, difference }],
    ),
  };
}
