import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { eventKey, headKey, partitionOf } from '../../functions/shell/keys.ts';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import type { AuditSql, CaseStore, QueryRun } from '../../functions/shell/ports.ts';
import { CaseHead } from '../../schemas/case.ts';
import { Term } from '../../schemas/term.ts';

export const clock = { now: () => '2026-10-09T01:00:00.000Z' };

/** A table without watermarks: everything is read from raw files. */
export const nothingCompacted: Pick<CaseStore, 'load'> = { load: async () => [] };

/** A folder with an object store and the local engine over it. */
export async function lakeForTests(
  limits: { readonly timeoutMs?: number; readonly maxRows?: number; readonly maxBytes?: number } = {},
) {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-lake-'));
  const objects = await fileObjectStore({ root: dir, clock, baseUrl: () => '' });
  const lakeDir = join(dir, 'objects', 'lake');
  const engine = (store = nothingCompacted) => duckdbAuditSql({ store, objects, lakeDir, ...limits });
  return { dir, objects, lakeDir, engine, remove: () => rm(dir, { recursive: true, force: true }) };
}

export async function resultOf(sql: AuditSql, runId: string): Promise<QueryRun> {
  for (;;) {
    const run = await sql.result(runId);
    if (run.state !== 'running') return run;
    await new Promise((done) => setTimeout(done, 10));
  }
}

export const ask = async (
  sql: AuditSql,
  text: string,
  more: Partial<Parameters<AuditSql['start']>[0]> = {},
): Promise<QueryRun> => resultOf(sql, await sql.start({ values: [], counties: ['649900'], ...more, sql: text }));

export const caseIdOf = (serial: number, township = '649900101'): string =>
  `${township}-DB-2026-${String(serial).padStart(6, '0')}`;

const base = {
  program: 'DB_URBAN',
  mode: 'delegated',
  status: 'submitted',
  channel: 'government-portal',
  clientId: 'demo-portal',
  submittedAt: '2026-08-03T00:30:00.000Z',
  applicant: 't_00112233445566778899aabbccddeeff',
  members: 3,
  consentsComplete: false,
  relatives: [],
  surveyors: [],
  round: 0,
  objections: 0,
  objectionOpen: false,
  attempts: 0,
  paperCounts: {},
} as const;

/** A case item's record, valid by its schema. */
export function headOf(caseId: string, more: Partial<CaseHead> = {}): CaseHead {
  const townshipCode = caseId.slice(0, 9);
  const place = { caseId, countyCode: caseId.slice(0, 6), townshipCode, villageCode: `${townshipCode}201` };
  return CaseHead.parse({ ...base, ...place, ...more });
}

export const termOf = (more: Partial<Term> & Pick<Term, 'term' | 'fromOn' | 'dueOn'>): Term =>
  Term.parse({
    provisional: false,
    holderOrg: '649900101',
    holderPost: 'TC',
    countyHeld: false,
    citation: '《最低生活保障审核确认办法》第十条',
    ...more,
  });

export interface TestEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

/** An event as it is stored. */
export function eventOf({ caseId, seq, type, at, data = {}, ...more }: TestEvent) {
  return {
    type,
    data,
    subjectKind: 'case',
    subjectId: caseId,
    seq,
    at,
    actor: { personId: 'p-clerk-1', post: 'TC', orgCode: caseId.slice(0, 9), clientId: 'demo-portal' },
    step: 'intake.accept-application',
    countyCode: caseId.slice(0, 6),
    lawPack: 'RP-2026B',
    calendar: 'cn-2026',
    delegationId: 'dlg-1',
    prevHash: '',
    hash: '0'.repeat(64),
    ...more,
  };
}

let last = 0;
/** A change of one item, with the next sequence number. */
export function change(
  eventName: Change['eventName'],
  key: { readonly pk: string; readonly sk: string },
  image?: { readonly record: unknown; readonly version?: number },
): Change {
  last += 1;
  const keys = { pk: key.pk, sk: key.sk };
  return {
    eventName,
    keys,
    ...(image && { newImage: { ...keys, ...image } }),
    sequenceNumber: String(last).padStart(21, '0'),
  };
}

export const eventChange = (event: TestEvent): Change =>
  change('INSERT', eventKey('case', event.caseId, event.seq), { record: eventOf(event), version: event.seq });

export const headChange = (head: CaseHead, version: number): Change =>
  change(version === 1 ? 'INSERT' : 'MODIFY', headKey('case', head.caseId), {
    record: { version, chain: '0'.repeat(64), head },
    version,
  });

export const termChange = (caseId: string, term: Term, version: number): Change =>
  change(
    'INSERT',
    { pk: partitionOf('case', caseId), sk: `TERM#${term.term}` },
    {
      record: {
        subjectKind: 'case',
        subjectId: caseId,
        caseId,
        program: 'DB_URBAN',
        countyCode: caseId.slice(0, 6),
        townshipCode: caseId.slice(0, 9),
        term,
      },
      version,
    },
  );
