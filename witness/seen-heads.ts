import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256Hex } from '../verify/tree.ts';

/** The newest head of a log that this witness has signed. */
const SeenHead = z.strictObject({ origin: z.string(), size: z.int().min(0), root: z.string(), note: z.string() });
export type SeenHead = z.infer<typeof SeenHead>;

export interface SeenHeads {
  last(origin: string): Promise<SeenHead | undefined>;
  /** On disk when it returns: what was signed is never forgotten. */
  keep(head: SeenHead): Promise<void>;
}

/** A system error of this kind (`ENOENT`, …), told by its code. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

async function synced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Heads as one file a log. A file that cannot be read is an error and never an empty past: that would let a log begin anew. */
export async function seenHeads(folder: string): Promise<SeenHeads> {
  await mkdir(folder, { recursive: true });
  const pathOf = (origin: string): string => join(folder, `${sha256Hex(origin)}.json`);
  return {
    async last(origin) {
      try {
        return SeenHead.parse(JSON.parse(await readFile(pathOf(origin), 'utf8')));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    async keep(head) {
      const temporary = join(folder, `.${randomUUID()}.tmp`);
      await synced(temporary, JSON.stringify(head));
      await rename(temporary, pathOf(head.origin));
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
    },
  };
}
