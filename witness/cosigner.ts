import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { sha256 } from '../verify/tree.ts';

const COSIGNATURE = Buffer.of(4);
/** What stands before the 32 bytes of an Ed25519 private key in PKCS 8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface Cosigner {
  readonly name: string;
  /** The public key as others configure it. */
  readonly verifierKey: string;
  /** A signature line over the text of a checkpoint, saying at which second it was seen (C2SP tlog-cosignature). */
  cosign(text: string, seconds: number): string;
}

const publicBytes = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

/** A cosigner under a name, with the 32 bytes of its key. Throws RangeError on a name that no key may have. */
export function cosigner(name: string, seed: Buffer): Cosigner {
  if (!/^[^\s+]+$/.test(name) || seed.length !== 32) throw new RangeError(`${name} cannot be the name of a key`);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = publicBytes(key);
  const id = sha256(Buffer.from(`${name}\n`, 'utf8'), COSIGNATURE, publicKey).subarray(0, 4);
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${Buffer.concat([COSIGNATURE, publicKey]).toString('base64')}`,
    cosign(text, seconds) {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8'), key);
      return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
    },
  };
}
