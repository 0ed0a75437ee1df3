import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { type SignatureType, signatureTypes } from '../../supervision/ledger/signed-note.ts';
import type { Keyring } from '../ports.ts';
import type { Env } from './table.ts';

/** How KMS signs a note with a key of each kind; Ed25519 is not offered in every region, then P-256 stands in. */
const kinds: Readonly<
  Record<string, { readonly type: SignatureType; readonly algorithm: 'ED25519_SHA_512' | 'ECDSA_SHA_256' }>
> = {
  ECC_NIST_EDWARDS25519: { type: signatureTypes.ed25519, algorithm: 'ED25519_SHA_512' },
  ECC_NIST_P256: { type: signatureTypes.ecdsa, algorithm: 'ECDSA_SHA_256' },
};

type NoteKeys = Pick<Keyring, 'noteKey' | 'signNote'>;

/** Ed25519 keys stand in notes as their 32 bytes, ECDSA keys as SPKI (C2SP signed-note). */
const publicBytes = (spki: Uint8Array, type: SignatureType): Uint8Array =>
  type === signatureTypes.ecdsa
    ? spki
    : new Uint8Array(
        Buffer.from(
          createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' }).x ?? '',
          'base64url',
        ),
      );

/**
 * The key that signs notes, in KMS: `SUNLIGHT_NOTE_KEY` names it; it never leaves KMS. One key serves every log, since each has a
 * name of its own that is signed with the text. Throws on a key of another kind.
 */
export function kmsNoteKeys(client: KMSClient, env: Env): NoteKeys {
  let known: Promise<{ readonly publicKey: Uint8Array; readonly kind: (typeof kinds)[string] }> | undefined;
  const keyId = (): string => {
    const id = env['SUNLIGHT_NOTE_KEY'];
    if (!id) throw new Error('缺少环境变量 SUNLIGHT_NOTE_KEY SUNLIGHT_NOTE_KEY is not set');
    return id;
  };
  const load = async () => {
    const { PublicKey, KeySpec } = await client.send(new GetPublicKeyCommand({ KeyId: keyId() }));
    const kind = kinds[KeySpec ?? ''];
    if (!PublicKey || !kind) throw new Error(`notes cannot be signed with a key of kind ${KeySpec}`);
    return { publicKey: publicBytes(PublicKey, kind.type), kind };
  };
  const key = () => {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    noteKey: async () => {
      const { publicKey, kind } = await key();
      return { type: kind.type, publicKey };
    },
    signNote: async (_name, text) => {
      const { kind } = await key();
      const command = new SignCommand({
        KeyId: keyId(),
        Message: text,
        MessageType: 'RAW',
        SigningAlgorithm: kind.algorithm,
      });
      const { Signature } = await client.send(command);
      if (!Signature) throw new Error('KMS returned no signature');
      return Signature;
    },
  };
}
