import { createHash } from 'node:crypto';
import { type Range, treeHash } from '../../functions/supervision/ledger/merkle.ts';
import {
  appendedTiles,
  edgeOf,
  rangeHashes,
  type Tile,
  tilePath,
  tilesFor,
} from '../../functions/supervision/ledger/tiles.ts';

/** SHA-256 as the ledger takes it. */
export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
export const hash = treeHash(sha256);

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** Leaves that differ from each other. */
export const leaves = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) => hash.leaf(new TextEncoder().encode(`leaf ${i}`)));

/** A log in memory that is grown by batches, as the sealer grows one in the object store. */
export function grownLog(batches: readonly (readonly Uint8Array[])[]) {
  const stored = new Map<string, Tile>();
  let size = 0;
  for (const batch of batches) {
    const edge = edgeOf(size).map((ref) => stored.get(tilePath(ref)) as Tile);
    for (const tile of appendedTiles(hash, { size, edge }, batch)) stored.set(tilePath(tile), tile);
    size += batch.length;
  }
  const widest = new Map<string, Tile>();
  for (const tile of stored.values()) {
    const name = `${tile.level}/${tile.index}`;
    if (tile.width > (widest.get(name)?.width ?? 0)) widest.set(name, tile);
  }
  /** Hashes of ranges of the tree as it was with `at` leaves: a wider tile begins with the narrower one. */
  const hashesAt = (at: number, ranges: readonly Range[]): readonly Uint8Array[] => {
    const tiles = tilesFor(ranges, at).map(({ level, index }) => widest.get(`${level}/${index}`) as Tile);
    return rangeHashes(hash, tiles, ranges);
  };
  return {
    stored,
    size,
    hashesAt,
    rootAt: (at: number) => (at === 0 ? hash.empty : hashesAt(at, [{ from: 0, to: at }])[0]),
  };
}
