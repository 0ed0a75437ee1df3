import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../functions/shell/hash.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import type { ImportTable } from '../../functions/supervision/imported-row.ts';
import type { LakeRow } from '../../schemas/lake.ts';

/** One Parquet file of one month: what is uploaded, and stored under its hash. */
export interface Piece {
  readonly table: ImportTable;
  readonly ym: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly path: string;
}

/** Rows of all months together that are kept in memory. */
const KEPT = 100_000;
export const LARGEST_PIECE = 16 * 1024 * 1024;

/**
 * Cuts the rows of a file into Parquet files by month, each in the order of its table. When too many rows wait, the month with the most
 * goes to disk; the same rows in the same order give the same pieces.
 */
export function pieceWriter(table: ImportTable, folder: string) {
  const waiting = new Map<string, LakeRow[]>();
  const pieces: Piece[] = [];
  let kept = 0;

  async function cut(ym: string, rows: readonly LakeRow[]): Promise<void> {
    const bytes = parquetOf(table, rows);
    if (bytes.length > LARGEST_PIECE && rows.length > 1) {
      const half = Math.ceil(rows.length / 2);
      await cut(ym, rows.slice(0, half));
      return cut(ym, rows.slice(half));
    }
    const hash = sha256(bytes);
    const path = join(folder, `${table}-${ym}-${hash}.parquet`);
    await mkdir(folder, { recursive: true });
    await writeFile(path, bytes);
    pieces.push({ table, ym, rows: rows.length, bytes: bytes.length, sha256: hash, path });
  }

  async function flush(ym: string): Promise<void> {
    const rows = waiting.get(ym) ?? [];
    waiting.delete(ym);
    kept -= rows.length;
    await cut(ym, rows);
  }

  const fullest = (): string =>
    [...waiting].reduce((most, one) => (one[1].length > most[1].length ? one : most), ['', []])[0];

  return {
    add(row: LakeRow): void {
      const ym = String(row['ym']);
      const rows = waiting.get(ym);
      if (rows) rows.push(row);
      else waiting.set(ym, [row]);
      kept += 1;
    },
    async settle(): Promise<void> {
      while (kept > KEPT) await flush(fullest());
    },
    async end(): Promise<readonly Piece[]> {
      for (const ym of [...waiting.keys()].sort()) await flush(ym);
      return pieces;
    },
    /** Nothing of the file is to be loaded. */
    async drop(): Promise<void> {
      waiting.clear();
      kept = 0;
      await Promise.all(pieces.splice(0).map(({ path }) => rm(path, { force: true })));
    },
  };
}
