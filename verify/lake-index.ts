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

/** What the rows of the `ledger` table tell of an entry, as one hash. */
export const ledgerHash = (of: { readonly name: string; readonly sha256: string; readonly prevHash: string }): string =>
  sha256Hex(JSON.stringify([of.name, of.sha256, of.prevHash]));

/** What rows of the lake are compared with, gathered while the log is gone through: 64 bytes and the name of each event. */
export function lakeIndex() {
  const indices = new Map<string, number>();
  const [rows, ledger] = [hashList(), hashList()];
  return {
    onEvent({ index, event, sha256, rowSha256 }: Logged): void {
      const name = eventName(event);
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
    isThere: (index: number): boolean => index < ledger.length() && ledger.at(index) !== NOTHING,
    names: (): IterableIterator<[string, number]> => indices.entries(),
    size: ledger.length,
  };
}
export type LakeIndex = ReturnType<typeof lakeIndex>;
