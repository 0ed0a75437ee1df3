import { perfectRoot, type Range, rangeHash, type Subtree, subtreesOf, type TreeHash } from './merkle.ts';

/** Tiles are eight levels high: 256 hashes, 8,192 bytes (C2SP tlog-tiles). */
const WIDTH = 256;
const HASH_BYTES = 32;

/** A tile by level and index; `width` is how many hashes it holds, 256 when it is full. */
export interface TileRef {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

export interface Tile extends TileRef {
  readonly bytes: Uint8Array;
}

/** An index in groups of three digits, all but the last marked: 1234067 is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

const partialOf = (width: number): string => (width === WIDTH ? '' : `.p/${width}`);

/** Where a tile of hashes lies below the prefix of its log: `tile/<L>/<N>[.p/<W>]`. */
export const tilePath = ({ level, index, width }: TileRef): string =>
  `tile/${level}/${indexPath(index)}${partialOf(width)}`;

/** Where the entries lie that a tile of level 0 is over: `tile/entries/<N>[.p/<W>]`. */
export const entriesPath = ({ index, width }: Pick<TileRef, 'index' | 'width'>): string =>
  `tile/entries/${indexPath(index)}${partialOf(width)}`;

/** How many hashes a level has in a tree of `size` leaves. */
const hashesAt = (level: number, size: number): number => Math.floor(size / WIDTH ** level);

/** The tile that holds a hash of a level, as it is in a tree of `size` leaves. */
function tileAt(level: number, index: number, size: number): TileRef {
  const width = Math.min(WIDTH, hashesAt(level, size) - index * WIDTH);
  if (width < 1) throw new RangeError(`a tree of ${size} leaves has no tile ${level}/${index}`);
  return { level, index, width };
}

const placeOf = ({ height, index }: Subtree): { level: number; first: number; count: number } => {
  const level = Math.floor(height / 8);
  const count = 2 ** (height % 8);
  return { level, first: index * count, count };
};

const nameOf = ({ level, index }: { level: number; index: number }): string => `${level}/${index}`;

/** Tiles needed to hash these ranges of a tree of `size` leaves, each once. */
export function tilesFor(ranges: readonly Range[], size: number): readonly TileRef[] {
  const refs = ranges.flatMap(subtreesOf).map((subtree) => {
    const { level, first } = placeOf(subtree);
    return tileAt(level, Math.floor(first / WIDTH), size);
  });
  return [...new Map(refs.map((ref) => [nameOf(ref), ref])).values()];
}

/** The tiles at the right edge that are not full: what has to be read to append to a tree of `size` leaves. */
export function edgeOf(size: number): readonly TileRef[] {
  const edge: TileRef[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const count = hashesAt(level, size);
    if (count % WIDTH !== 0) edge.push({ level, index: Math.floor(count / WIDTH), width: count % WIDTH });
  }
  return edge;
}

const hashAt = ({ bytes }: Pick<Tile, 'bytes'>, i: number): Uint8Array =>
  bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);

/** Hashes over ranges of a tree, from its tiles. Throws when a tile is missing or too short: it is then no proof but a gap. */
export function rangeHashes(hash: TreeHash, tiles: readonly Tile[], ranges: readonly Range[]): readonly Uint8Array[] {
  const byName = new Map(tiles.map((tile) => [nameOf(tile), tile]));
  const hashOf = (subtree: Subtree): Uint8Array => {
    const { level, first, count } = placeOf(subtree);
    const tile = byName.get(nameOf({ level, index: Math.floor(first / WIDTH) }));
    const start = first % WIDTH;
    if (!tile || tile.bytes.length < (start + count) * HASH_BYTES)
      throw new RangeError(`tile ${level}/${Math.floor(first / WIDTH)} is missing or too short`);
    return perfectRoot(
      hash,
      Array.from({ length: count }, (_, i) => hashAt(tile, start + i)),
    );
  };
  return ranges.map((range) => rangeHash(hash, range, hashOf));
}

/** The root of a tree of `size` leaves from its tiles. */
export const rootOf = (hash: TreeHash, tiles: readonly Tile[], size: number): Uint8Array =>
  rangeHashes(hash, tiles, [{ from: 0, to: size }])[0] ?? hash.empty;

/** What has to be hashed for a root. */
export const wholeTree = (size: number): readonly Range[] => (size === 0 ? [] : [{ from: 0, to: size }]);

const concatenated = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.length * HASH_BYTES);
  for (const [i, part] of parts.entries()) bytes.set(part, i * HASH_BYTES);
  return bytes;
};

/** Cuts hashes of a level, the first of which is the `first`th of the level and starts a tile, into tiles. */
function cut(level: number, first: number, hashes: readonly Uint8Array[]): Tile[] {
  const tiles: Tile[] = [];
  for (let at = 0; at < hashes.length; at += WIDTH) {
    const part = hashes.slice(at, at + WIDTH);
    tiles.push({ level, index: (first + at) / WIDTH, width: part.length, bytes: concatenated(part) });
  }
  return tiles;
}

/**
 * The tiles that appending leaves to a tree of `size` leaves makes, level by level; `edge` are those of `edgeOf(size)`. The same
 * leaves give the same bytes. A partial tile is never changed: a longer one gets a name of its own.
 */
export function appendedTiles(
  hash: TreeHash,
  tree: { readonly size: number; readonly edge: readonly Tile[] },
  leaves: readonly Uint8Array[],
): readonly Tile[] {
  const made: Tile[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level += 1) {
    const before = hashesAt(level, tree.size);
    const start = before - (before % WIDTH);
    const edge = tree.edge.find((tile) => tile.level === level && tile.index === start / WIDTH);
    if (before > start && edge?.width !== before - start) throw new RangeError(`the edge of level ${level} is missing`);
    const kept = Array.from({ length: before - start }, (_, i) => hashAt(edge ?? { bytes: new Uint8Array() }, i));
    const tiles = cut(level, start, [...kept, ...added]);
    made.push(...tiles);
    added = tiles
      .filter(({ width }) => width === WIDTH)
      .map((tile) =>
        perfectRoot(
          hash,
          Array.from({ length: WIDTH }, (_, i) => hashAt(tile, i)),
        ),
      );
  }
  return made;
}
