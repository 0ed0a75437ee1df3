import { readFile } from 'node:fs/promises';
import { queryInSandbox } from '../../functions/shell/local/duckdb-sandbox.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import { monthsAsked } from '../../functions/supervision/queries/months-asked.ts';
import { queryCatalogue, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import type { RecordedMonths } from '../../schemas/lake-zones.ts';
import { fullHistory } from './full-history.ts';
import type { Postgres } from './postgres-server.ts';
import { asked, inPostgres } from './postgres-tables.ts';
import { firstDifference } from './same-rows.ts';

interface Question {
  readonly kind: 'county-month' | 'case' | 'library' | 'full-history';
  readonly question: string;
  readonly sql: string;
  readonly values: readonly string[];
  readonly counties: readonly string[];
  readonly recorded?: RecordedMonths | undefined;
}

/** One question to both engines: milliseconds of the better of two runs, and what each read. */
export interface Compared {
  readonly kind: Question['kind'];
  readonly question: string;
  readonly rows: number;
  readonly lakeMs: number;
  readonly postgresMs: number;
  readonly timesFaster: number;
  /** Bytes read from files, and as a share of the table `events`. */
  readonly lakeBytes: number;
  readonly shareOfEvents: number;
  /** Bytes of the pages PostgreSQL touched. */
  readonly postgresBytes: number;
  readonly difference?: string | undefined;
}

interface Both {
  readonly postgres: Postgres;
  readonly dir: string;
  readonly lakeDir: string;
  readonly counties: readonly string[];
  readonly eventBytes: number;
  readonly say: (line: string) => void;
}

const years = { from_on: '2026-01-01', to_on: '2027-12-31' };
const month = { from_on: '2027-03-01', to_on: '2027-03-31' };

function named(kind: Question['kind'], id: string, asks: Readonly<Record<string, string>>): Question {
  const query = queryCatalogue.find((one) => one.id === id);
  if (!query) throw new Error(`no query ${id}`);
  const [county = ''] = [asks['county'] ?? asks['case_id']?.slice(0, 6)];
  return {
    kind,
    question: id,
    sql: query.sql,
    values: valuesFor(query, asks),
    counties: [county],
    recorded: monthsAsked(query, asks),
  };
}

/** What is asked: a month of a county, one case, the whole library over all months of a county, and everything of everybody. */
function questions(counties: readonly string[]): readonly Question[] {
  const [county = ''] = counties;
  const case_id = `${county}101-DB-2026-000001`;
  const ids = queryCatalogue.map(({ id }) => id).filter((id) => id !== 'case-timeline');
  return [
    ...['publicity-lengths', 'workload-by-person', 'decisions-by-confirmer'].map((id) =>
      named('county-month', id, { county, ...month }),
    ),
    named('case', 'case-timeline', { case_id }),
    ...ids.map((id) => named('library', id, { county, ...years })),
    ...Object.entries(fullHistory).map(
      ([question, sql]): Question => ({
        kind: 'full-history',
        question,
        sql,
        values: [],
        counties,
      }),
    ),
  ];
}

/** Bytes this process has read from files so far. */
async function bytesRead(): Promise<number> {
  const io = await readFile('/proc/self/io', 'utf8');
  return Number(/^rchar: (\d+)$/m.exec(io)?.[1] ?? 0);
}

async function askLake({ dir, lakeDir }: Both, { sql, values, counties, recorded }: Question) {
  const objects = await fileObjectStore({
    root: dir,
    clock: { now: () => new Date().toISOString() },
    baseUrl: () => '',
  });
  const bounds = {
    daysTo: '2029-01-01',
    filesTo: '2029-01-01',
    monthsTo: '2029-01',
    sealedTo: new Map<string, number>(),
  };
  const limits = { timeoutMs: 600_000, maxRows: 1_000_000, maxBytes: Number.MAX_SAFE_INTEGER };
  let ms = Number.POSITIVE_INFINITY;
  for (let time = 1; ; time += 1) {
    const [from, before] = [performance.now(), await bytesRead()];
    const { rows } = await queryInSandbox({ sql, values, counties, recorded, bounds }, { objects, lakeDir }, limits);
    ms = Math.min(ms, performance.now() - from);
    if (time === 2) return { rows, ms, bytes: (await bytesRead()) - before };
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** What PostgreSQL says; a question it cannot answer differs, and the others are still asked. */
const askPostgres = ({ postgres }: Both, { sql, values }: Question) =>
  asked(postgres, inPostgres(sql, values)).catch((error: unknown) => ({
    rows: [],
    ms: Number.NaN,
    bytes: 0,
    error: String(error).split('\n')[0],
  }));

async function compared(both: Both, question: Question): Promise<Compared> {
  const lake = await askLake(both, question);
  const other = await askPostgres(both, question);
  return {
    kind: question.kind,
    question: question.question,
    rows: lake.rows.length,
    lakeMs: rounded(lake.ms),
    postgresMs: rounded(other.ms),
    timesFaster: rounded(other.ms / lake.ms),
    lakeBytes: lake.bytes,
    shareOfEvents: Math.round((lake.bytes / both.eventBytes) * 100_000) / 100_000,
    postgresBytes: other.bytes,
    difference: 'error' in other ? other.error : firstDifference(lake.rows, other.rows),
  };
}

/** Every question to both engines, one after the other. */
export async function askBoth(both: Both): Promise<readonly Compared[]> {
  const all: Compared[] = [];
  for (const question of questions(both.counties)) {
    const one = await compared(both, question);
    const told = `${one.kind} ${one.question}: lake ${one.lakeMs} ms, PostgreSQL ${one.postgresMs} ms`;
    both.say(one.difference === undefined ? told : `${told}, DIFFERENT: ${one.difference}`);
    all.push(one);
  }
  return all;
}
