import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from '@jest/globals';
import { kmsKeyring, MASTER_KEY_CONTEXT } from '../../functions/shell/aws/kms-keyring.ts';
import { objectLock } from '../../functions/shell/aws/object-lock.ts';
import { s3Client, s3ObjectStore } from '../../functions/shell/aws/s3-object-store.ts';
import { snsNotifier } from '../../functions/shell/aws/sns-notifier.ts';
import { systemClock } from '../../functions/shell/aws/system-clock.ts';

const config = { region: 'cn-northwest-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const clock = { now: () => '2026-10-09T01:00:00.000Z' };

type Input = Record<string, unknown>;
interface Stack {
  readonly middlewareStack: { add(middleware: never, options: { step: 'initialize'; name: string }): void };
}
/** Answers every command in place of AWS and keeps what was asked. */
function answering(client: Stack, answer: (input: Input, command: string) => Input): Input[] {
  const asked: Input[] = [];
  const middleware = (_next: unknown, context: { commandName: string }) => async (args: { input: Input }) => {
    asked.push(args.input);
    return { output: { $metadata: {}, ...answer(args.input, context.commandName) }, response: {} };
  };
  client.middlewareStack.add(middleware as never, { step: 'initialize', name: 'answering' });
  return asked;
}
const named = (name: string) => Object.assign(new Error(name), { name });

describe('the object store on S3', () => {
  it('signs an upload address for exactly one length, kind and hash, and never over an object', async () => {
    const store = s3ObjectStore({ client: s3Client(config), bucket: 'sunlight-files', clock });
    const { url, headers, method } = await store.uploadAddress({
      key: 'attachments/649900/1',
      size: 3,
      contentType: 'application/pdf',
      sha256: '00'.repeat(32),
      expiresAt: '2026-10-09T01:10:00.000Z',
    });
    const query = new URL(url).searchParams;
    expect(new URL(url).host).toBe('sunlight-files.s3.cn-northwest-1.amazonaws.com.cn');
    expect(query.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
      'content-length',
      'content-type',
      'host',
      'if-none-match',
      'x-amz-checksum-sha256',
    ]);
    expect(query.get('X-Amz-Expires')).toBe('600');
    expect(query.get('X-Amz-Date')).toBe('20261009T010000Z');
    expect([...query.keys()].filter((key) => /checksum|crc/i.test(key))).toEqual([]);
    expect(method).toBe('PUT');
    expect(headers).toEqual({
      'content-length': '3',
      'content-type': 'application/pdf',
      'if-none-match': '*',
      'x-amz-checksum-sha256': `${'A'.repeat(43)}=`,
    });
  });

  it('puts and has put what is evidence with its lock, under the signature of the address', async () => {
    const lock = objectLock({ SUNLIGHT_LOCK_MODE: 'COMPLIANCE', SUNLIGHT_LOCK_YEARS: '10' });
    const client = s3Client(config);
    const sent = answering(client, () => ({}));
    const store = s3ObjectStore({ client, bucket: 'b', clock, lock });
    await store.put('ledger/649900/checkpoints/1', new Uint8Array([1]), { ifAbsent: true });
    await store.put('query-results/1', new Uint8Array([1]));
    const until = new Date('2036-10-10T01:00:00.000Z');
    expect(sent.map((input) => [input['ObjectLockMode'], input['ObjectLockRetainUntilDate']])).toEqual([
      ['COMPLIANCE', until],
      [undefined, undefined],
    ]);
    const { url, headers } = await s3ObjectStore({ client: s3Client(config), bucket: 'b', clock, lock }).uploadAddress({
      key: 'attachments/649900/1',
      size: 3,
      contentType: 'application/pdf',
      sha256: '00'.repeat(32),
      expiresAt: '2026-10-09T01:10:00.000Z',
    });
    expect(headers).toMatchObject({
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': until.toISOString(),
    });
    const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders');
    for (const header of Object.keys(headers)) expect(signed?.split(';')).toContain(header);
  });

  it('asks S3 for the first bytes only', async () => {
    const client = s3Client(config);
    const asked = answering(client, () => ({ Body: { transformToByteArray: async () => Uint8Array.from([1, 2]) } }));
    const store = s3ObjectStore({ client, bucket: 'b', clock });
    expect(await store.beginning('attachments/1', 8)).toEqual(Uint8Array.from([1, 2]));
    expect(asked).toEqual([{ Bucket: 'b', Key: 'attachments/1', Range: 'bytes=0-7' }]);
  });

  it('never signs for longer than 15 minutes', async () => {
    const store = s3ObjectStore({ client: s3Client(config), bucket: 'sunlight-files', clock });
    const url = await store.downloadAddress({ key: 'a', expiresAt: '2026-10-10T00:00:00.000Z' });
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
  });

  it('answers exists when the object is there, and tries again when two writers met', async () => {
    const client = s3Client(config);
    const store = s3ObjectStore({ client, bucket: 'b', clock });
    const errors = [named('ConditionalRequestConflict'), named('PreconditionFailed'), named('AccessDenied')];
    const asked = answering(client, () => {
      const error = errors.shift();
      if (error) throw error;
      return {};
    });
    const bytes = new Uint8Array([1]);
    expect(await store.put('k', bytes, { ifAbsent: true })).toBe('exists');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ Bucket: 'b', Key: 'k', IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' });
    await expect(store.put('k', bytes)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await store.put('k', bytes)).toBe('stored');
    expect(asked.at(-1)).not.toHaveProperty('IfNoneMatch');
  });

  it('tells the hash S3 keeps, counts it where S3 has none, and null for an absent object', async () => {
    const client = s3Client(config);
    const store = s3ObjectStore({ client, bucket: 'b', clock });
    answering(client, ({ Key }, command) => {
      if (Key === 'absent') throw named('NotFound');
      if (command === 'GetObjectCommand') return { Body: { transformToByteArray: async () => Buffer.from('abc') } };
      return Key === 'kept' ? { ChecksumSHA256: `${'A'.repeat(43)}=`, ChecksumType: 'FULL_OBJECT' } : {};
    });
    expect(await store.sha256('kept')).toBe('00'.repeat(32));
    expect(await store.sha256('foreign')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await store.sha256('absent')).toBeNull();
  });

  it('answers null for an absent object and lists through all pages', async () => {
    const client = s3Client(config);
    const store = s3ObjectStore({ client, bucket: 'b', clock });
    answering(client, (input, command) => {
      if (command === 'GetObjectCommand') throw named('NoSuchKey');
      return input['ContinuationToken'] === 'next'
        ? { Contents: [{ Key: 'p/3' }] }
        : { Contents: [{ Key: 'p/1' }, { Key: 'p/2' }], NextContinuationToken: 'next' };
    });
    expect(await store.get('k')).toBeNull();
    expect(await store.list('p/')).toEqual(['p/1', 'p/2', 'p/3']);
  });
});

describe('the keyring on KMS', () => {
  it('unwraps the master key once, for its purpose, and derives the rest', async () => {
    const client = new KMSClient(config);
    const asked = answering(client, () => ({ Plaintext: new Uint8Array(32).fill(7) }));
    const keyring = kmsKeyring(client, { SUNLIGHT_WRAPPED_KEY: 'AQID' });
    const keys = await Promise.all([
      keyring.countyKey('649900'),
      keyring.countyKey('640104'),
      keyring.hmac('person', 'x'),
    ]);
    expect(new Set(keys.map(String)).size).toBe(3);
    expect(asked).toEqual([
      new DecryptCommand({ CiphertextBlob: Buffer.from([1, 2, 3]), EncryptionContext: MASTER_KEY_CONTEXT }).input,
    ]);
  });

  it('does not remember a failure', async () => {
    const client = new KMSClient(config);
    const errors = [named('ThrottlingException')];
    answering(client, () => {
      const error = errors.shift();
      if (error) throw error;
      return { Plaintext: new Uint8Array(32) };
    });
    const keyring = kmsKeyring(client, { SUNLIGHT_WRAPPED_KEY: 'AQID' });
    await expect(keyring.countyKey('649900')).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(await keyring.countyKey('649900')).toHaveLength(32);
    await expect(kmsKeyring(client, {}).countyKey('649900')).rejects.toThrow('SUNLIGHT_WRAPPED_KEY');
  });
});

describe('the notifier on SNS and the clock', () => {
  it('publishes to the topic of the county', async () => {
    const client = new SNSClient(config);
    const asked = answering(client, () => ({ MessageId: 'm' }));
    const notification = {
      id: 'n1',
      countyCode: '649900',
      recipients: ['p-1'],
      subject: '逾期',
      text: '案件逾期',
      at: clock.now(),
    };
    await snsNotifier(client, (county) => `arn:aws-cn:sns:cn-northwest-1:111122223333:county-${county}`).send(
      notification,
    );
    expect(asked[0]).toMatchObject({ TopicArn: expect.stringMatching(/county-649900$/) });
    expect(JSON.parse(String(asked[0]?.['Message']))).toEqual(notification);
  });

  it('tells the time with milliseconds', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
