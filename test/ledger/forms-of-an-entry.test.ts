import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { checkpointText } from '../../functions/supervision/ledger/checkpoint.ts';
import { noteOf, signatureLine } from '../../functions/supervision/ledger/signed-note.ts';
import type { ProofPack } from '../../schemas/ledger.ts';
import { readEntry } from '../../verify/entry.ts';
import { growingTree, leafOf, toBase64 } from '../../verify/growing-tree.ts';
import { leafHash, nodeHash, rootFromInclusion } from '../../verify/tree.ts';
import { caseIdOf, keyring } from './ledger-for-tests.ts';
import { referenceEntries, referenceInclusions, referenceRoots } from './reference-proofs.ts';
import { packOf, type SealedCounty, sealedCounty, verifyPack } from './sealed-county.ts';
import { sha256 } from './tree-hash.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
let pack: ProofPack;
beforeAll(async () => {
  county = await sealedCounty();
  pack = await packOf(county);
});
afterAll(() => county.stop());

const trusting = () => ['--key', county.key];

/** A log of a single entry, signed: everything but the entry itself is in order. */
async function singleEntry(entry: string): Promise<ProofPack> {
  const [name] = county.key.split('+');
  const key = { name: name ?? '', ...(await keyring.noteKey(name ?? '')) };
  const text = checkpointText({ origin: key.name, size: 1, root: leafHash(Buffer.from(entry)) });
  const line = signatureLine(sha256, key, await keyring.signNote(key.name, Buffer.from(text)));
  return { ...pack, checkpoint: noteOf(text, [line]), events: [{ entry, index: 0, proof: [] }] };
}

describe('18 · Texts that look like the same event, though signed and in the tree', () => {
  const base = (data: string): string =>
    `{"actor":{"clientId":"c","orgCode":"649900101","personId":"p","post":"TC"},"at":"2026-08-03T01:00:00.000Z","calendar":"CN-2026","countyCode":"649900","data":${data},"lawPack":"RP-2026B","prevHash":"","seq":1,"step":"s","subjectId":"${caseIdOf(1)}","subjectKind":"case","type":"t"}`;

  it('take the one right form for right', async () => {
    expect(canonicalize(JSON.parse(base('{"n":100}')))).toBe(base('{"n":100}'));
    expect((await verifyPack(await singleEntry(base('{"n":100}')), trusting())).code).toBe(0);
  });

  it.each([
    ['a key twice', base('{"n":1,"n":100}')],
    ['-0', base('{"n":-0}')],
    ['1e2', base('{"n":1e2}')],
    ['100.0', base('{"n":100.0}')],
    ['a blank', base('{"n": 100}')],
    ['a byte order mark', `\ufeff${base('{"n":100}')}`],
    ['an escaped letter', base('{"n":"\\u0061"}')],
    ['half a surrogate pair', base('{"n":"\\ud800"}')],
    ['keys in another order', base('{"b":1,"a":2}')],
    ['19 · no event at all', '[1]'],
  ])('%s', async (_name, entry) => {
    expect((await verifyPack(await singleEntry(entry), trusting())).code).toBe(1);
  });

  it('take keys that look like numbers, and an escaped backslash, as RFC 8785 orders and writes them', () => {
    for (const data of ['{"10":1,"9":2}', '{"n":"\\\\ud800"}', '{"\u20ac":1,"\ud83d\ude00":2,"\ufb33":3}']) {
      expect(canonicalize(JSON.parse(base(data)))).toBe(base(data));
      expect(readEntry(Buffer.from(base(data)))).toBeDefined();
    }
    expect(readEntry(Buffer.from(base('{"9":1,"10":2}')))).toBeUndefined();
  });

  it('tell a composed letter from a decomposed one: two events, two hashes', () => {
    const [nfc, nfd] = ['é', 'é'.normalize('NFD')].map((letter) => Buffer.from(base(`{"n":"${letter}"}`)));
    expect(readEntry(nfc as Buffer) && readEntry(nfd as Buffer)).toBeDefined();
    expect(leafHash(nfc as Buffer).equals(leafHash(nfd as Buffer))).toBe(false);
  });
});

describe('The verifier’s own tree, written apart from the system’s', () => {
  const leaves = referenceEntries.map((entry) => leafHash(Buffer.from(entry, 'hex')));

  it.each(referenceRoots.map((root, size) => ({ root, size })))(
    '21 · has the reference root of $size leaves',
    ({ root, size }) => {
      const tree = growingTree();
      for (const entry of referenceEntries.slice(0, size)) tree.add(leafOf(Buffer.from(entry, 'hex')));
      expect(Buffer.from(toBase64(tree.root()), 'base64').toString('hex')).toBe(root);
    },
  );

  it.each(referenceInclusions)('21 · follows the reference proof of leaf %i in %i', (index, size, path) => {
    const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
    expect(rootFromInclusion({ index, size }, leaves[index] as Buffer, hashes)?.toString('hex')).toBe(
      referenceRoots[size],
    );
    expect(rootFromInclusion({ index, size }, leaves[index] as Buffer, [...hashes, Buffer.alloc(32)])).not.toEqual(
      Buffer.from(referenceRoots[size] ?? '', 'hex'),
    );
  });

  it('19 · does not take two hashes for a leaf', () => {
    const [a, b] = leaves as [Buffer, Buffer];
    expect(leafHash(Buffer.concat([a, b])).equals(nodeHash(a, b))).toBe(false);
  });

  it('checks the example of the specification as Node does', () => {
    const x = Buffer.from('AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', 'base64').subarray(1).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signature = Buffer.from(
      'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=',
      'base64',
    );
    expect(verify(null, Buffer.from('This is an example message.\n'), key, signature.subarray(4))).toBe(true);
  });
});
