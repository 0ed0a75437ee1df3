import { hash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A key seen again: its file by number, and the row's place. */
export interface RepeatedKey {
  readonly file: number;
  readonly place: number;
}

const PARTS = 64;
/** Digest of the key, number of the file, place of the row. */
const RECORD = 16 + 2 + 6;
/** Records kept in memory over all parts before they go to disk: 24 MB. */
const KEPT = 1_000_000;

interface Part {
  records: Buffer;
  used: number;
  spilled: boolean;
}

/** Where the next record of a part goes; it grows by doubling. */
function placeIn(part: Part): number {
  if (part.used + RECORD > part.records.length) {
    const larger = Buffer.allocUnsafe(part.records.length * 2);
    part.records.copy(larger, 0, 0, part.used);
    part.records = larger;
  }
  part.used += RECORD;
  return part.used - RECORD;
}

const keptIn = ({ records, used }: Part): Buffer => records.subarray(0, used);

/** Of equal digests all but the first in order of file and row. */
function repeatedIn(records: Buffer): readonly RepeatedKey[] {
  const all = Array.from({ length: records.length / RECORD }, (_, i) => records.subarray(i * RECORD, (i + 1) * RECORD));
  all.sort(Buffer.compare);
  return all.flatMap((record, i) => {
    const before = all[i - 1];
    return before && record.compare(before, 0, 16, 0, 16) === 0
      ? [{ file: record.readUInt16BE(16), place: record.readUIntBE(18, 6) }]
      : [];
  });
}

/**
 * Remembers the keys of many million rows in little memory: sixteen bytes of each key's hash, in parts that go to disk. Keys of all files
 * of a table come into one register.
 */
export function keyRegister(folder: string, most = KEPT) {
  const parts: readonly Part[] = Array.from({ length: PARTS }, () => ({
    records: Buffer.allocUnsafe(RECORD * 16),
    used: 0,
    spilled: false,
  }));
  let kept = 0;
  const pathOf = (n: number): string => join(folder, `keys-${n}`);
  const spill = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    for (const [n, part] of parts.entries()) {
      if (part.used > 0) await appendFile(pathOf(n), keptIn(part));
      part.spilled ||= part.used > 0;
      part.used = 0;
    }
    kept = 0;
  };
  return {
    add(key: string, { file, place }: RepeatedKey): void {
      const digest = hash('sha256', key, 'binary');
      const part = parts[digest.charCodeAt(0) % PARTS] as Part;
      const at = placeIn(part);
      part.records.write(digest, at, 16, 'binary');
      part.records.writeUInt16BE(file, at + 16);
      part.records.writeUIntBE(place, at + 18, 6);
      kept += 1;
    },
    /** To be awaited now and then: keeps memory bounded. */
    async settle(): Promise<void> {
      if (kept > most) await spill();
    },
    /** Rows whose key an earlier row has, in no order. The register is empty afterwards. */
    async repeated(): Promise<readonly RepeatedKey[]> {
      const found: RepeatedKey[] = [];
      for (const [n, part] of parts.entries()) {
        const spilled = part.spilled ? await readFile(pathOf(n)) : Buffer.alloc(0);
        found.push(...repeatedIn(Buffer.concat([spilled, keptIn(part)])));
        part.used = 0;
      }
      await rm(folder, { recursive: true, force: true });
      return found;
    },
  };
}
export type KeyRegister = ReturnType<typeof keyRegister>;
