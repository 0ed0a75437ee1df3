import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock, ObjectStore } from '../ports.ts';
import type { LockFor } from './object-lock.ts';

export interface S3ObjectStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
  /** Which objects are locked as they are put; none by default. */
  readonly lock?: LockFor;
}

const MAX_SECONDS = 900;

/** The S3 client of the store. Checksums only where they are asked for: a signed address must not carry one of an empty body. */
export const s3Client = (config: S3ClientConfig = {}): S3Client =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    ...config,
  });

const isNamed = (error: unknown, names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

async function put(
  { client, bucket, clock, lock }: S3ObjectStoreOptions,
  object: { key: string; bytes: Uint8Array; ifAbsent: boolean },
) {
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: object.key,
    Body: object.bytes,
    ChecksumAlgorithm: 'SHA256',
    ...(object.ifAbsent && { IfNoneMatch: '*' }),
    ...lock?.(object.key, clock.now()),
  });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.send(command);
      return 'stored' as const;
    } catch (error) {
      if (object.ifAbsent && isNamed(error, ['PreconditionFailed'])) return 'exists' as const;
      // Two writers met: only another try tells which of them was first.
      if (attempt === 3 || !isNamed(error, ['ConditionalRequestConflict'])) throw error;
    }
  }
}

async function get({ client, bucket }: S3ObjectStoreOptions, key: string, length?: number): Promise<Uint8Array | null> {
  const range = length === undefined ? {} : { Range: `bytes=0-${length - 1}` };
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...range }));
    return Body ? await Body.transformToByteArray() : null;
  } catch (error) {
    if (isNamed(error, ['NoSuchKey'])) return null;
    throw error;
  }
}

async function sha256(options: S3ObjectStoreOptions, key: string): Promise<string | null> {
  try {
    const command = new HeadObjectCommand({ Bucket: options.bucket, Key: key, ChecksumMode: 'ENABLED' });
    const { ChecksumSHA256, ChecksumType } = await options.client.send(command);
    if (ChecksumSHA256 && ChecksumType !== 'COMPOSITE') return Buffer.from(ChecksumSHA256, 'base64').toString('hex');
  } catch (error) {
    if (isNamed(error, ['NotFound', 'NoSuchKey'])) return null;
    throw error;
  }
  // Stored by another program, without the checksum of its whole content.
  const bytes = await get(options, key);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

async function list(
  { client, bucket }: S3ObjectStoreOptions,
  prefix: string,
  after: string | undefined,
): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ...(after !== undefined && { StartAfter: after }),
        ...(token !== undefined && { ContinuationToken: token }),
      }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}

const signing = ({ clock }: S3ObjectStoreOptions, expiresAt: string) => {
  const signingDate = new Date(clock.now());
  const seconds = Math.floor((Date.parse(expiresAt) - signingDate.getTime()) / 1_000);
  return { signingDate, expiresIn: Math.min(MAX_SECONDS, Math.max(1, seconds)) };
};

/**
 * Objects in S3. An upload address fixes length, kind and SHA-256 in its signature, and S3 refuses a second upload to the key;
 * S3 does not look inside: the shell does when a step refers to the file (`stored-files`).
 */
export function s3ObjectStore(options: S3ObjectStoreOptions): ObjectStore {
  const { client, bucket } = options;
  return {
    put: (key, bytes, { ifAbsent = false } = {}) => put(options, { key, bytes, ifAbsent }),
    get: (key) => get(options, key),
    beginning: (key, length) => get(options, key, length),
    sha256: (key) => sha256(options, key),
    list: (prefix, { after } = {}) => list(options, prefix, after),
    async uploadAddress({ key, size, contentType, sha256, expiresAt }) {
      const checksum = Buffer.from(sha256, 'hex').toString('base64');
      const locked = options.lock?.(key, options.clock.now());
      const headers = {
        'content-type': contentType,
        'content-length': String(size),
        'if-none-match': '*',
        'x-amz-checksum-sha256': checksum,
        ...(locked && {
          'x-amz-object-lock-mode': locked.ObjectLockMode,
          'x-amz-object-lock-retain-until-date': locked.ObjectLockRetainUntilDate.toISOString(),
        }),
      };
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: size,
        ChecksumSHA256: checksum,
        IfNoneMatch: '*',
        ...locked,
      });
      const signed = new Set(Object.keys(headers));
      const url = await getSignedUrl(client, command, {
        ...signing(options, expiresAt),
        signableHeaders: new Set([...signed, 'host']),
        unhoistableHeaders: signed,
      });
      return { url, method: 'PUT', headers, expiresAt };
    },
    downloadAddress: ({ key, expiresAt }) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), signing(options, expiresAt)),
  };
}
