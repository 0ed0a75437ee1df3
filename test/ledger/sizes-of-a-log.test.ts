import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { checkpointText } from '../../functions/supervision/ledger/checkpoint.ts';
import { entriesOf, entryBundle } from '../../functions/supervision/ledger/entry-bundle.ts';
import { noteOf, signatureLine } from '../../functions/supervision/ledger/signed-note.ts';
import { run } from '../../verify/main.ts';
import { leafHash, nodeHash } from '../../verify/tree.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { COUNTY, caseIdOf, keyring, record, sealing } from './ledger-for-tests.ts';
import { edit, inFolder } from './sealed-county.ts';
import { sha256 } from './tree-hash.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
const SIZES = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 255, 256, 257] as const;
const AT = '2026-08-03T15:30:00.000Z';
let engine: TestEngine;
let log: Awaited<ReturnType<typeof sealing>>;
let key: string;
beforeAll(async () => {
  engine = await startTestEngine();
  log = await sealing(engine.store, '2026-08-03T16:00:00.000Z');
  key = await logVerifierKey(log.ports, COUNTY);
});
afterAll(async () => {
  await engine.stop();
  await log.remove();
});

/** Verifies a copy of the log after an attack. */
const attackedBy = (attack: (ledger: string) => Promise<unknown>) =>
  inFolder(async (dir) => {
    await cp(log.folder, join(dir, 'ledger'), { recursive: true });
    await attack(join(dir, 'ledger'));
    return run([join(dir, 'ledger'), '--key', key]);
  });

const suffix = (size: number): string => (size % 256 === 0 ? '' : `.p/${size % 256}`);
const lastBundle = (size: number): string => `tile/entries/00${Math.floor((size - 1) / 256)}${suffix(size)}`;

describe('21 · A log of every size at which the tree changes its shape', () => {
  let grown = 0;

  it.each(SIZES)('21 · %i: intact, and its last event changed or left out is found', async (size) => {
    for (; grown < size; grown += 1) await record(engine.store, { kind: 'case', id: caseIdOf(1) }, { at: AT });
    await sealCounty(log.ports, COUNTY);
    const { text, code } = await run([log.folder, '--key', key]);
    expect(text).toContain(`entries: ${size}`);
    expect(code).toBe(0);
    const changed = await attackedBy((ledger) =>
      edit(join(ledger, lastBundle(size)), (bytes) => {
        const entries = entriesOf(bytes).map((entry) => Buffer.from(entry));
        return entryBundle([...entries.slice(0, -1), Buffer.from(String(entries.at(-1)).replace('TC', 'TD'))]);
      }),
    );
    expect(changed.text).toContain(`[tampered] index ${size - 1}`);
    expect(changed.code).toBe(1);
    const short = await attackedBy((ledger) =>
      edit(join(ledger, lastBundle(size)), (bytes) => entryBundle(entriesOf(bytes).slice(0, -1))),
    );
    expect(short.text).toContain(`[tampered] ${lastBundle(size)}`);
    expect(short.code).toBe(1);
  });

  it('21 · 0: nothing there is incomplete, and a signed empty tree is no other root', async () => {
    const empty = (root: Uint8Array) =>
      inFolder(async (dir) => {
        expect((await run([dir, '--key', key])).code).toBe(2);
        const [name = ''] = key.split('+');
        const text = checkpointText({ origin: name, size: 0, root });
        const signer = { name, ...(await keyring.noteKey(name)) };
        const line = signatureLine(sha256, signer, await keyring.signNote(name, Buffer.from(text)));
        await mkdir(join(dir, 'checkpoints'));
        await writeFile(join(dir, 'checkpoints/000000000000'), noteOf(text, [line]));
        return (await run([dir, '--key', key])).code;
      });
    expect(await empty(sha256(new Uint8Array()))).toBe(0);
    expect(await empty(new Uint8Array(32))).toBe(1);
  });

  it('19 · two leaves folded into one entry that is the preimage of their node, with the tile to match, are found', async () => {
    const { text, code } = await attackedBy(async (ledger) => {
      const entries = entriesOf(await readFile(join(ledger, 'tile/entries/000'))).map((entry) => Buffer.from(entry));
      const [a, b] = [entries[40], entries[41]].map((entry) => leafHash(entry ?? Buffer.alloc(0)));
      const folded = Buffer.concat([a ?? Buffer.alloc(0), b ?? Buffer.alloc(0)]);
      expect(folded).toHaveLength(64);
      await writeFile(join(ledger, 'tile/entries/000'), entryBundle(entries.with(40, folded)));
      await edit(join(ledger, 'tile/0/000'), (tile) => {
        nodeHash(folded.subarray(0, 32), folded.subarray(32)).copy(tile, 40 * 32);
        return tile;
      });
    });
    expect(text).toContain('[tampered] index 40');
    expect(text).toContain('the first 256 entries do not make the root that was signed');
    expect(code).toBe(1);
  });

  it('20 · every narrower tile and bundle of the past is a beginning of what took its place', async () => {
    const names = await readdir(join(log.folder, 'tile/entries/000.p'));
    expect(names).toHaveLength(SIZES.filter((size) => size < 256).length);
    const { text, code } = await attackedBy((ledger) =>
      edit(join(ledger, 'tile/entries/000.p/16'), (bytes) => bytes.fill('x', 40, 44)),
    );
    expect(text).toContain('[tampered] tile/entries/000.p/16');
    expect(code).toBe(1);
  });
});
