import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '../../functions/core/event.ts';
import type { SubjectKind } from '../../functions/core/subject.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { derivedKeyring } from '../../functions/shell/key-derivation.ts';
import { eventKey, headKey, indexedIn, ledgerOf } from '../../functions/shell/keys.ts';
import type { SealPorts } from '../../functions/shell/ledger/seal-county.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';

export const COUNTY = '649900';

/** The keyring of tests: a master key of ones. */
export const keyring = derivedKeyring(async () => new Uint8Array(32).fill(1));

export const caseIdOf = (serial: number): string => `649900101-DB-2026-${String(serial).padStart(6, '0')}`;

/** Appends an event to a subject, chained and with its head, as a commit leaves them. */
export async function record(
  store: CaseStore,
  subject: { readonly kind: SubjectKind; readonly id: string },
  more: { readonly at: string; readonly type?: string; readonly data?: unknown },
): Promise<Event> {
  const [head] = await store.load([headKey(subject.kind, subject.id)]);
  const { version = 0, chain = '' } = (head?.record ?? {}) as { version?: number; chain?: string };
  const body: Omit<Event, 'hash'> = {
    type: more.type ?? 'application-accepted',
    data: more.data ?? { on: more.at.slice(0, 10) },
    subjectKind: subject.kind,
    subjectId: subject.id,
    seq: version + 1,
    at: more.at,
    actor: { personId: 'p-clerk-1', post: 'TC', orgCode: '649900101', clientId: 'demo-portal' },
    step: 'intake.accept-application',
    countyCode: COUNTY,
    lawPack: 'RP-2026B',
    calendar: 'CN-2026',
    prevHash: chain,
  };
  const event: Event = { ...body, hash: hashOfEvent(body) };
  await store.commit([
    {
      kind: 'put-new',
      role: 'version',
      item: { ...eventKey(subject.kind, subject.id, event.seq), version: event.seq, record: event },
    },
    {
      kind: 'put',
      role: 'version',
      item: {
        ...headKey(subject.kind, subject.id),
        version: event.seq,
        record: { version: event.seq, chain: event.hash, head: {} },
        ...indexedIn(COUNTY, subject.kind, subject.id),
      },
    },
  ]);
  return event;
}

/** Forgets what was sealed, so that the same events can be sealed anew. */
export async function forgetLedger(store: CaseStore, county = COUNTY): Promise<void> {
  for (;;) {
    const { items } = await store.partition(ledgerOf(county), { limit: 100 });
    if (items.length === 0) return;
    await store.commit(items.map(({ pk, sk }) => ({ kind: 'delete', role: 'other', key: { pk, sk } })));
  }
}

/** What a sealer touches, over a store and a fresh folder. */
export async function sealing(store: CaseStore, now = '2026-08-03T16:00:00.000Z') {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-ledger-'));
  const clock = { now: () => now };
  const objects = await fileObjectStore({ root: dir, clock, baseUrl: () => '' });
  const ports: SealPorts = { store, objects, keyring, clock };
  return {
    dir,
    ports,
    folder: join(dir, 'objects', 'ledger', COUNTY),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Every file below a folder by name, as hexadecimal text. */
export async function filesIn(dir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.sort().map(async (file) => [file.slice(dir.length), (await readFile(file)).toString('hex')]),
  );
  return Object.fromEntries(read) as Record<string, string>;
}
