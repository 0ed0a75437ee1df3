import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import { kmsKeyring } from '../../functions/shell/aws/kms-keyring.ts';
import { signedCheckpoint } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { checkpointText } from '../../functions/supervision/ledger/checkpoint.ts';
import { verifierKey } from '../../functions/supervision/ledger/signed-note.ts';
import { openCheckpoint, trustedKey } from '../../verify/note.ts';
import { COUNTY, keyring, sealing } from './ledger-for-tests.ts';
import { sha256 } from './tree-hash.ts';

const config = { region: 'cn-northwest-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const NAME = `sunlight/ledger/${COUNTY}`;
const tree = { size: 3, root: new Uint8Array(32).fill(5) };

interface Asked {
  readonly Message?: Uint8Array;
  readonly SigningAlgorithm?: string;
}
interface Stack {
  readonly middlewareStack: { add(middleware: never, options: { step: 'initialize'; name: string }): void };
}

/** Answers in place of KMS with a real key of a kind, and keeps what was asked. */
function kmsWith(keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }, KeySpec: string) {
  const client = new KMSClient(config);
  const asked: Asked[] = [];
  const answer = (input: Asked, command: string) => {
    asked.push(input);
    if (command === 'GetPublicKeyCommand')
      return { KeySpec, PublicKey: keys.publicKey.export({ format: 'der', type: 'spki' }) };
    const algorithm = KeySpec === 'ECC_NIST_P256' ? 'sha256' : null;
    return { Signature: new Uint8Array(sign(algorithm, input.Message ?? new Uint8Array(), keys.privateKey)) };
  };
  const middleware = (_next: unknown, context: { commandName: string }) => async (args: { input: Asked }) => ({
    output: { $metadata: {}, ...answer(args.input, context.commandName) },
    response: {},
  });
  (client as unknown as Stack).middlewareStack.add(middleware as never, { step: 'initialize', name: 'answering' });
  return { client, asked };
}

describe('The key of a log in KMS', () => {
  it.each([
    ['Ed25519, where the region has it', generateKeyPairSync('ed25519'), 'ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
    [
      'ECDSA P-256, where it does not',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      'ECC_NIST_P256',
      'ECDSA_SHA_256',
    ],
  ])('signs notes that the verifier opens: %s', async (_name, keys, spec, algorithm) => {
    const { client, asked } = kmsWith(keys, spec);
    const kms = kmsKeyring(client, { SUNLIGHT_NOTE_KEY: 'arn:key', SUNLIGHT_WRAPPED_KEY: 'AQID' });
    const vkey = verifierKey(sha256, { name: NAME, ...(await kms.noteKey(NAME)) });
    const { ports, remove } = await sealing({} as never);
    const note = await signedCheckpoint({ ...ports, keyring: kms }, COUNTY, tree);
    const opened = openCheckpoint(note, 'checkpoint', { keys: [trustedKey(vkey)], witnesses: [] });
    expect(opened.findings).toEqual([]);
    expect(opened.head).toMatchObject({ origin: NAME, size: 3 });
    // What is there already is not signed again: ECDSA never gives the same signature twice.
    expect(await signedCheckpoint({ ...ports, keyring: kms }, COUNTY, tree)).toBe(note);
    expect(asked.flatMap(({ SigningAlgorithm }) => SigningAlgorithm ?? [])).toEqual([algorithm]);
    await remove();
  });

  it('signs no second tree of a size', async () => {
    const { ports, remove } = await sealing({} as never);
    await signedCheckpoint(ports, COUNTY, tree);
    const other = { ...tree, root: new Uint8Array(32).fill(6) };
    await expect(signedCheckpoint(ports, COUNTY, other)).rejects.toThrow('is of another tree');
    await remove();
  });

  it('says what is not set, and takes no key of another kind', async () => {
    const { client } = kmsWith(generateKeyPairSync('ed25519'), 'RSA_2048');
    await expect(kmsKeyring(client, {}).noteKey(NAME)).rejects.toThrow('SUNLIGHT_NOTE_KEY');
    await expect(kmsKeyring(client, { SUNLIGHT_NOTE_KEY: 'k' }).noteKey(NAME)).rejects.toThrow('RSA_2048');
  });

  it('is another one for each county on the local host', async () => {
    const keys = await Promise.all([NAME, 'sunlight/ledger/640104'].map((name) => keyring.noteKey(name)));
    expect(keys[0]?.publicKey).not.toEqual(keys[1]?.publicKey);
    expect(checkpointText({ origin: NAME, ...tree })).toContain(NAME);
  });
});
