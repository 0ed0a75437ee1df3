import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { type LakeRow, type LakeTableName, type LakeValue, rawColumns } from '../schemas/lake.ts';
import { type Finding, tampered } from './verdict.ts';

/** Beside none and SNAPPY, which the reader knows: whoever writes a file anew may choose. */
const compressors = {
  ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes),
  GZIP: (bytes: Uint8Array): Uint8Array => gunzipSync(bytes),
  BROTLI: (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes),
};

export interface PlacedRow {
  readonly row: LakeRow;
  readonly place: string;
}

/** A value as the lake declares it, whatever way the file laid it down. */
function plain(value: unknown): LakeValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value as LakeValue;
}

const textColumns = (table: LakeTableName): ReadonlySet<string> =>
  new Set(rawColumns(table).flatMap(({ name, type }) => (type === 'string' ? [name] : [])));

/** History of an older system is of no events of its own: `imports.ts` checks it. */
const isLive = (path: readonly string[], table: LakeTableName): boolean =>
  path.includes(table) && !path.includes('imports');

async function filesOf(folder: string, table: LakeTableName): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.parquet'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isLive(path.slice(folder.length).split(/[\\/]/), table))
    .sort();
}

/**
 * Gives each row of a table, file by file, whatever zones and folders they lie in; only one file is in memory at a time. Answers which
 * files could not be read.
 */
export async function eachRow(
  folder: string,
  table: LakeTableName,
  visit: { file(name: string): void; row(placed: PlacedRow): void },
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const texts = textColumns(table);
  const declared = (key: string, value: unknown): LakeValue =>
    value instanceof Uint8Array && texts.has(key) ? Buffer.from(value).toString('utf8') : plain(value);
  for (const path of await filesOf(folder, table)) {
    const name = path.slice(folder.length).replace(/^\/+/, '');
    visit.file(name);
    try {
      const file = new Uint8Array(await readFile(path)).buffer;
      for (const [i, row] of (await parquetReadObjects({ file, compressors, utf8: false })).entries())
        visit.row({
          place: `${name} row ${i}`,
          row: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, declared(key, value)])),
        });
    } catch (error) {
      findings.push(tampered(name, '文件无法读取', `cannot be read: ${String(error)}`));
    }
  }
  return findings;
}
