/** SHA-256 of bytes, 32 bytes: handed in, so that the ledger stays free of I/O and of Node (ADR 0001). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** How leaves and nodes of a tree are hashed (RFC 6962 2.1): the prefix keeps a leaf from ever being taken for a node. */
export interface TreeHash {
  readonly empty: Uint8Array;
  leaf(entry: Uint8Array): Uint8Array;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
}

const HASH_BYTES = 32;

const joined = (prefix: number, parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** The tree hash of RFC 6962 over SHA-256, as C2SP tlog-tiles fixes it. Throws RangeError when a node is not made of two hashes. */
export const treeHash = (sha256: Sha256): TreeHash => ({
  empty: sha256(new Uint8Array()),
  leaf: (entry) => sha256(joined(0x00, [entry])),
  node: (left, right) => {
    if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a node is made of two hashes');
    return sha256(joined(0x01, [left, right]));
  },
});

/** Leaves `from` up to but without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A perfect subtree: 2^height leaves, the `index`th of its height. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Where RFC 6962 splits a tree of n > 1 leaves: the largest power of two below n. Numbers, since shifts end at 32 bits. */
const splitOf = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

function mustBeSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no size of a tree`);
}

/** The ranges whose hashes prove that leaf `index` is in a tree of `size` leaves, from the leaf upwards (RFC 6962 2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  mustBeSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in ${size}`);
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose hashes prove that a tree of `size` leaves begins with the tree of `old` leaves (RFC 6962 2.1.2). */
export function consistencyRanges(old: number, size: number): readonly Range[] {
  mustBeSize(size);
  mustBeSize(old);
  if (old > size) throw new RangeError(`a tree of ${size} leaves has no past of ${old}`);
  if (old === 0 || old === size) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to !== old) {
    const middle = from + splitOf(to - from);
    if (old <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The old tree itself is known to whoever asks; what is left of it on the right is not.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}

/** The perfect subtrees a range of a tree is made of, from left to right. */
export function subtreesOf({ from, to }: Range): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = from;
  while (at < to) {
    let height = Math.floor(Math.log2(to - at));
    while (at % 2 ** height !== 0) height -= 1;
    subtrees.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return subtrees;
}

/** The hash over a range: its perfect subtrees, joined from the right. `hashOf` knows those. */
export function rangeHash(hash: TreeHash, range: Range, hashOf: (subtree: Subtree) => Uint8Array): Uint8Array {
  const hashes = subtreesOf(range).map(hashOf);
  const last = hashes.pop();
  return last ? hashes.reduceRight((right, left) => hash.node(left, right), last) : hash.empty;
}

/** The hash over 1, 2, 4, 8 … hashes that lie side by side. */
export function perfectRoot(hash: TreeHash, hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2)
      above.push(hash.node(level[i] ?? hash.empty, level[i + 1] ?? new Uint8Array()));
    level = above;
  }
  return level[0] ?? hash.empty;
}
