import { createHmac, hkdfSync } from 'node:crypto';
import type { Keyring } from './ports.ts';

const KEY_BYTES = 32;

const derive = (master: Uint8Array, info: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, 'sunlight', info, KEY_BYTES));

/**
 * The keyring over one master key, the same on both hosts: HKDF-SHA256 gives each county and each purpose a key of its own.
 * `master` is asked for once and kept; a failure is not kept. Errors: what `master` throws, and a master key of wrong length.
 */
export function derivedKeyring(master: () => Promise<Uint8Array>): Keyring {
  const keys = new Map<string, Uint8Array>();
  let unwrapped: Promise<Uint8Array> | undefined;
  const load = async (): Promise<Uint8Array> => {
    const key = await master();
    if (key.length !== KEY_BYTES) throw new Error('主密钥须为 32 字节 The master key must have 32 bytes');
    return key;
  };
  const keyFor = async (info: string): Promise<Uint8Array> => {
    const known = keys.get(info);
    if (known) return known;
    unwrapped ??= load().catch((error: unknown) => {
      unwrapped = undefined;
      throw error;
    });
    const key = derive(await unwrapped, info);
    keys.set(info, key);
    return key;
  };
  return {
    countyKey: (countyCode) => keyFor(`county:${countyCode}`),
    hmac: async (purpose, value) =>
      createHmac('sha256', await keyFor(`hmac:${purpose}`))
        .update(value, 'utf8')
        .digest('hex'),
  };
}
