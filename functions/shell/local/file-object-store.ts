import { createHash } from 'node:crypto';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentTypeOf, MAX_UPLOAD_BYTES } from '../file-content.ts';
import { printedPapers } from '../keys.ts';
import type { Clock, ObjectStore } from '../ports.ts';
import { hasCode, makeDirectory, writeDurably } from './durable-file.ts';
import { objectKeySegments, objectPath } from './object-key.ts';
import { transferTokens } from './transfer-tokens.ts';

export interface FileObjectStoreOptions {
  readonly root: string;
  readonly clock: Clock;
  /** Where the local host listens, known once it does: `http://127.0.0.1:8787`. */
  readonly baseUrl: () => string;
}

/** Why an upload is refused; the host answers with the matching problem. */
export type UploadRefusal = 'unknown' | 'expired' | 'used' | 'size' | 'sha256' | 'content';

export interface FileObjectStore extends ObjectStore {
  /** Takes the bytes sent to `PUT /local/uploads/{token}`: exactly the size, hash and kind that were announced, once. */
  acceptUpload(
    token: string,
    bytes: Uint8Array,
  ): Promise<{ readonly ok: true; readonly key: string } | { readonly ok: false; readonly why: UploadRefusal }>;
  /** The bytes behind `GET /local/downloads/{token}`, once; null when the token is unknown, spent or too old. */
  openDownload(token: string): Promise<{ readonly key: string; readonly bytes: Uint8Array } | null>;
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].some((code) => hasCode(error, code));

const absentAs =
  <T>(value: T) =>
  (error: unknown): T => {
    if (isMissing(error)) return value;
    throw error;
  };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Tokens = ReturnType<typeof transferTokens>;
interface Bound extends FileObjectStoreOptions {
  readonly objects: string;
  readonly staging: string;
  readonly tokens: Tokens;
}

async function put({ objects, staging }: Bound, object: { key: string; bytes: Uint8Array; ifAbsent: boolean }) {
  const path = objectPath(objects, object.key);
  await makeDirectory(dirname(path));
  return writeDurably({ path, bytes: object.bytes, staging, ifAbsent: object.ifAbsent });
}

const get = ({ objects }: Bound, key: string): Promise<Uint8Array | null> =>
  readFile(objectPath(objects, key)).catch(absentAs(null));

async function beginning(bound: Bound, key: string, length: number): Promise<Uint8Array | null> {
  const handle = await open(objectPath(bound.objects, key), 'r').catch(absentAs(null));
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Files below a folder; folders that end before `after` are not even opened. */
async function filesIn(objects: string, folder: string, after: string): Promise<readonly string[]> {
  const start = folder === '' ? objects : join(objects, ...objectKeySegments(folder.slice(0, -1)));
  const entries = await readdir(start, { recursive: after === '', withFileTypes: true }).catch(absentAs([]));
  const lists = entries.map(async (entry): Promise<readonly string[]> => {
    const key = join(entry.parentPath, entry.name).slice(objects.length + 1);
    if (entry.isFile()) return [key];
    const isBefore = after === '' || key < after.slice(0, key.length);
    return isBefore ? [] : filesIn(objects, `${key}/`, after.startsWith(key) ? after : '');
  });
  return (await Promise.all(lists)).flat();
}

async function list({ objects }: Bound, prefix: string, after: string): Promise<readonly string[]> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const keys = await filesIn(objects, folder, after);
  return keys.filter((key) => key.startsWith(prefix) && key > after).sort();
}

async function acceptUpload(bound: Bound, token: string, bytes: Uint8Array) {
  const refuse = (why: UploadRefusal) => ({ ok: false, why }) as const;
  const transfer = await bound.tokens.find(token);
  if (transfer?.kind !== 'upload') return refuse('unknown');
  if (transfer.expiresAt < bound.clock.now()) return refuse('expired');
  if (bytes.length !== transfer.size || bytes.length > MAX_UPLOAD_BYTES) return refuse('size');
  if (sha256(bytes) !== transfer.sha256) return refuse('sha256');
  if (contentTypeOf(bytes) !== transfer.contentType) return refuse('content');
  const answer = await put(bound, { key: transfer.key, bytes, ifAbsent: true });
  await bound.tokens.spend(token);
  return answer === 'stored' ? ({ ok: true, key: transfer.key } as const) : refuse('used');
}

async function openDownload(bound: Bound, token: string) {
  const transfer = await bound.tokens.find(token);
  if (transfer?.kind !== 'download' || transfer.expiresAt < bound.clock.now()) return null;
  await bound.tokens.spend(token);
  const bytes = await get(bound, transfer.key);
  return bytes && { key: transfer.key, bytes };
}

function storeOver(bound: Bound): FileObjectStore {
  return {
    put: (key, bytes, options = {}) => put(bound, { key, bytes, ifAbsent: options.ifAbsent ?? false }),
    get: async (key) => get(bound, key),
    beginning: (key, length) => beginning(bound, key, length),
    async sha256(key) {
      const bytes = await get(bound, key);
      return bytes && sha256(bytes);
    },
    list: (prefix, { after = '' } = {}) => list(bound, prefix, after),
    async uploadAddress(request) {
      objectKeySegments(request.key);
      const token = await bound.tokens.issue({ kind: 'upload', ...request });
      return {
        url: `${bound.baseUrl()}/local/uploads/${token}`,
        method: 'PUT',
        headers: { 'content-type': request.contentType },
        expiresAt: request.expiresAt,
      };
    },
    async downloadAddress(request) {
      objectKeySegments(request.key);
      return `${bound.baseUrl()}/local/downloads/${await bound.tokens.issue({ kind: 'download', ...request })}`;
    },
    acceptUpload: (token, bytes) => acceptUpload(bound, token, bytes),
    openDownload: (token) => openDownload(bound, token),
  };
}

/** Objects as plain files below `<root>/objects`, so that DuckDB reads them where they lie. Errors: `BadObjectKey`. */
export async function fileObjectStore(options: FileObjectStoreOptions): Promise<FileObjectStore> {
  const objects = join(options.root, 'objects');
  const staging = join(options.root, 'staging');
  const addresses = join(options.root, 'addresses');
  // Printed papers hold names and can be printed again at any time: none outlives the host.
  for (const directory of [staging, join(objects, printedPapers)])
    await rm(directory, { recursive: true, force: true });
  for (const directory of [objects, staging, addresses]) await makeDirectory(directory);
  const tokens = transferTokens(addresses);
  await tokens.sweep(options.clock.now());
  return storeOver({ ...options, objects, staging, tokens });
}
