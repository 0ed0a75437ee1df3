import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Event } from '../core/event.ts';

/** SHA-256 of bytes or text, lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Hash of any JSON value over its RFC 8785 form: independent of the order of keys. */
export const hashOfJson = (value: unknown): string => sha256(canonicalize(value) ?? '');

/** Hash that chains an event: over everything but the hash itself. */
export const hashOfEvent = (event: Omit<Event, 'hash'>): string => hashOfJson(event);
