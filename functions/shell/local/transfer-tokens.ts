import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readIfPresent, syncDirectory, writeDurably } from './durable-file.ts';

const Upload = z.strictObject({
  kind: z.literal('upload'),
  key: z.string(),
  size: z.int().positive(),
  contentType: z.string(),
  sha256: z.string(),
  expiresAt: z.iso.datetime(),
});
const Download = z.strictObject({ kind: z.literal('download'), key: z.string(), expiresAt: z.iso.datetime() });

/** What a one-use address stands for. */
const Transfer = z.discriminatedUnion('kind', [Upload, Download]);
export type Transfer = z.infer<typeof Transfer>;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const read = async (path: string): Promise<Transfer | null> => {
  const text = await readIfPresent(path);
  return text === null ? null : Transfer.parse(JSON.parse(text));
};

/** Files named by unguessable tokens, one per address that is still open; they survive restarts. */
export function transferTokens(directory: string) {
  const pathOf = (token: string): string => join(directory, `${token}.json`);
  return {
    async issue(transfer: Transfer): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      await writeDurably({ path: pathOf(token), bytes: JSON.stringify(transfer), mode: 0o600 });
      return token;
    },
    find: async (token: string): Promise<Transfer | null> => (TOKEN.test(token) ? read(pathOf(token)) : null),
    async spend(token: string): Promise<void> {
      await rm(pathOf(token), { force: true });
      await syncDirectory(directory);
    },
    async sweep(now: string): Promise<void> {
      for (const name of await readdir(directory)) {
        const path = join(directory, name);
        const transfer = name.endsWith('.json') ? await read(path) : null;
        if (!transfer || transfer.expiresAt < now) await rm(path, { force: true });
      }
    },
  };
}
