import canonicalize from 'canonicalize';

/** Whether the keys of every object stand in the order of RFC 8785 (3.2.3: by UTF-16 code units). */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before: string | undefined;
  for (const key in value) {
    if (before !== undefined && key < before) return false;
    if (!isSorted((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

/**
 * RFC 8785 writes numbers and strings as `JSON.stringify` does, so a text that it gives back unchanged, with sorted keys, is its own
 * canonical form: a key twice, -0, 1e2, a blank or another escape would not come back. Two things are left to the slow way: half a
 * surrogate pair, which would come back, and keys that look like numbers, which V8 moves to the front.
 */
const isPlainlyCanonical = (text: string, value: unknown): boolean =>
  !text.includes('\\ud') && JSON.stringify(value) === text && isSorted(value);

/** The value of a text that is exactly its own RFC 8785 form; undefined for any other text. Never throws. */
export function canonicalValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainlyCanonical(text, value) || canonicalize(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
