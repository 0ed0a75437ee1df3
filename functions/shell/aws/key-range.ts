/** A range over a sort key, in the words of the ports. */
export interface KeyRange {
  readonly from?: string;
  readonly upTo?: string;
  readonly prefix?: string;
}

/** A range in the words of a Query; `empty` when nothing can lie in it (DynamoDB refuses such a question). */
export type KeyCondition =
  | { readonly gte: string }
  | { readonly lte: string }
  | { readonly between: [string, string] }
  | 'all'
  | 'empty';

/** Sorts after every text that begins with what stands before it: the largest code point in UTF-8 order. */
const AFTER_ALL = '\u{10FFFF}';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const highest = (values: readonly string[]) => [...values].sort(byBytes).at(-1);
const lowest = (values: readonly string[]) => [...values].sort(byBytes).at(0);

/** All bounds at once: DynamoDB takes one condition on a sort key. `upTo` includes every key that begins with it. */
export function keyCondition({ from, upTo, prefix }: KeyRange): KeyCondition {
  const low = highest([from, prefix].filter((value) => value !== undefined && value !== '') as string[]);
  const ceilings = [upTo, prefix || undefined].filter((value) => value !== undefined);
  const high = lowest(ceilings.map((value) => value + AFTER_ALL));
  if (low === undefined) return high === undefined ? 'all' : { lte: high };
  if (high === undefined) return { gte: low };
  return byBytes(low, high) > 0 ? 'empty' : { between: [low, high] };
}
