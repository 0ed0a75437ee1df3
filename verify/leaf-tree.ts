import { type GrowingTree, growingTree, type Hash, leafOf, toBase64, toHash } from './growing-tree.ts';
import type { Bundle } from './log-bundles.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

const HASH_BYTES = 32;
const hashIn = (bytes: Buffer, i: number): Hash | undefined =>
  bytes.length >= (i + 1) * HASH_BYTES ? toHash(bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)) : undefined;

/** A tree for as long as no leaf of it is missing. */
interface Standing {
  readonly tree: GrowingTree;
  broken: boolean;
}

const grow = (of: Standing, leaf: Hash | undefined): void => {
  if (leaf === undefined) of.broken = true;
  if (leaf !== undefined && !of.broken) of.tree.add(leaf);
};

/**
 * The tree over the entries of a log, built while its bundles pass, and apart from it, from where the tiles tell something else, the
 * tree of the tiles. `isWanted` tells of a size, when it is reached, whether its root is asked for.
 */
export function leafTree(isWanted: (size: number) => boolean) {
  /** Hashes of the higher levels: one for every 256 below. */
  const levels: Hash[][] = [];
  const roots = new Map<number, string>([[0, toBase64(growingTree().root())]]);
  const ofEntries: Standing = {
    tree: growingTree((level, root) => {
      levels[level] ??= [];
      levels[level].push(root);
    }),
    broken: false,
  };
  let ofTiles: Standing | undefined;
  const differing: number[] = [];
  const findings: Finding[] = [];

  function compare(
    { first, width, told, entries }: Bundle,
    leaves: readonly (Hash | undefined)[],
    bytes: Buffer,
  ): void {
    if (entries.every((entry) => entry) && bytes.equals(told.subarray(0, bytes.length)) && !ofTiles) return;
    ofTiles ??= { tree: ofEntries.tree.fork(), broken: ofEntries.broken };
    for (let i = 0; i < width; i += 1) {
      const hash = hashIn(told, i);
      if (hash !== undefined && leaves[i] !== undefined && hash !== leaves[i]) differing.push(first + i);
      grow(ofTiles, hash);
    }
  }

  function checkTiles({ tiles, entries, width }: Bundle, bytes: Buffer): void {
    if (!entries.every((entry) => entry)) return;
    for (const tile of tiles)
      if (tile.width > width) findings.push(beyond(tile.name));
      else if (!tile.bytes.equals(bytes.subarray(0, tile.width * HASH_BYTES))) findings.push(otherHashes(tile.name));
  }

  return {
    /** Takes the next bundle: no entry of it is kept. */
    take(bundle: Bundle): void {
      const bytes = Buffer.alloc(bundle.width * HASH_BYTES);
      const leaves = bundle.entries.map((entry, i) => {
        const leaf = entry && leafOf(entry);
        if (leaf) bytes.write(leaf, i * HASH_BYTES, 'latin1');
        return leaf;
      });
      compare(bundle, leaves, bytes);
      checkTiles(bundle, bytes);
      for (const leaf of leaves) {
        grow(ofEntries, leaf);
        const size = ofEntries.tree.size();
        if (!ofEntries.broken && isWanted(size)) roots.set(size, toBase64(ofEntries.tree.root()));
      }
    },
    roots: roots as ReadonlyMap<number, string>,
    /** Hashes of a level above the leaves. */
    levelAt: (level: number): readonly Hash[] => levels[level] ?? [],
    isWhole: (): boolean => !ofEntries.broken,
    findings: findings as readonly Finding[],
    /** Which single entries or hashes are not what was signed, as far as the signed root tells which side is right. */
    leafFindings(signedRoot: string): readonly Finding[] {
      const tilesAreRight = ofTiles && !ofTiles.broken && toBase64(ofTiles.tree.root()) === signedRoot;
      return differing.map((i) =>
        tilesAreRight
          ? tampered(`index ${i}`, '事件与存证哈希不符', 'the entry is not the one that was sealed')
          : tampered(`index ${i}`, '存证哈希与事件不符', 'the hash in the tile is not that of the entry'),
      );
    },
  };
}
export type LeafTree = ReturnType<typeof leafTree>;

export const beyond = (name: string): Finding =>
  incomplete(name, '超出最近的检查点，尚未签名', 'beyond the newest checkpoint: not signed yet');
export const otherHashes = (name: string): Finding =>
  tampered(name, '哈希与事件不符', 'holds other hashes than the entries make');
