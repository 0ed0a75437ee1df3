import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A county's log as a folder of files: a copy of `ledger/<county>/`. */
export interface LogFiles {
  /** Names below the folder, with `/`, sorted. */
  readonly names: readonly string[];
  /** The bytes of a file, null when there is none. At once: a log has many files, and nothing else is to be done meanwhile. */
  read(name: string): Buffer | null;
}

/** Reads a folder. */
export async function logFiles(folder: string): Promise<LogFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .sort();
  const known = new Set(names);
  return { names, read: (name) => (known.has(name) ? readFileSync(join(folder, name)) : null) };
}

/** An index in path elements of three digits, all but the last marked (C2SP tlog-tiles). */
function elements(index: number): string {
  const rest = Math.floor(index / 1000);
  const last = String(index % 1000).padStart(3, '0');
  return rest === 0 ? last : `${elements(rest).replace(/(^|\/)(\d{3})$/, '$1x$2')}/${last}`;
}

const suffix = (width: number): string => (width === 256 ? '' : `.p/${width}`);
export const tileName = (level: number | 'entries', index: number, width: number): string =>
  `tile/${level}/${elements(index)}${suffix(width)}`;

/** Level, index and width that a name of a tile tells; undefined for other names. */
export function tileOf(
  name: string,
): { readonly level: number | 'entries'; readonly index: number; readonly width: number } | undefined {
  const [, level = '', path = '', width] =
    /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(name) ?? [];
  if (!level) return undefined;
  const index = Number(path.replaceAll(/[x/]/g, ''));
  return {
    level: level === 'entries' ? level : Number(level),
    index,
    width: width === undefined ? 256 : Number(width),
  };
}
