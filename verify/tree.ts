import { hash } from 'node:crypto';

/** SHA-256 as bytes. */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** SHA-256 as lower-case hexadecimal text. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex');

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** RFC 6962 2.1. Written anew for the verifier: it shares no code with the system it checks. */
export const leafHash = (entry: Uint8Array): Buffer => hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');

/** Where a tree of n leaves is parted: the largest power of two below n. */
function parting(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * The root that a proof leads to from a leaf, by the recursive definition of RFC 6962 2.1.1; undefined when the proof has not exactly
 * the hashes that the place of the leaf asks for.
 */
export function rootFromInclusion(
  of: { readonly index: number; readonly size: number },
  leaf: Buffer,
  proof: readonly Buffer[],
): Buffer | undefined {
  const { index, size } = of;
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  const k = parting(size);
  const [rest, top] = [proof.slice(0, -1), proof.at(-1)];
  if (!top) return undefined;
  if (index < k) {
    const left = rootFromInclusion({ index, size: k }, leaf, rest);
    return left && nodeHash(left, top);
  }
  const right = rootFromInclusion({ index: index - k, size: size - k }, leaf, rest);
  return right && nodeHash(top, right);
}

interface Both {
  readonly old: Buffer;
  readonly now: Buffer;
}

/** SUBPROOF of RFC 6962 2.1.2 read backwards: what a proof makes of the old tree and of the new one. `isOld`: the old root is known. */
function subproof(
  of: { readonly old: number; readonly size: number; readonly isOld: boolean },
  oldRoot: Buffer,
  proof: readonly Buffer[],
): Both | undefined {
  const { old, size, isOld } = of;
  const [rest, top] = [proof.slice(0, -1), proof.at(-1)];
  if (old === size) {
    if (isOld) return proof.length === 0 ? { old: oldRoot, now: oldRoot } : undefined;
    return proof.length === 1 && top ? { old: top, now: top } : undefined;
  }
  if (!top) return undefined;
  const k = parting(size);
  if (old <= k) {
    const left = subproof({ old, size: k, isOld }, oldRoot, rest);
    return left && { old: left.old, now: nodeHash(left.now, top) };
  }
  const right = subproof({ old: old - k, size: size - k, isOld: false }, oldRoot, rest);
  return right && { old: nodeHash(top, right.old), now: nodeHash(top, right.now) };
}

/** Whether a tree of `size` leaves begins with the tree of `old` leaves. The empty tree is the beginning of all, without a proof. */
export function isConsistent(
  from: { readonly size: number; readonly root: Buffer },
  to: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (from.size === 0) return proof.length === 0 && (to.size > 0 || to.root.equals(sha256()));
  if (from.size > to.size) return false;
  const both = subproof({ old: from.size, size: to.size, isOld: true }, from.root, proof);
  return both?.old.equals(from.root) === true && both.now.equals(to.root);
}
