import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '../../functions/core/event.ts';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { eventKey, headKey, indexedIn, ledgerOf } from '../../functions/shell/keys.ts';
import { type LakeBounds, readBounds } from '../../functions/shell/lake/bounds.ts';
import { type CompactPorts, compactCounty } from '../../functions/shell/lake/compact-county.ts';
import { watermarkKey } from '../../functions/shell/lake/lake-mark.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { queryInSandbox } from '../../functions/shell/local/duckdb-sandbox.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import type { CaseStore, ObjectStore } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { keyring } from '../ledger/ledger-for-tests.ts';
import { change, eventOf, headOf } from './lake-for-tests.ts';

/** What a query sees of a county: how often each event, which version of each case, which indices of the log. */
export interface Seen {
  readonly events: Readonly<Record<string, number>>;
  readonly cases: Readonly<Record<string, number>>;
  readonly log: readonly number[];
}

const SEEN = `
  SELECT 'event' AS what, event_id AS id, count(*) AS n FROM events GROUP BY event_id
  UNION ALL SELECT 'case', case_id, version FROM cases
  UNION ALL SELECT 'log', subject_id, log_index FROM ledger ORDER BY 1, 3, 2`;

/** Ports whose `n`th write breaks off, before it is done or after it; counts them. */
export function breaking<P extends Pick<CompactPorts, 'store' | 'objects'>>(ports: P, n: number, after: boolean) {
  let writes = 0;
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    writes += 1;
    if (writes !== n) return work();
    if (after) await work();
    throw new Error('broken off');
  };
  return {
    ...ports,
    objects: {
      ...ports.objects,
      put: (...put: Parameters<ObjectStore['put']>) => write(() => ports.objects.put(...put)),
    },
    store: {
      ...ports.store,
      commit: (writes: Parameters<CaseStore['commit']>[0]) => write(() => ports.store.commit(writes)),
    },
  };
}

/** A county whose table, stream, log and lake a test moves by hand, on a real engine and real files. */
export async function lakeCounty(store: CaseStore, countyCode: string) {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-compaction-'));
  const folders = [dir];
  let now = '2026-08-03T01:00:00.000Z';
  const clock = { now: () => now };
  const objects = await fileObjectStore({ root: dir, clock, baseUrl: () => '' });
  const ports: SealPorts & CompactPorts = { store, objects, keyring, clock };
  const versions = new Map<string, { readonly seq: number; readonly hash: string }>();
  const stream: Change[] = [];
  const caseIdOf = (serial: number): string => `${countyCode}101-DB-2026-${String(serial).padStart(6, '0')}`;
  const lakeDir = (root: string): string => join(root, 'objects', 'lake');

  /** An act on a case now: event and head in the table, both in the stream. */
  const act = async (serial: number, more: { readonly type?: string } = {}): Promise<Event> => {
    const caseId = caseIdOf(serial);
    const { seq, hash } = versions.get(caseId) ?? { seq: 0, hash: '' };
    const type = more.type ?? (seq === 0 ? 'application-submitted' : 'household-visited');
    const { hash: _none, ...stored } = eventOf({ caseId, seq: seq + 1, type, at: now });
    const body = { ...stored, countyCode, calendar: 'CN-2026', prevHash: hash } as unknown as Omit<Event, 'hash'>;
    const event: Event = { ...body, hash: hashOfEvent(body) };
    const record = { version: seq + 1, chain: event.hash, head: headOf(caseId) };
    await store.commit([
      {
        kind: 'put-new',
        role: 'version',
        item: { ...eventKey('case', caseId, seq + 1), version: seq + 1, record: event },
      },
      {
        kind: 'put',
        role: 'version',
        item: {
          ...headKey('case', caseId),
          ...indexedIn(countyCode, 'case', caseId),
          version: seq + 1,
          record,
        },
      },
    ]);
    versions.set(caseId, { seq: seq + 1, hash: event.hash });
    stream.push(
      change('INSERT', eventKey('case', caseId, seq + 1), { record: event, version: seq + 1 }),
      change('MODIFY', headKey('case', caseId), { record, version: seq + 1 }),
    );
    return event;
  };

  /** What a query sees now, over these files or a copy; with `less`, as one among counties that are compacted less far. */
  const see = async (root = dir, less: Partial<LakeBounds> = {}): Promise<Seen> => {
    const bounds = { ...(await readBounds(store, [countyCode])), ...less };
    const query = { sql: SEEN, values: [], counties: [countyCode], bounds };
    const files = root === dir ? objects : await fileObjectStore({ root, clock, baseUrl: () => '' });
    const { rows } = await queryInSandbox(
      query,
      { objects: files, lakeDir: lakeDir(root) },
      { timeoutMs: 60_000, maxRows: 10_000 },
    );
    const of = (what: string) =>
      rows.filter(([kind]) => kind === what).map(([, id, n]) => [String(id), Number(n)] as const);
    return {
      events: Object.fromEntries(of('event')),
      cases: Object.fromEntries(of('case')),
      log: of('log').map(([, n]) => n),
    };
  };

  return {
    countyCode,
    dir,
    ports,
    stream,
    versions,
    caseIdOf,
    act,
    see,
    files: async () => (await objects.list('lake/')).filter((key) => !key.startsWith('lake/raw/')),
    /** Sets the clock: a test may also set it back. */
    at(instant: string) {
      now = instant;
    },
    record: (from = 0, to = stream.length) => recordChanges(stream.slice(from, to), { objects, clock }),
    seal: () => sealCounty(ports, countyCode),
    compact: (through: CompactPorts = ports) => compactCounty(through, countyCode),
    /** Forgets how far the lake is compacted and answers the same county over a copy of its files. */
    async forgetting() {
      await store.commit([{ kind: 'delete', role: 'other', key: watermarkKey(countyCode) }]);
      const copy = await mkdtemp(join(tmpdir(), 'sunlight-compaction-'));
      folders.push(copy);
      await cp(dir, copy, { recursive: true });
      const copied = await fileObjectStore({ root: copy, clock, baseUrl: () => '' });
      return { dir: copy, ports: { ...ports, objects: copied } };
    },
    async remove() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
    ledger: ledgerOf(countyCode),
  };
}
export type LakeCounty = Awaited<ReturnType<typeof lakeCounty>>;
