import type { TreeHash } from './merkle.ts';

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/** Whether a proof leads from a leaf's hash to the root of a tree of `size` leaves (RFC 9162 2.1.3.2). Never throws on a bad proof. */
export function provesInclusion(
  hash: TreeHash,
  of: {
    readonly index: number;
    readonly size: number;
    readonly leaf: Uint8Array;
    readonly root: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
): boolean {
  const { index, size, leaf, root, proof } = of;
  if (index < 0 || index >= size || leaf.length !== 32 || proof.some(({ length }) => length !== 32)) return false;
  let [node, last, seen] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      seen = hash.node(sibling, seen);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else seen = hash.node(seen, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(seen, root);
}

/**
 * Whether a proof shows that the tree of `size` leaves begins with the tree of `old` leaves (RFC 9162 2.1.4.2). The empty tree
 * is the beginning of every tree, and then the proof is empty too. Never throws on a bad proof.
 */
export function provesConsistency(
  hash: TreeHash,
  of: {
    readonly old: number;
    readonly oldRoot: Uint8Array;
    readonly size: number;
    readonly root: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
): boolean {
  const { old, oldRoot, size, root, proof } = of;
  if (old < 0 || old > size || proof.some(({ length }) => length !== 32)) return false;
  if (old === size) return proof.length === 0 && same(oldRoot, root);
  if (old === 0) return proof.length === 0 && same(oldRoot, hash.empty);
  const isPerfect = Number.isInteger(Math.log2(old)) && 2 ** Math.log2(old) === old;
  const path = isPerfect ? [oldRoot, ...proof] : [...proof];
  if (proof.length === 0) return false;
  let [node, last] = [old - 1, size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  const [first, ...rest] = path;
  if (!first) return false;
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      before = hash.node(sibling, before);
      after = hash.node(sibling, after);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else after = hash.node(after, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(before, oldRoot) && same(after, root);
}
