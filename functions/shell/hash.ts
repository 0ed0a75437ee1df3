import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Event } from '../core/event.ts';
import { Problem } from '../core/problem.ts';
import { MAX_ENTRY_BYTES } from '../supervision/ledger/entry-bundle.ts';

/** SHA-256 of bytes or text, lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A JSON value in its RFC 8785 form: independent of the order of keys. */
export const canonicalText = (value: unknown): string => canonicalize(value) ?? '';

/** Hash of any JSON value over its RFC 8785 form. */
export const hashOfJson = (value: unknown): string => sha256(canonicalText(value));

/** Hash that chains an event: over everything but the hash itself. Refuses one that is too long to be an entry of the ledger. */
export function hashOfEvent(event: Omit<Event, 'hash'>): string {
  const text = canonicalText(event);
  if (Buffer.byteLength(text) > MAX_ENTRY_BYTES) throw new Problem('body-too-large', { limit: MAX_ENTRY_BYTES });
  return sha256(text);
}
