import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { inOrder } from '../../functions/shell/ledger/pending-events.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import type { SealManifest } from '../../schemas/ledger.ts';
import { run } from '../../verify/main.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { COUNTY, caseIdOf, filesIn, forgetLedger, keyring, record, sealing } from './ledger-for-tests.ts';

let engine: TestEngine;
const first = { kind: 'case', id: caseIdOf(1) } as const;
const county = { kind: 'county', id: COUNTY } as const;

beforeAll(async () => {
  engine = await startTestEngine();
  for (let i = 0; i < 300; i += 1) {
    const at = new Date(Date.UTC(2026, 7, 3, 1, 0, i)).toISOString();
    await record(engine.store, i % 7 === 0 ? county : { kind: 'case', id: caseIdOf(1 + (i % 5)) }, { at });
  }
});
afterAll(() => engine.stop());
beforeEach(() => forgetLedger(engine.store));

/** Ports whose `n`th write breaks off, before it is done or after it. */
function broken(ports: SealPorts, n: number, after: boolean): SealPorts {
  let writes = 0;
  const breaking = async <T>(write: () => Promise<T>): Promise<T> => {
    writes += 1;
    if (writes !== n) return write();
    if (after) await write();
    throw new Error('broken off');
  };
  return {
    ...ports,
    objects: { ...ports.objects, put: (...put) => breaking(() => ports.objects.put(...put)) },
    store: { ...ports.store, commit: (writes) => breaking(() => ports.store.commit(writes)) },
  };
}

/** Exit code of the verifier: 2 also where there is no log yet. */
const verified = async (folder: string): Promise<number> =>
  run([folder, '--key', await logVerifierKey({ keyring }, COUNTY)]).then(
    ({ code }) => code,
    () => 2,
  );

const manifestIn = async (folder: string, from: number): Promise<SealManifest> =>
  JSON.parse(await readFile(join(folder, `manifests/${String(from).padStart(12, '0')}.json`), 'utf8')) as SealManifest;

describe('The sealer', () => {
  it('puts every event of a county into its log once, each subject in its order, and then finds nothing', async () => {
    const { ports, folder, remove } = await sealing(engine.store);
    const sealed = await sealCounty(ports, COUNTY);
    expect(sealed).toMatchObject({ size: 300, version: 1 });
    const { events } = await manifestIn(folder, 0);
    for (const id of [COUNTY, caseIdOf(1), caseIdOf(5)]) {
      const seqs = events.filter(({ subjectId }) => subjectId === id).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    }
    const before = await filesIn(folder);
    expect(Object.keys(before)).toEqual(
      [
        '/checkpoints/000000000300',
        '/manifests/000000000000.json',
        ...['/tile/0/000', '/tile/0/001.p/44', '/tile/1/000.p/1', '/tile/entries/000', '/tile/entries/001.p/44'],
      ].sort(),
    );
    expect(await sealCounty(ports, COUNTY)).toEqual(sealed);
    expect(await filesIn(folder)).toEqual(before);
    await remove();
  });

  it('25 · comes to the same bytes wherever it is broken off, before or after any of its writes, and never looks tampered with', async () => {
    const whole = await sealing(engine.store);
    await sealCounty(whole.ports, COUNTY);
    const [expected, head] = [await filesIn(whole.dir), await ledgerHead(engine.store, COUNTY)];
    let breaks = 0;
    for (const after of [false, true]) {
      for (let n = 1; ; n += 1) {
        await forgetLedger(engine.store);
        const one = await sealing(engine.store);
        const cut = await sealCounty(broken(one.ports, n, after), COUNTY).then(
          () => 'went through',
          (error: Error) => error.message,
        );
        expect(await verified(one.folder)).not.toBe(1);
        await sealCounty(one.ports, COUNTY);
        expect(await verified(one.folder)).toBe(0);
        expect(await filesIn(one.dir)).toEqual(expected);
        expect(await ledgerHead(engine.store, COUNTY)).toEqual(head);
        await one.remove();
        if (cut === 'went through') break;
        expect(cut).toBe('broken off');
        breaks += 1;
      }
    }
    // Manifest, two bundles, three tiles, checkpoint, rows, marks with the head: each broken before and after.
    expect(breaks).toBe(18);
    await whole.remove();
  });

  it('goes on from the manifest it wrote, whatever happened since: what is new makes the next batch', async () => {
    const { ports, folder, remove } = await sealing(engine.store);
    await expect(sealCounty(broken(ports, 2, false), COUNTY)).rejects.toThrow('broken off');
    const late = await record(engine.store, first, { at: '2026-08-03T00:00:00.000Z' });
    const later = { ...ports, clock: { now: () => '2026-08-04T16:00:00.000Z' } };
    expect(await sealCounty(later, COUNTY)).toMatchObject({ size: 301, version: 2 });
    expect((await manifestIn(folder, 0)).at).toBe('2026-08-03T16:00:00.000Z');
    expect((await manifestIn(folder, 300)).events).toMatchObject([
      { subjectId: first.id, seq: late.seq, sha256: late.hash },
    ]);
    await remove();
  });

  it('seals once when two sealers start at the same time', async () => {
    const { ports, folder, remove } = await sealing(engine.store);
    const [one, other] = await Promise.all([sealCounty(ports, COUNTY), sealCounty(ports, COUNTY)]);
    expect(one).toEqual(other);
    expect(Object.keys(await filesIn(folder)).filter((name) => name.startsWith('/checkpoints'))).toHaveLength(1);
    await remove();
  });

  it.each([
    ['tile/0/001.p/', 'is no longer what was signed at'],
    ['tile/1/000.p/', 'is no longer what was signed at'],
    ['tile/entries/001.p/', 'holds other entries than the log'],
  ])('puts nothing on top of a log in which %s was changed, and goes on once it is restored', async (part, why) => {
    const { ports, folder, remove } = await sealing(engine.store);
    await sealCounty(ports, COUNTY);
    await record(engine.store, first, { at: '2026-08-03T15:00:00.000Z' });
    const name = Object.keys(await filesIn(folder)).find((one) => one.startsWith(`/${part}`)) ?? '';
    const bytes = await readFile(join(folder, name));
    await writeFile(
      join(folder, name),
      bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
    );
    const before = Object.keys(await filesIn(folder));
    await expect(sealCounty(ports, COUNTY)).rejects.toThrow(why);
    expect(Object.keys(await filesIn(folder)).filter((one) => !before.includes(one))).toEqual([
      `/manifests/${String((await ledgerHead(engine.store, COUNTY)).size).padStart(12, '0')}.json`,
    ]);
    await writeFile(join(folder, name), bytes);
    expect((await sealCounty(ports, COUNTY)).version).toBe(2);
    await remove();
  });

  it('does not seal an event that was changed between the manifest and the tiles', async () => {
    const { ports, remove } = await sealing(engine.store);
    await expect(sealCounty(broken(ports, 2, false), COUNTY)).rejects.toThrow('broken off');
    const changed: SealPorts = {
      ...ports,
      store: {
        ...ports.store,
        load: async (keys) =>
          (await ports.store.load(keys)).map((item) =>
            item.pk === `E#case:${caseIdOf(2)}` && item.sk.endsWith('0003')
              ? { ...item, record: { ...(item.record as object), at: '2026-07-01T00:00:00.000Z' } }
              : item,
          ),
      },
    };
    await expect(sealCounty(changed, COUNTY)).rejects.toThrow(`case:${caseIdOf(2)}#3 is another one`);
    await remove();
  });

  it('seals the events of one civil day at a time, and those of a subject whose clock went back with its latest', async () => {
    const { ports, folder, remove } = await sealing(engine.store, '2026-08-05T01:00:00.000Z');
    const { size } = await sealCounty(ports, COUNTY);
    const other = { kind: 'case', id: caseIdOf(9) } as const;
    for (const at of ['2026-08-04T15:59:59.000Z', '2026-08-04T16:00:00.000Z', '2026-08-04T15:00:00.000Z'])
      await record(engine.store, other, { at });
    expect(await sealCounty(ports, COUNTY)).toMatchObject({ size: size + 3, version: 3 });
    expect((await manifestIn(folder, size)).events.map(({ seq }) => seq)).toEqual([1]);
    expect((await manifestIn(folder, size + 1)).events.map(({ seq }) => seq)).toEqual([2, 3]);
    await remove();
  });

  it('orders a subject by its numbers even where a clock went back', () => {
    const event = (subjectId: string, seq: number, at: string) =>
      ({ subjectKind: 'case', subjectId, seq, at }) as never;
    const order = inOrder([
      [event('a', 1, '2026-08-03T02:00:00.000Z'), event('a', 2, '2026-08-03T01:00:00.000Z')],
      [event('b', 1, '2026-08-03T01:30:00.000Z'), event('b', 2, '2026-08-03T02:00:00.000Z')],
    ]);
    expect(order.map(({ subjectId, seq }) => `${subjectId}${seq}`)).toEqual(['b1', 'a1', 'a2', 'b2']);
  });
});
