import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import { tenants } from '../../functions/law/tenants.ts';
import type { LakeTableName } from '../../schemas/lake.ts';
import { askBoth, type Compared } from './ask-both.ts';
import { layLake } from './lay-lake.ts';
import { type Postgres, startPostgres } from './postgres-server.ts';
import { createFunctions, createTables, finishTables, loadCounty } from './postgres-tables.ts';
import { loadTemplates } from './templates.ts';

interface Size {
  readonly events: number;
  readonly counties: number;
}

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
  const instance = await DuckDBInstance.create(join(dir, 'made.duckdb'), { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return connection;
}

interface Laid {
  readonly counties: readonly string[];
  readonly tables: readonly LakeTableName[];
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const lakeDirOf = (dir: string): string => join(dir, 'objects', 'lake');

/** Lays lake and database from the same rows; they are gone from memory afterwards. */
async function layBoth(dir: string, postgres: Postgres, size: Size): Promise<Laid> {
  const began = performance.now();
  const connection = await madeConnection(dir);
  const tables = await loadTemplates(connection, dir);
  await createTables(postgres, tables);
  await createFunctions(postgres);
  const counties = tenants.map(({ code }) => code).slice(0, size.counties);
  const playsEach = Math.ceil(size.events / EVENTS_A_PLAY / counties.length);
  const rows = await layLake(connection, lakeDirOf(dir), {
    dir,
    tables,
    counties,
    playsEach,
    load: async (county, files) => {
      await loadCounty(postgres, files);
      say(`${county} laid after ${seconds(began)} s`);
    },
  });
  connection.closeSync();
  await rm(join(dir, 'made.duckdb'), { force: true });
  await finishTables(postgres, tables);
  say(`indexed after ${seconds(began)} s`);
  return { counties, tables, rows, seconds: seconds(began) };
}

/** What an earlier run laid into the folder, or a new laying. */
async function laidIn(dir: string, postgres: Postgres, size: Size): Promise<Laid> {
  const note = join(dir, 'laid.json');
  const before = await readFile(note, 'utf8').catch(() => undefined);
  if (before !== undefined) return JSON.parse(before) as Laid;
  const laid = await layBoth(dir, postgres, size);
  await writeFile(note, JSON.stringify(laid));
  return laid;
}

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
 * them; the same questions to both, their rows compared. With `--keep` the folder stays, and a later run asks what was laid there.
 * Answers the report; the exit code is 1 when an answer differs. Times are told and never judged.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { keep: { type: 'string' } },
    allowPositionals: true,
  });
  const [events = '20000000', counties = '23'] = positionals;
  const dir = values.keep ? resolve(values.keep) : await mkdtemp(join(tmpdir(), 'sunlight-bench-'));
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o755);
  const postgres = await startPostgres(join(dir, 'postgres'));
  try {
    const laid = await laidIn(dir, postgres, { events: Number(events), counties: Number(counties) });
    return await asked(dir, postgres, laid);
  } finally {
    await postgres.stop();
    if (!values.keep) await rm(dir, { recursive: true, force: true });
  }
}

async function asked(dir: string, postgres: Postgres, laid: Laid): Promise<unknown> {
  const lakeDir = lakeDirOf(dir);
  const bytes = await byTable(lakeDir, laid.tables);
  const compared = await askBoth({ ...laid, postgres, dir, lakeDir, eventBytes: bytes['events'] ?? 0, say });
  if (compared.some(({ difference }) => difference !== undefined)) process.exitCode = 1;
  return reportOf(laid, bytes, compared);
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
