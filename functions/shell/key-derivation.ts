import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { signatureTypes } from '../supervision/ledger/signed-note.ts';
import type { Keyring } from './ports.ts';

const KEY_BYTES = 32;

const derive = (master: Uint8Array, info: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, 'sunlight', info, KEY_BYTES));

/** What stands before the 32 bytes of an Ed25519 private key in PKCS 8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

const ed25519 = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });

const publicBytes = (key: KeyObject): Uint8Array =>
  new Uint8Array(Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url'));

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
    noteKey: async (name) => ({
      type: signatureTypes.ed25519,
      publicKey: publicBytes(ed25519(await keyFor(`note:${name}`))),
    }),
    signNote: async (name, text) => new Uint8Array(sign(null, text, ed25519(await keyFor(`note:${name}`)))),
  };
}
