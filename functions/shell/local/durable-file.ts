import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a directory's entries durable: a rename or link in it survives a crash of the machine. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a directory with its ancestors, durably. */
export async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  for (let at = directory; at.length >= first.length; at = dirname(at)) await syncDirectory(dirname(at));
}

async function writeSynced(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface DurableWrite {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** Where the unfinished file lies; on the same file system as `path`, by default beside it. */
  readonly staging?: string;
  readonly ifAbsent?: boolean;
  readonly mode?: number;
}

/** A system error of this kind (`ENOENT`, …). Told by its code: errors of Node's core may come from another realm. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** A file's text, or null when there is no such file; a file that cannot be read is an error and never an empty one. */
export async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Writes a file whole or not at all: temporary file, fsync, rename (with `ifAbsent`: link, which never replaces), fsync of
 * the directory. The directory must exist.
 */
export async function writeDurably(write: DurableWrite): Promise<'stored' | 'exists'> {
  const { path, bytes, staging = dirname(path), ifAbsent = false, mode = 0o644 } = write;
  const temporary = join(staging, `.${randomUUID()}.tmp`);
  try {
    await writeSynced(temporary, bytes, mode);
    if (ifAbsent) await link(temporary, path);
    else await rename(temporary, path);
    await syncDirectory(dirname(path));
    return 'stored';
  } catch (error) {
    if (ifAbsent && hasCode(error, 'EEXIST')) return 'exists';
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
