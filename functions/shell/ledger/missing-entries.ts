import type { TileRef } from '../../supervision/ledger/tiles.ts';
import type { ObjectStore } from '../ports.ts';
import { entriesObject, tileObject, tilesFolder } from './ledger-keys.ts';

const WIDTH = 256;

/** Every tile of a tree, as wide as it is there. */
function* tilesOf(size: number): Generator<TileRef> {
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / WIDTH))
    for (let index = 0; index * WIDTH < hashes; index += 1)
      yield { level, index, width: Math.min(WIDTH, hashes - index * WIDTH) };
}

/**
 * Of how many entries of a county's log the bundle or a tile over it is not there: one listing, nothing is read. What the files hold is
 * proved by `npm run verify`.
 */
export async function missingEntries(
  objects: Pick<ObjectStore, 'list'>,
  countyCode: string,
  size: number,
): Promise<number> {
  const there = new Set(await objects.list(tilesFolder(countyCode)));
  let missing = 0;
  for (const tile of tilesOf(size)) {
    const full = { ...tile, width: WIDTH };
    const has = (key: (ref: TileRef) => string): boolean => there.has(key(tile)) || there.has(key(full));
    const bundle = tile.level > 0 || has((ref) => entriesObject(countyCode, ref));
    if (!bundle || !has((ref) => tileObject(countyCode, ref))) missing += tile.width;
  }
  return missing;
}
