import { DecryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { derivedKeyring } from '../key-derivation.ts';
import type { Keyring } from '../ports.ts';
import { kmsNoteKeys } from './kms-note-keys.ts';
import type { Env } from './table.ts';

/** What the master key was encrypted for: KMS gives it out for this and nothing else. */
export const MASTER_KEY_CONTEXT = { purpose: 'sunlight-master-key' };

/** The keyring on AWS: `SUNLIGHT_WRAPPED_KEY` (base64) is unwrapped by one KMS Decrypt per cold start. */
export const kmsKeyring = (client: KMSClient, env: Env): Keyring => ({
  ...derivedKeyring(async () => {
    const wrapped = env['SUNLIGHT_WRAPPED_KEY'];
    if (!wrapped) throw new Error('缺少环境变量 SUNLIGHT_WRAPPED_KEY SUNLIGHT_WRAPPED_KEY is not set');
    const answer = await client.send(
      new DecryptCommand({ CiphertextBlob: Buffer.from(wrapped, 'base64'), EncryptionContext: MASTER_KEY_CONTEXT }),
    );
    if (!answer.Plaintext) throw new Error('KMS returned no key');
    return answer.Plaintext;
  }),
  // Whoever may open personal data may not sign for the log: its key is another one and stays in KMS.
  ...kmsNoteKeys(client, env),
});
