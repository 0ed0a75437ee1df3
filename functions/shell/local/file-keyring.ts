import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { derivedKeyring } from '../key-derivation.ts';
import type { Keyring } from '../ports.ts';
import { makeDirectory, readIfPresent, writeDurably } from './durable-file.ts';

async function masterOf(path: string): Promise<Uint8Array> {
  await makeDirectory(dirname(path));
  if ((await readIfPresent(path)) === null) {
    await writeDurably({ path, bytes: `${randomBytes(32).toString('hex')}\n`, ifAbsent: true, mode: 0o600 });
  }
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Error(
      `密钥文件 ${path} 可被他人读取，请执行 chmod 600。\nOthers can read the key file ${path}: chmod 600 it.`,
    );
  }
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`密钥文件 ${path} 已损坏。\nThe key file ${path} is damaged.`);
  return Buffer.from(text, 'hex');
}

/** The local keyring: one key file, created on first use with mode 0600. Losing it loses the personal data. */
export const fileKeyring = (path: string): Keyring => derivedKeyring(() => masterOf(path));
