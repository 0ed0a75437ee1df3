import type { Event } from '../../functions/core/event.ts';
import { caseProof } from '../../functions/shell/ledger/case-proof.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import type { ProofPack } from '../../schemas/ledger.ts';
import type { LogFiles } from '../../verify/log-files.ts';
import { cosigner } from '../../witness/cosigner.ts';
import { COUNTY, caseIdOf, filesIn, record, sealing } from './ledger-for-tests.ts';

const docket = { kind: 'docket', id: `${COUNTY}:2026-08-03` } as const;
const patient = { kind: 'case', id: caseIdOf(1) } as const;

/** A witness whose cosignature stands below the newest checkpoint. */
export const witness = cosigner('witness.example/finance', Buffer.alloc(32, 9));

/** A log held in memory, each file as its bytes: as small as a whole one can be, so that every byte of it can be tried. */
export type SmallLog = ReadonlyMap<string, Buffer>;

/** A log in memory, with one file otherwise than it was: null for one that is not there. */
export const logIn = (log: SmallLog, change: { readonly name: string; readonly bytes: Buffer | null }): LogFiles => {
  const files = new Map(log);
  if (change.bytes) files.set(change.name, change.bytes);
  else files.delete(change.name);
  return { names: [...files.keys()].sort(), read: (name) => files.get(name) ?? null };
};

/** Bytes with one bit turned over. */
export const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

/** Events of a case, one each hour of a day. */
async function happen(store: CaseStore, on: string, hours: readonly number[]): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (const hour of hours)
    events.push(await record(store, patient, { at: `${on}T0${hour}:00:00.000Z`, data: { on, hour } }));
  return events;
}

async function packOf(ports: SealPorts): Promise<ProofPack> {
  return {
    format: 'sunlight-proof/1',
    caseId: patient.id,
    countyCode: COUNTY,
    ...(await caseProof(ports, { countyCode: COUNTY, caseId: patient.id })),
    lawPacks: [{ id: 'RP-2026B', fromOn: '2026-07-01', layers: ['LAW'] }],
    calendar: { version: 'CN-2026', notices: [], regional: [] },
  };
}

/** Two sealed days: three events of a case, the closing of the day that names where the log stood, one more event. */
export async function smallLog(store: CaseStore) {
  const { folder, ports, remove } = await sealing(store);
  const on = (now: string): SealPorts => ({ ...ports, clock: { now: () => now } });
  await happen(store, '2026-08-03', [1, 2, 3]);
  const { size, root, manifest } = await sealCounty(on('2026-08-03T16:00:00.000Z'), COUNTY);
  const closed = { on: '2026-08-03', ledger: { size, root, manifest } };
  await record(store, docket, { at: '2026-08-03T16:00:05.000Z', type: 'docket-closed', data: closed });
  await happen(store, '2026-08-04', [1]);
  await sealCounty(on('2026-08-04T16:00:00.000Z'), COUNTY);
  const read = Object.entries(await filesIn(folder)).map(
    ([name, hex]) => [name.slice(1), Buffer.from(hex, 'hex')] as const,
  );
  const log = new Map(read);
  const newest =
    [...log.keys()]
      .filter((name) => name.startsWith('checkpoints/'))
      .sort()
      .at(-1) ?? '';
  const note = String(log.get(newest));
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  log.set(newest, Buffer.from(note + witness.cosign(text, Date.parse('2026-08-04T16:01:00.000Z') / 1000)));
  const pack = await packOf(ports);
  const key = await logVerifierKey(ports, COUNTY);
  await remove();
  return { log: log as SmallLog, newest, pack, key };
}
