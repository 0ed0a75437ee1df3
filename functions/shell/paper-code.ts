import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import type { Keyring } from './ports.ts';

/** A paper of a case. */
export interface CodedPaper {
  readonly caseId: string;
  readonly paperId: string;
}

const IV_BYTES = 16;
const form = /^[A-Za-z0-9_-]{24,150}$/;
const named = /^(64[0-9A-Z]{4,7}-[A-Z]{2}-\d{4}-\d{6})\/(W\d{2}-\d{1,4})$/;

const ivOf = async (keyring: Keyring, name: string): Promise<Buffer> =>
  Buffer.from(await keyring.hmac('paper-code', name), 'hex').subarray(0, IV_BYTES);

const keyOf = async (keyring: Keyring): Promise<Buffer> =>
  Buffer.from(await keyring.hmac('paper-code-key', 'aes-256-ctr'), 'hex');

/**
 * The code printed on a paper: which paper it is, encrypted under the region's key (AES-256-CTR) with the paper's keyed hash as initial
 * value, which also proves it (the construction of RFC 5297). Nobody can guess one, it tells nothing, and nothing need be stored for it:
 * the same paper always has the same code.
 */
export async function codeOf(keyring: Keyring, { caseId, paperId }: CodedPaper): Promise<string> {
  const name = `${caseId}/${paperId}`;
  const iv = await ivOf(keyring, name);
  const cipher = createCipheriv('aes-256-ctr', await keyOf(keyring), iv);
  return Buffer.concat([iv, cipher.update(name, 'utf8'), cipher.final()]).toString('base64url');
}

/** The paper behind a code; undefined for a code that this system did not make. */
export async function paperOf(keyring: Keyring, code: string): Promise<CodedPaper | undefined> {
  if (!form.test(code)) return undefined;
  const bytes = Buffer.from(code, 'base64url');
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', await keyOf(keyring), iv);
  const name = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
  const [, caseId, paperId] = named.exec(name) ?? [];
  if (!caseId || !paperId || !timingSafeEqual(iv, await ivOf(keyring, name))) return undefined;
  return { caseId, paperId };
}
