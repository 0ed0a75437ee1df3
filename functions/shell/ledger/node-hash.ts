import { createHash } from 'node:crypto';
import { treeHash } from '../../supervision/ledger/merkle.ts';

/** SHA-256 by Node. */
export const sha256Bytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** The tree hash of every log of the system. */
export const logHash = treeHash(sha256Bytes);

export const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
