import { createPublicKey, verify } from 'node:crypto';
import { keyIdOf, type NoteSignature, signatureTypes } from '../../supervision/ledger/signed-note.ts';
import { sha256Bytes, utf8 } from './node-hash.ts';

/** Whether a signature line over the text of a checkpoint is of a witness that is known, and holds. */
export type KnowsWitness = (text: string, signature: NoteSignature) => boolean;

const SECONDS = 8;
const SIGNATURE = 64;

/** The key of a witness from its one line (`name+id+base64`, C2SP signed-note). Throws RangeError on another line, and on a key of another kind. */
function witnessKey(vkey: string) {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey) ?? [];
  const [type, ...bytes] = Buffer.from(encoded, 'base64');
  const publicKey = Uint8Array.from(bytes);
  const keyId = keyIdOf(sha256Bytes, { name, type: signatureTypes.cosignature, publicKey });
  if (type !== signatureTypes.cosignature || publicKey.length !== 32 || keyId !== Number.parseInt(id, 16))
    throw new RangeError(`不是见证人公钥 This is no key of a witness: ${vkey}`);
  const x = Buffer.from(publicKey).toString('base64url');
  return { name, keyId, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

/**
 * Knows witnesses by their public keys, separated by commas (`SUNLIGHT_WITNESS_KEYS`): only what they signed is a cosignature (C2SP
 * tlog-cosignature). Undefined where the setting is empty: then lines are kept as they come, and whoever verifies says whom he trusts.
 */
export function knownWitnesses(vkeys: string | undefined): KnowsWitness | undefined {
  const keys = (vkeys ?? '')
    .split(',')
    .filter((vkey) => vkey !== '')
    .map(witnessKey);
  if (keys.length === 0) return undefined;
  return (text, { name, keyId, signature }) => {
    const found = keys.find((one) => one.name === name && one.keyId === keyId);
    if (!found || signature.length !== SECONDS + SIGNATURE) return false;
    const time = Buffer.from(signature).readBigUInt64BE(0);
    return verify(null, utf8(`cosignature/v1\ntime ${time}\n${text}`), found.key, signature.subarray(SECONDS));
  };
}
