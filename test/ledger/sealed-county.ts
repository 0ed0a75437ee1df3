import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '../../functions/core/event.ts';
import { canonicalText } from '../../functions/shell/hash.ts';
import { eventKey } from '../../functions/shell/keys.ts';
import { caseProof } from '../../functions/shell/ledger/case-proof.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import type { ProofPack } from '../../schemas/ledger.ts';
import { run } from '../../verify/main.ts';
import { change } from '../lake/lake-for-tests.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { COUNTY, caseIdOf, record, sealing } from './ledger-for-tests.ts';

/** What somebody who forges a log says instead of the truth, by number of the event. */
export type Forgery = Readonly<Record<number, { readonly at?: string; readonly data?: unknown }>>;

/** Events of the first day: more than one tile. */
export const FIRST = 262;

const docket = { kind: 'docket', id: `${COUNTY}:2026-08-03` } as const;

async function day(
  store: CaseStore,
  of: { readonly from: number; readonly to: number; readonly on: string; readonly forged: Forgery },
) {
  const events: Event[] = [];
  for (let i = of.from; i < of.to; i += 1) {
    const at = new Date(Date.parse(`${of.on}T01:00:00.000Z`) + i * 1000).toISOString();
    const subject = { kind: 'case', id: caseIdOf(1 + (i % 5)) } as const;
    const data = { on: at.slice(0, 10), amountFen: 60_000 + i, townshipCode: '649900101' };
    events.push(await record(store, subject, { at, data, ...of.forged[i] }));
  }
  return events;
}

/** Who holds the key seals what no honest sealer would, and writes into the manifest the instant he likes. */
const asForger = (ports: SealPorts, at: string): SealPorts => ({
  ...ports,
  clock: { now: () => '2030-01-01T00:00:00.000Z' },
  objects: {
    ...ports.objects,
    put(key, bytes, options) {
      if (!key.includes('/manifests/')) return ports.objects.put(key, bytes, options);
      const manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as object;
      return ports.objects.put(key, Buffer.from(canonicalText({ ...manifest, at })), options);
    },
  },
});

/**
 * A county with two sealed days: its table, its log, and its lake as the recorder writes it. The second day begins with the closing of
 * the first, which names where the log stood. `forged` are events that are otherwise than in the true county.
 */
export async function sealedCounty(forged: Forgery = {}) {
  const engine = await startTestEngine();
  const { dir, ports, folder, remove } = await sealing(engine.store);
  const on = (now: string): SealPorts => ({ ...ports, clock: { now: () => now } });
  const before = await day(engine.store, { from: 0, to: FIRST, on: '2026-08-03', forged });
  const { size, root, manifest } = await sealCounty(on('2026-08-03T16:00:00.000Z'), COUNTY);
  const data = {
    on: '2026-08-03',
    raised: 0,
    delivered: 0,
    eventsInTable: FIRST,
    eventsInLake: FIRST,
    ledger: { size, root, manifest },
  };
  const closed = await record(engine.store, docket, { at: '2026-08-03T16:00:05.000Z', type: 'docket-closed', data });
  const after = await day(engine.store, { from: FIRST, to: FIRST + 20, on: '2026-08-04', forged });
  const isForged = Object.keys(forged).length > 0;
  await sealCounty((isForged ? (now: string) => asForger(ports, now) : on)('2026-08-04T16:00:00.000Z'), COUNTY);
  const events = [...before, closed, ...after];
  const changes = events.map((event) =>
    change('INSERT', eventKey(event.subjectKind, event.subjectId, event.seq), { record: event, version: event.seq }),
  );
  for (let at = 0; at < changes.length; at += 100)
    await recordChanges(changes.slice(at, at + 100), { objects: ports.objects, clock: ports.clock });
  return {
    ports,
    events,
    lake: join(dir, 'objects', 'lake'),
    folder,
    key: await logVerifierKey(ports, COUNTY),
    checkpoint: (n: number) => join(folder, `checkpoints/${String(n).padStart(12, '0')}`),
    async stop() {
      await engine.stop();
      await remove();
    },
  };
}
export type SealedCounty = Awaited<ReturnType<typeof sealedCounty>>;

/** The proof pack of a case, as the API answers it, from a table that may have been tampered with. */
export async function packOf(
  { ports }: SealedCounty,
  caseId = caseIdOf(1),
  store: CaseStore = ports.store,
): Promise<ProofPack> {
  return {
    format: 'sunlight-proof/1',
    caseId,
    countyCode: COUNTY,
    ...(await caseProof({ ...ports, store }, { countyCode: COUNTY, caseId })),
    lawPacks: [{ id: 'RP-2026B', fromOn: '2026-07-01', layers: ['LAW'] }],
    calendar: { version: 'CN-2026', notices: [], regional: [] },
  };
}

/** A folder that is removed with everything in it once the work is done. */
export async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-attack-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Verifies a pack with the key of the log. */
export const verifyPack = (pack: ProofPack, args: readonly string[]) =>
  inFolder(async (dir) => {
    const file = join(dir, 'pack.json');
    await writeFile(file, JSON.stringify(pack));
    return run(['case', file, ...args]);
  });

/** Verifies a copy of a county's log and lake that was attacked. */
export const attacked = (
  county: SealedCounty,
  attack: (copy: { readonly ledger: string; readonly lake: string }) => Promise<unknown>,
  args: (copy: { readonly ledger: string; readonly lake: string }) => readonly string[] = ({ ledger }) => [ledger],
) =>
  inFolder(async (dir) => {
    const copy = { ledger: join(dir, 'ledger'), lake: join(dir, 'lake') };
    await cp(county.folder, copy.ledger, { recursive: true });
    await cp(county.lake, copy.lake, { recursive: true });
    await attack(copy);
    return run([...args(copy), '--key', county.key]);
  });

/** Changes a file by what `change` makes of its bytes. */
export async function edit(path: string, change: (bytes: Buffer) => Uint8Array | string): Promise<void> {
  await writeFile(path, change(await readFile(path)));
}
