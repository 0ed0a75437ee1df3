import type { Range } from '../../supervision/ledger/merkle.ts';
import { rangeHashes, type Tile, type TileRef, tilesFor } from '../../supervision/ledger/tiles.ts';
import { sha256 } from '../hash.ts';
import type { ObjectStore } from '../ports.ts';
import { tileObject } from './ledger-keys.ts';
import { logHash } from './node-hash.ts';

/** Reads tiles; a partial one may have been replaced by a wider one, which begins with the same hashes. Throws when none is there, or not all of it. */
export const readTiles = (objects: ObjectStore, countyCode: string, refs: readonly TileRef[]): Promise<Tile[]> =>
  Promise.all(
    refs.map(async (ref) => {
      const bytes =
        (await objects.get(tileObject(countyCode, ref))) ??
        (await objects.get(tileObject(countyCode, { ...ref, width: 256 })));
      if (!bytes) throw new Error(`${tileObject(countyCode, ref)} is missing`);
      if (bytes.length < ref.width * 32) throw new Error(`${tileObject(countyCode, ref)} is cut off`);
      return { ...ref, bytes };
    }),
  );

/** Hashes over ranges of a county's tree of `size` leaves, from its stored tiles: what proofs are made of. */
export async function storedHashes(
  objects: ObjectStore,
  tree: { readonly countyCode: string; readonly size: number },
  ranges: readonly Range[],
): Promise<readonly Uint8Array[]> {
  const tiles = await readTiles(objects, tree.countyCode, tilesFor(ranges, tree.size));
  return rangeHashes(logHash, tiles, ranges);
}

/**
 * Puts an object there once. What lies there already must be the same bytes: a log is never overwritten, and a difference is not
 * an accident that a re-run may paper over.
 */
export async function putOnce(objects: ObjectStore, key: string, bytes: Uint8Array): Promise<void> {
  if ((await objects.put(key, bytes, { ifAbsent: true })) === 'stored') return;
  if ((await objects.sha256(key)) !== sha256(bytes)) throw new Error(`${key} holds other bytes than the log has`);
}
