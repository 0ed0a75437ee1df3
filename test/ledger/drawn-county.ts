import { askWitnesses } from '../../functions/shell/ledger/ask-witnesses.ts';
import { cosignedNote } from '../../functions/shell/ledger/cosignatures.ts';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { seedOf } from '../../functions/supervision/draw/seed.ts';
import { select } from '../../functions/supervision/draw/select.ts';
import type { DrawEventBody, DrawStratum } from '../../schemas/draw.ts';
import type { Frozen } from '../../verify/draw-frame.ts';
import { run } from '../../verify/main.ts';
import { cosigner } from '../../witness/cosigner.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { drawnCase, frozenOf, stratumOf } from './drawn-frame.ts';
import { COUNTY, record, sealing } from './ledger-for-tests.ts';

type Body<T extends DrawEventBody['type']> = Extract<DrawEventBody, { type: T }>['data'];

/** The witness that a draw of these tests needs. */
export const witness = cosigner('witness.example/finance', Buffer.alloc(32, 9));
/** What the lottery drew, as anybody can read it. */
export const PUBLISHED = '4815162';

const first = stratumOf('649900101', { count: 10, certain: 1 });
const second = stratumOf('649900102', { count: 3 });
export const honestStrata: readonly DrawStratum[] = [first, second];

/** What an operator who steers a draw does otherwise than the true county. */
export interface Steering {
  /** The freeze as it is recorded. */
  readonly frozen?: (frozen: Frozen) => Frozen;
  /** The checkpoint of the seed: the first cosigned one of the day, or the second. */
  readonly checkpoint?: 'first' | 'second';
  readonly entered?: (data: Body<'draw-beacon-entered'>) => Body<'draw-beacon-entered'>;
  readonly seeded?: (data: Body<'draw-seeded'>) => Body<'draw-seeded'>;
  /** What is recorded beside or instead of the seed. */
  readonly instead?: 'void' | 'nothing';
  readonly after?: 'seeded-again';
}

/** Cosigns whatever it is shown, at the second it is told. */
const witnessAt = (now: string) => ({
  address: witness.name,
  async addCheckpoint(body: string) {
    const note = body.slice(body.indexOf('\n\n') + 2);
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    return { status: 200, body: witness.cosign(text, Date.parse(now) / 1000) };
  },
});

async function decisions(store: CaseStore): Promise<void> {
  for (const { rows } of honestStrata)
    for (const [caseId, , pi] of rows) {
      const subject = { kind: 'case', id: caseId } as const;
      if (pi === 1_000_000)
        await record(store, subject, {
          at: '2026-07-10T01:00:00.000Z',
          type: 'complaint-recorded',
          data: { on: '2026-07-10', channel: 'phone', complaintId: '649900-XF-2026-0a1b2c3d4e5f' },
        });
      const data = { on: '2026-07-20', result: 'confirmed', assessment: { program: 'DB_RURAL' } };
      await record(store, subject, { at: '2026-07-20T01:00:00.000Z', type: 'case-decided', data });
    }
}

/** Seals a county at an instant and has the checkpoint cosigned. */
async function sealed(ports: SealPorts, now: string): Promise<{ readonly size: number; readonly note: string }> {
  const at = { ...ports, clock: { now: () => now } };
  await sealCounty(at, COUNTY);
  await askWitnesses({ ...at, witnesses: [witnessAt(now)] }, COUNTY);
  const { size } = await ledgerHead(ports.store, COUNTY);
  return { size, note: await cosignedNote(ports.store, COUNTY, size) };
}

/** The number of a draw of July: a county that is honest has one, these tests steer several in one log. */
export const drawOf = (no: number): string => `649900-DRAW-2026-07-${no}`;

/**
 * The log of a county whose confirmations of July were drawn from: frozen on 3 August, seeded with the first cosigned checkpoint of the
 * 4th and the lottery of the 6th. Everything is recorded and sealed by the system's own code; a `steering` for each draw is what the
 * operator does. `lastOfDay` is another event after the freeze, before the day is over.
 */
export async function drawnCounty(steerings: readonly Steering[] = [{}], lastOfDay = '2026-08-03') {
  const engine = await startTestEngine();
  const { ports, folder, remove } = await sealing(engine.store);
  const { store } = engine;
  await decisions(store);
  await sealCounty({ ...ports, clock: { now: () => '2026-07-31T16:00:00.000Z' } }, COUNTY);
  const draws = steerings.map((steering, i) => {
    const honest = frozenOf(honestStrata, { drawId: drawOf(i + 1) });
    return { steering, frozen: steering.frozen?.(honest) ?? honest };
  });
  for (const { frozen } of draws)
    await record(store, subjectOf(frozen), { at: '2026-08-03T02:00:00.000Z', type: 'draw-frozen', data: frozen });
  const other = { kind: 'case', id: drawnCase('649900101', 900) } as const;
  await record(store, other, { at: '2026-08-03T09:00:00.000Z', data: { on: lastOfDay } });
  const first = await sealed(ports, '2026-08-03T16:00:10.000Z');
  await record(store, other, { at: '2026-08-04T02:00:00.000Z' });
  const second = await sealed(ports, '2026-08-04T03:00:00.000Z');
  for (const { frozen, steering } of draws)
    await seed(store, { frozen, chosen: steering.checkpoint === 'second' ? second : first, steering });
  await sealed(ports, '2026-08-06T16:00:00.000Z');
  return {
    folder,
    store,
    first,
    key: await logVerifierKey(ports, COUNTY),
    async stop() {
      await engine.stop();
      await remove();
    },
  };
}

const subjectOf = ({ drawId }: Frozen) => ({ kind: 'draw', id: drawId }) as const;

interface Seeding {
  readonly frozen: Frozen;
  readonly chosen: { readonly size: number; readonly note: string };
  readonly steering: Steering;
}

async function seed(store: CaseStore, { frozen, chosen, steering }: Seeding): Promise<void> {
  const { drawId, frameRoot, beacon, strata, risk } = frozen;
  const put = (type: DrawEventBody['type'], at: string, data: object) =>
    record(store, subjectOf(frozen), { at: `2026-08-06T0${at}:00:00.000Z`, type, data });
  if (steering.instead === 'nothing') return;
  if (steering.instead === 'void')
    return void (await put('draw-voided', '1', { drawId, on: '2026-08-06', by: 'cc-1', lastSize: chosen.size }));
  const honest = { drawId, on: '2026-08-06', value: PUBLISHED, by: 'cc-1' };
  const entered = steering.entered?.(honest) ?? honest;
  await put('draw-beacon-entered', '1', entered);
  const { value } = entered;
  const checkpointText = chosen.note.slice(0, chosen.note.lastIndexOf('\n\n') + 1);
  const drawSeed = seedOf({ checkpointText, beacon, value, frameRoot });
  const data = {
    ...{ drawId, on: '2026-08-06', by: 'cc-2', size: chosen.size, checkpoint: chosen.note, value, seed: drawSeed },
    drawn: select(strata, { seed: drawSeed, risk }),
  };
  const seeded = steering.seeded?.(data) ?? data;
  await put('draw-seeded', '2', seeded);
  if (steering.after) await put('draw-seeded', '3', seeded);
}
export type DrawnCounty = Awaited<ReturnType<typeof drawnCounty>>;

/** `npm run verify -- draw` over a county, with the keys of log and witness and the published value. */
export const verifyDraw = (county: DrawnCounty, more: readonly string[] = []) =>
  run([
    ...['draw', county.folder, '--key', county.key, '--witness', witness.verifierKey],
    ...['--beacon', `lottery/qxc-26089=${PUBLISHED}`],
    ...more,
  ]);

/** What the verifier says of each draw of a county that is made for it and removed again: `[kind] place: what`. */
export async function steered(steerings: readonly Steering[]) {
  const county = await drawnCounty(steerings);
  try {
    const { text, code } = await verifyDraw(county);
    const said = [...text.matchAll(/^ {2}(\[\w+\]) (.*)\n.*\n {4}(.*)$/gm)].map(
      ([, kind, place, what]) => `${kind} ${place}: ${what}`,
    );
    return { code, of: (no: number) => said.filter((one) => one.includes(drawOf(no))) };
  } finally {
    await county.stop();
  }
}
