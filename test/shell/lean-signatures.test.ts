import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import {
  getSignedUrl,
  GetObjectCommand as LeanGet,
  PutObjectCommand as LeanPut,
  S3Client as LeanS3,
} from '../../functions/shell/aws/lean/s3.ts';
import { type Outgoing, signedHeaders } from '../../functions/shell/aws/lean/sign.ts';
import { s3Client, s3ObjectStore } from '../../functions/shell/aws/s3-object-store.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG', sessionToken: 'token/+=' };
const region = 'cn-northwest-1';

interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}
interface Client {
  send(command: never): Promise<unknown>;
}

/** The signed request that the SDK would send; nothing leaves the process. */
async function sdkRequest(make: (config: object) => Client, command: object): Promise<SdkRequest> {
  let seen: SdkRequest | undefined;
  const handle = async (request: SdkRequest): Promise<never> => {
    seen = request;
    throw new Error('seen');
  };
  const client = make({ region, credentials, maxAttempts: 1, requestHandler: { handle } });
  await expect(client.send(command as never)).rejects.toThrow('seen');
  if (!seen) throw new Error('the SDK sent nothing');
  return seen;
}

/** Signs the SDK's own request again, at its time and over the headers that it signed. */
function signedAgain(request: SdkRequest, service: string): string | undefined {
  const names = /SignedHeaders=([^,]+)/.exec(request.headers['authorization'] ?? '')?.[1]?.split(';') ?? [];
  const own = ['host', 'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token'];
  const headers = Object.entries(request.headers).filter(([name]) => names.includes(name) && !own.includes(name));
  const outgoing: Outgoing = {
    method: request.method,
    host: request.hostname,
    path: decodeURIComponent(request.path),
    query: request.query,
    headers: Object.fromEntries(headers),
    body: request.body ?? '',
  };
  const stamp = request.headers['x-amz-date'] ?? '';
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return signedHeaders(outgoing, { credentials, service, region, at })['authorization'];
}

describe('the signature of a request', () => {
  const Key = "lake/raw/events/中文 (1)+a!b'c*.parquet";
  const Bucket = 'sunlight-files';
  const commands = [
    new GetObjectCommand({ Bucket, Key }),
    new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }),
    new ListObjectsV2Command({ Bucket, Prefix: 'lake/raw/events/中文 &=', ContinuationToken: 'a+b/c==' }),
    new PutObjectCommand({ Bucket, Key, Body: 'bytes', IfNoneMatch: '*', ContentType: 'text/plain' }),
  ];
  it.each(commands.map((command) => [command.constructor.name, command] as const))(
    'is the SDK’s for %s',
    async (_, command) => {
      const request = await sdkRequest((config) => s3Client(config), command);
      expect(signedAgain(request, 's3')).toBe(request.headers['authorization']);
    },
  );

  it('is the SDK’s for a JSON service, and another one when anything is another', async () => {
    const command = new DecryptCommand({ CiphertextBlob: Buffer.from('wrapped'), EncryptionContext: { purpose: 'p' } });
    const request = await sdkRequest((config) => new KMSClient(config), command);
    expect(signedAgain(request, 'kms')).toBe(request.headers['authorization']);
    expect(signedAgain({ ...request, body: '{}' }, 'kms')).not.toBe(request.headers['authorization']);
    expect(signedAgain({ ...request, hostname: 'kms.cn-north-1.amazonaws.com.cn' }, 'kms')).not.toBe(
      request.headers['authorization'],
    );
  });
});

describe('a signed address', () => {
  const bucket = 'sunlight-files';
  const now = '2026-10-09T01:00:00.000Z';
  const lean = LeanS3.call(undefined, { region, credentials });
  // The SDK would ask for checksums of what it downloads; a browser that follows the address cannot check them.
  const client = s3Client({ region, credentials, responseChecksumValidation: 'WHEN_REQUIRED' });
  const sdk = s3ObjectStore({ client, bucket, clock: { now: () => now } });
  const options = { signingDate: new Date(now), expiresIn: 600 };
  const partsOf = (url: string) => {
    const { host, pathname, searchParams } = new URL(url);
    return { host, pathname, query: Object.fromEntries([...searchParams].sort()) };
  };

  it('for an upload is the SDK’s: same length, kind and checksum, same signature', async () => {
    const file = { key: 'attachments/a1', size: 3, contentType: 'application/pdf', sha256: 'ab'.repeat(32) };
    const { url } = await sdk.uploadAddress({ ...file, expiresAt: '2026-10-09T01:10:00.000Z' });
    const command = new LeanPut({
      Bucket: bucket,
      Key: file.key,
      ContentType: file.contentType,
      ContentLength: file.size,
      ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    });
    expect(partsOf(await getSignedUrl(lean, command, options))).toEqual(partsOf(url));
  });

  it('for a download is the SDK’s', async () => {
    const url = await sdk.downloadAddress({ key: 'papers/中文 1.pdf', expiresAt: '2026-10-09T01:10:00.000Z' });
    const command = new LeanGet({ Bucket: bucket, Key: 'papers/中文 1.pdf' });
    expect(partsOf(await getSignedUrl(lean, command, options))).toEqual(partsOf(url));
  });
});
