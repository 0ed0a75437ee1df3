import { dayInBeijing } from './civil-day.ts';
import { eventName } from './entry.ts';
import type { Logged } from './log-events.ts';
import { sha256Hex } from './tree.ts';

const HASH_BYTES = 32;
const NOTHING = '0'.repeat(2 * HASH_BYTES);

/** Hashes by index in one piece of memory. */
function hashList() {
  let bytes = Buffer.alloc(HASH_BYTES * 1024);
  let length = 0;
  return {
    put(index: number, hex: string): void {
      const end = (index + 1) * HASH_BYTES;
      if (end > bytes.length) bytes = Buffer.concat([bytes], Math.max(end, bytes.length * 2));
      bytes.write(hex, index * HASH_BYTES, 'hex');
      length = Math.max(length, index + 1);
    },
    at: (index: number): string => bytes.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES),
    length: () => length,
  };
}

/** The month in Beijing, eight hours ahead, as the `ym` of a row. */
const monthOfInstant = (ms: number): string => dayInBeijing(ms).slice(0, 7);

/** What the rows of the `ledger` table tell of an entry, as one hash. */
export const ledgerHash = (of: { readonly name: string; readonly sha256: string; readonly prevHash: string }): string =>
  sha256Hex(JSON.stringify([of.name, of.sha256, of.prevHash]));

/** What rows of the lake are compared with, gathered while the log is gone through: 64 bytes and the name of each event. */
export function lakeIndex() {
  const indices = new Map<string, number>();
  const [rows, ledger] = [hashList(), hashList()];
  const months: (string | undefined)[] = [];
  /** Each month once: a string for every event would take more than its hashes. */
  const known = new Map<string, string>();
  const firsts = new Map<string, number>();
  const monthAt = (ms: number): string => {
    const month = monthOfInstant(ms);
    return known.get(month) ?? known.set(month, month).get(month) ?? month;
  };
  return {
    onEvent({ index, event, sha256, rowSha256 }: Logged): void {
      const name = eventName(event);
      const month = monthAt(event.atMs);
      months[index] = month;
      if (!firsts.has(month)) firsts.set(month, index);
      ledger.put(index, ledgerHash({ name, sha256, prevHash: event.prevHash }));
      if (rowSha256 === undefined) return;
      indices.set(name, index);
      rows.put(index, rowSha256);
    },
    /** Index of a sealed event in the log. */
    indexOf: (name: string): number | undefined => indices.get(name),
    rowSha256: rows.at,
    ledgerHash: ledger.at,
    /** Whether the entry of an index could be read. */
    isThere: (index: number): boolean => index >= 0 && index < ledger.length() && ledger.at(index) !== NOTHING,
    /** The month its event was recorded in; undefined where its entry is missing. */
    monthOf: (index: number): string | undefined => months[index],
    /** Where the first event of a later month stands. */
    firstAfter: (ym: string): number | undefined =>
      [...firsts].flatMap(([month, index]) => (month > ym ? [index] : [])).sort((a, b) => a - b)[0],
    names: (): IterableIterator<[string, number]> => indices.entries(),
    size: ledger.length,
  };
}
export type LakeIndex = ReturnType<typeof lakeIndex>;
