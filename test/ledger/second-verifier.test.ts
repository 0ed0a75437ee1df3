import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteOf, signatureLine, verifierKey } from '../../functions/supervision/ledger/signed-note.ts';
import type { ProofPack } from '../../schemas/ledger.ts';
import { run } from '../../verify/main.ts';
import { edit, inFolder, packOf, type SealedCounty, sealedCounty } from './sealed-county.ts';
import { sha256 } from './tree-hash.ts';

/** Both verifiers are given the same; Python 3 must be there (`.ci/run` installs it). */
const program = fileURLToPath(new URL('../../verify/second/verify.py', import.meta.url));
let county: SealedCounty;
let pack: ProofPack;
beforeAll(async () => {
  county = await sealedCounty();
  pack = await packOf(county);
});
afterAll(() => county.stop());

async function both(path: string, keys: readonly string[] = [county.key]) {
  const args = [path, ...keys.flatMap((key) => ['--key', key])];
  const { status, stdout, stderr, error } = spawnSync('python3', [program, ...args], { encoding: 'utf8' });
  if (error) throw error;
  return { first: (await run(args)).code, second: status, text: `${stdout}${stderr}` };
}

const ofPack = (change: Partial<ProofPack>, keys?: readonly string[]) =>
  inFolder(async (dir) => {
    await writeFile(join(dir, 'pack.json'), JSON.stringify({ ...pack, ...change }));
    return both(join(dir, 'pack.json'), keys);
  });
const ofFolder = (attack: (ledger: string) => Promise<unknown>, keys?: readonly string[]) =>
  inFolder(async (dir) => {
    await cp(county.folder, join(dir, 'ledger'), { recursive: true });
    await attack(join(dir, 'ledger'));
    return both(join(dir, 'ledger'), keys);
  });

type Proved = ProofPack['events'][number];
const event = (i: number, change: (one: Proved) => Proved): Partial<ProofPack> => ({
  events: pack.events.map((one, k) => (k === i ? change(one) : one)),
});
const bent =
  (at: number) =>
  (bytes: Buffer): Buffer => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

describe('The second verifier', () => {
  it.each<[string, 0 | 1 | 2, () => Partial<ProofPack>]>([
    ['intact', 0, () => ({})],
    [
      'with an amount changed',
      1,
      () => event(3, (one) => ({ ...one, entry: one.entry.replace('"amountFen":6', '"amountFen":7') })),
    ],
    ['with a blank in an entry', 1, () => event(3, (one) => ({ ...one, entry: one.entry.replace(':', ': ') }))],
    ['with an event left out', 1, () => ({ events: pack.events.toSpliced(2, 1) })],
    [
      'with two events swapped',
      1,
      () => ({ events: [...pack.events.slice(0, 2).toReversed(), ...pack.events.slice(2)] }),
    ],
    ['with another index', 1, () => event(3, (one) => ({ ...one, index: (one.index ?? 0) + 1 }))],
    ['with a hash of a proof taken out', 1, () => event(3, (one) => ({ ...one, proof: one.proof.slice(1) }))],
    ['with another root', 1, () => ({ checkpoint: pack.checkpoint.replace(/\n[A-Za-z0-9+/]{3}/, '\nAAA') })],
    ['with an event that is not sealed', 2, () => event(pack.events.length - 1, ({ entry }) => ({ entry, proof: [] }))],
    ['of another county', 1, () => ({ countyCode: '649901' })],
  ])('agrees with the first on a pack %s', async (_name, code, change) => {
    expect(await ofPack(change())).toMatchObject({ first: code, second: code });
  });

  it.each<[string, 0 | 1 | 2, (ledger: string) => Promise<unknown>]>([
    ['intact', 0, async () => undefined],
    ['with a byte of an entry changed', 1, (ledger) => edit(join(ledger, 'tile/entries/000'), bent(900))],
    ['with a byte of a narrower bundle changed', 1, (ledger) => edit(join(ledger, 'tile/entries/001.p/6'), bent(90))],
    ['with a hash of a tile changed', 1, (ledger) => edit(join(ledger, 'tile/0/000'), bent(32 * 7))],
    ['with a hash of a higher tile changed', 1, (ledger) => edit(join(ledger, 'tile/1/000.p/1'), bent(3))],
    [
      'with a signature changed',
      1,
      (ledger) =>
        edit(join(ledger, `checkpoints/${'0'.repeat(9)}262`), (note) =>
          note.fill('A', note.length - 20, note.length - 10),
        ),
    ],
    ['without a bundle', 2, (ledger) => rm(join(ledger, 'tile/entries/000'))],
    ['without a tile', 2, (ledger) => rm(join(ledger, 'tile/0/000'))],
  ])('agrees with the first on a log %s', async (_name, code, attack) => {
    const found = await ofFolder(attack);
    expect(found).toMatchObject({ first: code, second: code });
  });

  it('agrees with the first where no key is given', async () => {
    expect(await ofPack({}, [])).toMatchObject({ first: 2, second: 2 });
    expect(await ofFolder(async () => undefined, [])).toMatchObject({ first: 2, second: 2 });
  });

  it('checks ECDSA on P-256 as the first does', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const name = county.key.split('+')[0] ?? '';
    const key = { name, type: 2 as const, publicKey: publicKey.export({ format: 'der', type: 'spki' }) };
    const text = pack.checkpoint.slice(0, pack.checkpoint.lastIndexOf('\n\n') + 1);
    const note = (signed: string) =>
      noteOf(text, [signatureLine(sha256, key, sign('sha256', Buffer.from(signed), privateKey))]);
    const vkey = verifierKey(sha256, key);
    const change = { verifierKey: vkey };
    expect(await ofPack({ ...change, checkpoint: note(text) }, [vkey])).toMatchObject({ first: 0, second: 0 });
    expect(await ofPack({ ...change, checkpoint: note(`${text}\n`) }, [vkey])).toMatchObject({ first: 1, second: 1 });
  });
});
