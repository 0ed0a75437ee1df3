import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entriesOf, entryBundle } from '../../functions/supervision/ledger/entry-bundle.ts';
import { run } from '../../verify/main.ts';
import { attacked, edit, FIRST, type Forgery, type SealedCounty, sealedCounty } from './sealed-county.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
beforeAll(async () => {
  county = await sealedCounty();
});
afterAll(() => county.stop());

const LAST = FIRST + 21;
const changeEntries = (ledger: string, change: (entries: Buffer[]) => Buffer[]) =>
  edit(join(ledger, 'tile/entries/000'), (bytes) =>
    entryBundle(change(entriesOf(bytes).map((entry) => Buffer.from(entry)))),
  );
const swap = (i: number, j: number) => (entries: Buffer[]) =>
  entries.map((entry, k) => (k === i ? entries[j] : k === j ? entries[i] : entry) as Buffer);

describe('A log that nobody touched', () => {
  it('is intact: every entry, tile, checkpoint, manifest, and the lake row by row', async () => {
    const { text, code } = await attacked(
      county,
      async () => undefined,
      ({ ledger, lake }) => ['lake', ledger, lake],
    );
    expect(text).toContain(`entries: ${LAST}`);
    expect(text).toContain(`lakeRows: ${LAST}`);
    expect(text).toContain(`ledgerRows: ${LAST}`);
    expect(code).toBe(0);
  });

  it('contains the checkpoint that somebody kept, and the event that somebody asks for', async () => {
    expect((await run(['consistency', county.folder, county.checkpoint(FIRST), '--key', county.key])).code).toBe(0);
    const { subjectId } = county.events[7] ?? { subjectId: '' };
    expect((await run(['inclusion', county.folder, `case:${subjectId}#2`, '--key', county.key])).code).toBe(0);
    expect((await run(['inclusion', county.folder, `case:${subjectId}#999`, '--key', county.key])).code).toBe(1);
  });

  it('is incomplete without the key: who signed is then unknown', async () => {
    expect(await run([county.folder])).toMatchObject({ code: 2 });
  });
});

describe('Attacks on the log', () => {
  it.each<[string, (ledger: string) => Promise<unknown>, string]>([
    ['4 · a middle event deleted', (dir) => changeEntries(dir, (e) => e.toSpliced(40, 1)), 'tile/entries/000'],
    [
      '5 · the last event deleted',
      (dir) => edit(join(dir, 'tile/entries/001.p/27'), (b) => entryBundle(entriesOf(b).slice(0, -1))),
      'tile/entries/001.p/27',
    ],
    [
      '6 · an event inserted',
      (dir) => changeEntries(dir, (e) => e.toSpliced(40, 0, e[40] as Buffer)),
      'tile/entries/000',
    ],
    ['7 · a number given twice', (dir) => changeEntries(dir, (e) => e.with(45, e[40] as Buffer)), 'index 45'],
    ['8 · two events of a case swapped', (dir) => changeEntries(dir, swap(40, 45)), 'index 40'],
    ['9 · events of two cases swapped', (dir) => changeEntries(dir, swap(40, 41)), 'index 41'],
    [
      '2 · an event edited in the bundle',
      (dir) => changeEntries(dir, (e) => e.with(40, Buffer.from(String(e[40]).replace('60040', '90040')))),
      'index 40',
    ],
    [
      '20 · a partial tile in place of another width',
      (dir) => rename(join(dir, 'tile/0/001.p/27'), join(dir, 'tile/0/001.p/26')),
      'tile/0/001.p/26',
    ],
    [
      '20 · a partial tile with another hash',
      (dir) => edit(join(dir, 'tile/0/001.p/27'), (b) => b.fill(7, 32, 64)),
      'index 257',
    ],
    [
      '20 · an older partial tile rewritten',
      (dir) => edit(join(dir, 'tile/0/001.p/6'), (b) => b.fill(7, 0, 3)),
      'tile/0/001.p/6',
    ],
    ['a full tile with another hash', (dir) => edit(join(dir, 'tile/0/000'), (b) => b.fill(7, 32, 33)), 'index 1'],
    ['a tile of a higher level', (dir) => edit(join(dir, 'tile/1/000.p/1'), (b) => b.fill(7, 0, 1)), 'tile/1/000.p/1'],
    [
      'a manifest edited',
      (dir) => edit(join(dir, `manifests/${'0'.repeat(12)}.json`), (b) => String(b).replace('"seq":3', '"seq":4')),
      `manifests/${'0'.repeat(12)}.json`,
    ],
    [
      '19 · two hashes in place of an entry',
      (dir) => changeEntries(dir, (e) => e.with(40, Buffer.alloc(64, 1))),
      'index 40',
    ],
  ])('%s is found, and where', async (_name, attack, place) => {
    const { text, code } = await attacked(county, ({ ledger }) => attack(ledger));
    expect(text).toContain(`[tampered] ${place}`);
    expect(code).toBe(1);
  });

  it.each<[string, string]>([
    ['a bundle', 'tile/entries/000'],
    ['a tile', 'tile/0/000'],
    ['a manifest', `manifests/${String(FIRST).padStart(12, '0')}.json`],
  ])('what is missing is named and is no tampering: %s', async (_name, file) => {
    const { text, code } = await attacked(county, ({ ledger }) => rm(join(ledger, file)));
    expect(text).toContain(`[incomplete] ${file}`);
    expect(code).toBe(2);
  });

  it('10 · a log cut back to an older size convicts itself before whoever kept a newer checkpoint', async () => {
    const cut = async ({ ledger }: { ledger: string }) => {
      await rm(join(ledger, `checkpoints/${String(LAST).padStart(12, '0')}`));
      await rm(join(ledger, `manifests/${String(FIRST).padStart(12, '0')}.json`));
      for (const part of ['tile/0/001.p/27', 'tile/entries/001.p/27']) await rm(join(ledger, part));
    };
    expect((await attacked(county, cut)).code).toBe(0);
    const seen = await attacked(county, cut, ({ ledger }) => ['consistency', ledger, county.checkpoint(LAST)]);
    expect(seen.text).toContain('the log was rolled back');
    expect(seen.code).toBe(1);
  });

  it('11 · a copy that is older than it may be is not taken for the present', async () => {
    expect((await run([county.folder, '--key', county.key, '--max-age', '26'])).code).toBe(2);
    expect((await run([county.folder, '--key', county.key, '--max-age', '9999999'])).code).toBe(0);
  });
});

describe('Attacks by whoever holds the key, who signs a whole log anew', () => {
  const forge = async (forgery: Forgery, work: (forged: SealedCounty) => Promise<void>) => {
    const forged = await sealedCounty(forgery);
    await work(forged).finally(forged.stop);
  };

  it('3, 12, 13 · an event changed and everything recomputed: by itself faultless, but not what others have seen', async () => {
    await forge({ 40: { data: { on: '2026-08-03', amountFen: 99 } } }, async (forged) => {
      expect((await run([forged.folder, '--key', county.key])).code).toBe(0);
      for (const size of [FIRST, LAST]) {
        const { text, code } = await run(['consistency', forged.folder, county.checkpoint(size), '--key', county.key]);
        expect(text).toContain(`the first ${size} entries do not make the root that was signed`);
        expect(code).toBe(1);
      }
    });
  });

  it('14 · an event dated back behind a checkpoint', async () => {
    await forge({ [FIRST + 3]: { at: '2026-08-01T02:00:00.000Z' } }, async ({ folder, key }) => {
      const { text, code } = await run([folder, '--key', key]);
      expect(text).toContain('back-dated');
      expect(code).toBe(1);
    });
  });

  it('15 · an event of the future', async () => {
    await forge({ [FIRST + 3]: { at: '2026-08-09T02:00:00.000Z' } }, async ({ folder, key }) => {
      const { text, code } = await run([folder, '--key', key]);
      expect(text).toContain('recorded at 2026-08-09T02:00:00.000Z, after it was sealed');
      expect(code).toBe(1);
    });
  });
});
