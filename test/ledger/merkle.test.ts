import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { provesConsistency, provesInclusion } from '../../functions/supervision/ledger/check-proof.ts';
import { consistencyRanges, inclusionRanges } from '../../functions/supervision/ledger/merkle.ts';
import { entriesPath, tilePath } from '../../functions/supervision/ledger/tiles.ts';
import { referenceConsistencies, referenceEntries, referenceInclusions, referenceRoots } from './reference-proofs.ts';
import { fromHex, grownLog, hash, hex, leaves } from './tree-hash.ts';

const reference = referenceEntries.map((entry) => hash.leaf(fromHex(entry)));

describe('The tree of RFC 6962, against the proofs of Certificate Transparency', () => {
  it.each(referenceRoots.map((root, size) => ({ root, size })))('has the root of $size leaves', ({ root, size }) => {
    expect(hex(grownLog([reference.slice(0, size)]).rootAt(size) as Uint8Array)).toBe(root);
  });

  it.each(referenceInclusions)('proves that leaf %i is in %i leaves', (index, size, path) => {
    const log = grownLog([reference]);
    const proof = log.hashesAt(size, inclusionRanges(index, size));
    expect(proof.map(hex)).toEqual(path);
    const of = { index, size, leaf: reference[index] as Uint8Array, root: fromHex(referenceRoots[size] ?? ''), proof };
    expect(provesInclusion(hash, of)).toBe(true);
  });

  it.each(referenceConsistencies)('proves that %i leaves are the beginning of %i', (old, size, path) => {
    const proof = grownLog([reference]).hashesAt(size, consistencyRanges(old, size));
    expect(proof.map(hex)).toEqual(path);
    const of = {
      old,
      oldRoot: fromHex(referenceRoots[old] ?? ''),
      size,
      root: fromHex(referenceRoots[size] ?? ''),
      proof,
    };
    expect(provesConsistency(hash, of)).toBe(true);
  });

  it('takes 64 bytes of two hashes as a leaf for another thing than the node over them', () => {
    const [left, right] = reference as [Uint8Array, Uint8Array];
    expect(hex(hash.leaf(Uint8Array.from([...left, ...right])))).not.toBe(hex(hash.node(left, right)));
    expect(() => hash.node(left, new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('Tiles (C2SP tlog-tiles)', () => {
  it('writes indices as the specification does: 1234067 is x001/x234/067', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 12, index: 0, width: 1 })).toBe('tile/12/000.p/1');
    expect(entriesPath({ index: 999, width: 255 })).toBe('tile/entries/999.p/255');
    expect(entriesPath({ index: 1000, width: 256 })).toBe('tile/entries/x001/000');
  });

  it('cuts 70,000 leaves as the specification says: 273 full tiles and widths 112, 17 and 1', () => {
    const { stored } = grownLog([leaves(70_000)]);
    const of = (level: number, full: boolean) =>
      [...stored.values()].filter((tile) => tile.level === level && (tile.width === 256) === full);
    expect([of(0, true).length, of(1, true).length, of(2, true).length]).toEqual([273, 1, 0]);
    expect([0, 1, 2].map((level) => of(level, false).map(({ width }) => width))).toEqual([[112], [17], [1]]);
  });

  it('gives a tree of 256 one full tile and one of width 1 above it', () => {
    expect([...grownLog([leaves(256)]).stored.keys()]).toEqual(['tile/0/000', 'tile/1/000.p/1']);
  });

  it('gives the same full tiles and roots however the leaves came', () => {
    const all = leaves(700);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }), (sizes) => {
        const batches: Uint8Array[][] = [];
        let at = 0;
        for (const size of [...sizes, 700]) {
          batches.push(all.slice(at, at + size));
          at = Math.min(700, at + size);
        }
        const [one, many] = [grownLog([all]), grownLog(batches)];
        for (const [path, tile] of one.stored) expect(many.stored.get(path)?.bytes).toEqual(tile.bytes);
        expect(many.rootAt(700)).toEqual(one.rootAt(700));
      }),
      { numRuns: 30 },
    );
  });
});

/** Sizes up to three levels of tiles would take minutes: two levels and every power of two up to 1,024 with its neighbours. */
const size = fc.oneof(
  fc.integer({ min: 1, max: 1_100 }),
  fc.integer({ min: 1, max: 10 }).chain((power) => fc.constantFrom(2 ** power - 1, 2 ** power, 2 ** power + 1)),
);
const log = grownLog([leaves(1_100)]);
const all = leaves(1_100);
const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('Proofs from tiles', () => {
  it('prove every leaf in every tree, and nothing once a single bit is another', () => {
    const leafOf = size.chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n - 1 })));
    fc.assert(
      fc.property(leafOf, fc.nat(), ([n, index], at) => {
        const proof = log.hashesAt(n, inclusionRanges(index, n));
        const of = { index, size: n, leaf: all[index] as Uint8Array, root: log.rootAt(n) as Uint8Array, proof };
        expect(provesInclusion(hash, of)).toBe(true);
        if (proof.length === 0) return;
        const bit = at % (proof.length * 256);
        const bent = proof.map((part, i) => (i === bit >> 8 ? flipped(part, bit & 255) : part));
        expect(provesInclusion(hash, { ...of, proof: bent })).toBe(false);
        expect(provesInclusion(hash, { ...of, proof: proof.slice(1) })).toBe(false);
        expect(provesInclusion(hash, { ...of, proof: [...proof, of.leaf] })).toBe(false);
        expect(provesInclusion(hash, { ...of, leaf: flipped(of.leaf, at % 256) })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('refuse every single flipped bit of one proof, all of them tried', () => {
    const of = { index: 300, size: 777, leaf: all[300] as Uint8Array, root: log.rootAt(777) as Uint8Array };
    const proof = log.hashesAt(777, inclusionRanges(300, 777));
    const passed: number[] = [];
    for (let bit = 0; bit < proof.length * 256; bit += 1) {
      const bent = proof.map((part, i) => (i === bit >> 8 ? flipped(part, bit & 255) : part));
      if (provesInclusion(hash, { ...of, proof: bent })) passed.push(bit);
    }
    expect(proof).toHaveLength(10);
    expect(passed).toEqual([]);
  });

  it('prove that every tree begins with every smaller one, and nothing once a single bit is another', () => {
    const pair = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(pair, fc.nat(), ([old, n], at) => {
        const proof = log.hashesAt(n, consistencyRanges(old, n));
        const of = { old, size: n, oldRoot: log.rootAt(old) as Uint8Array, root: log.rootAt(n) as Uint8Array, proof };
        expect(provesConsistency(hash, of)).toBe(true);
        expect(provesConsistency(hash, { ...of, oldRoot: flipped(of.oldRoot, at % 256) })).toBe(false);
        expect(provesConsistency(hash, { ...of, root: flipped(of.root, at % 256) })).toBe(false);
        expect(provesConsistency(hash, { ...of, proof: [...proof, of.root] })).toBe(false);
        if (proof.length === 0) return;
        const bit = at % (proof.length * 256);
        const bent = proof.map((part, i) => (i === bit >> 8 ? flipped(part, bit & 255) : part));
        expect(provesConsistency(hash, { ...of, proof: bent })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('take the empty tree for the beginning of every tree, with an empty proof only', () => {
    const of = { old: 0, oldRoot: hash.empty, size: 9, root: log.rootAt(9) as Uint8Array, proof: [] };
    expect(provesConsistency(hash, of)).toBe(true);
    expect(provesConsistency(hash, { ...of, oldRoot: of.root })).toBe(false);
    expect(provesConsistency(hash, { ...of, proof: [of.root] })).toBe(false);
    expect(() => consistencyRanges(9, 8)).toThrow(RangeError);
    expect(() => inclusionRanges(8, 8)).toThrow(RangeError);
  });
});
