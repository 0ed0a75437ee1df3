import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type ImportFault, importFaults } from '../../functions/supervision/import-faults.ts';
import { type ImportTable, importTables } from '../../functions/supervision/imported-row.ts';

export type Format = 'ndjson' | 'csv' | 'parquet';

/** A file of an older system, named after its table: `payments.csv`, `payments-2024.ndjson.gz`. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  readonly table: ImportTable;
  readonly format: Format;
  readonly packed: boolean;
  readonly bytes: number;
}

/** A fault of the file as a whole: nothing more of it is read. */
export const fileFault = (code: ImportFault, line = 0): Error =>
  Object.assign(new Error(importFaults[code].join(' ')), { name: 'FileFault', code, line });
export const isFileFault = (error: unknown): error is Error & { readonly code: ImportFault; readonly line: number } =>
  error instanceof Error && error.name === 'FileFault';

const named = /^([a-z]+)(?:-[A-Za-z0-9._-]{1,80})?\.(ndjson|csv|parquet)(\.gz)?$/;

async function sourceFile(folder: string, name: string): Promise<SourceFile | undefined> {
  const [, first, format, gz] = named.exec(name) ?? [];
  const table = importTables.find((one) => one === first);
  if (!table || (format === 'parquet' && gz)) return undefined;
  const path = join(folder, name);
  const { size } = await stat(path);
  return { name, path, table, format: format as Format, packed: gz !== undefined, bytes: size };
}

/** The files of a folder in order of their names, and the names of those that are none. */
export async function sourceFiles(
  folder: string,
): Promise<{ readonly files: readonly SourceFile[]; readonly others: readonly string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  const read = await Promise.all(names.sort().map(async (name) => [name, await sourceFile(folder, name)] as const));
  return {
    files: read.flatMap(([, file]) => file ?? []),
    others: read.filter(([, file]) => !file).map(([name]) => name),
  };
}

/** Packed bytes come to this many times their size at most, once they are more than what any table's header could be. */
const MOST_TIMES = 200;
const FREE = 64 * 1024 * 1024;

async function* unpacked(path: string, taken: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytesIn = 0;
  let bytesOut = 0;
  const source = createReadStream(path, { highWaterMark: 256 * 1024 });
  const gunzip = createGunzip();
  source.on('data', (chunk) => {
    bytesIn += chunk.length;
    taken(bytesIn);
  });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip) {
      bytesOut += (chunk as Buffer).length;
      if (bytesOut > FREE && bytesOut > bytesIn * MOST_TIMES) throw fileFault('unpacks-too-large');
      yield chunk as Buffer;
    }
  } catch (error) {
    throw isFileFault(error) ? error : fileFault('file-unreadable');
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function* plain(path: string, taken: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytesIn = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    bytesIn += (chunk as Buffer).length;
    taken(bytesIn);
    yield chunk as Buffer;
  }
}

/** The content of a file, unpacked; `taken` hears how much of the file as it lies there was read. Throws a file fault. */
export const contentOf = (file: SourceFile, taken: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> =>
  file.packed ? unpacked(file.path, taken) : plain(file.path, taken);

/** SHA-256 of the file as it lies there. */
export async function hashOfFile(file: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of plain(file.path, () => {})) hash.update(chunk);
  return hash.digest('hex');
}

export type Encoding = 'utf-8' | 'gb18030';

async function isAll(file: SourceFile, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of contentOf(file)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (isFileFault(error)) throw error;
    return false;
  }
}

/** UTF-8, else GB18030 (with it GBK and GB2312) as Windows systems wrote it: the whole file tells. Throws a file fault. */
export async function encodingOf(file: SourceFile): Promise<Encoding> {
  if (await isAll(file, 'utf-8')) return 'utf-8';
  if (file.format === 'csv' && (await isAll(file, 'gb18030'))) return 'gb18030';
  throw fileFault('encoding-unknown');
}
