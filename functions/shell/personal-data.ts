import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Keyring } from './ports.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const Base64 = z.base64();

/** Personal data at rest: AES-256-GCM under a key of the person's own, itself wrapped by the county's key (design decision 10). */
export const SealedPerson = z
  .strictObject({
    wrappedKey: Base64.nullable().describe(
      '经县级密钥加密的个人密钥；已清除为空 The person key under the county key; null once erased',
    ),
    iv: Base64.describe('初始向量 Initialisation vector, 12 bytes'),
    tag: Base64.describe('认证标签 Authentication tag, 16 bytes'),
    ciphertext: Base64.describe('密文 Encrypted JSON'),
  })
  .meta({ id: 'SealedPerson', description: '加密的个人信息 Sealed personal data' });
export type SealedPerson = z.infer<typeof SealedPerson>;

interface Box {
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

function lock(key: Uint8Array, plaintext: Uint8Array, context: string): Box {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ciphertext };
}

function unlock(key: Uint8Array, box: Box, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(box.tag);
  return Buffer.concat([decipher.update(box.ciphertext), decipher.final()]);
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

// The two layers authenticate different contexts, so a wrapped key can never pass for data.
const keyContext = (token: string): string => `key:${token}`;
const dataContext = (token: string): string => `data:${token}`;

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/**
 * Seals a person's data (any JSON value) under a fresh key of its own; the token binds the record to its person. The salt of what an
 * event commits to lies sealed with the data, and goes with it (ADR 0017).
 */
export function sealPerson(person: {
  readonly countyKey: Uint8Array;
  readonly token: string;
  readonly data: unknown;
  readonly salt?: string | undefined;
}): SealedPerson {
  const personKey = randomBytes(KEY_BYTES);
  const { data, salt } = person;
  const sealed = lock(personKey, Buffer.from(JSON.stringify({ data, salt }), 'utf8'), dataContext(person.token));
  const wrapped = lock(person.countyKey, personKey, keyContext(person.token));
  return {
    wrappedKey: base64(Buffer.concat([wrapped.iv, wrapped.tag, wrapped.ciphertext])),
    iv: base64(sealed.iv),
    tag: base64(sealed.tag),
    ciphertext: base64(sealed.ciphertext),
  };
}

const Opened = z.strictObject({ data: z.unknown(), salt: z.string().optional() });

function openWith(countyKey: Uint8Array, token: string, sealed: { wrapped: Buffer; record: SealedPerson }) {
  const { wrapped, record } = sealed;
  const key = {
    iv: wrapped.subarray(0, IV_BYTES),
    tag: wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    ciphertext: wrapped.subarray(IV_BYTES + TAG_BYTES),
  };
  const data = { iv: bytesOf(record.iv), tag: bytesOf(record.tag), ciphertext: bytesOf(record.ciphertext) };
  const personKey = unlock(countyKey, key, keyContext(token));
  return Opened.parse(JSON.parse(unlock(personKey, data, dataContext(token)).toString('utf8')));
}

interface Sealed {
  readonly countyKey: Uint8Array;
  readonly token: string;
  readonly record: unknown;
}

/** Opens what `sealPerson` sealed; the caller parses it with its own schema. Errors as `openWithSalt`. */
export const openPerson = (sealed: Sealed): unknown => openWithSalt(sealed).data;

/**
 * Opens what `sealPerson` sealed, with the salt of its commitment.
 * Errors by name: `PersonErased` when the key is gone for good, `PersonUnreadable` when anything was altered, or the county,
 * the key or the token is another one.
 */
export function openWithSalt(sealed: Sealed): z.infer<typeof Opened> {
  const record = SealedPerson.parse(sealed.record);
  if (record.wrappedKey === null) throw named('PersonErased', '个人信息已清除 The personal data have been erased');
  try {
    return openWith(sealed.countyKey, sealed.token, { wrapped: bytesOf(record.wrappedKey), record });
  } catch {
    throw named('PersonUnreadable', '个人信息无法解密 The personal data cannot be decrypted');
  }
}

/** Erases a person: without the wrapped key the ciphertext, and every copy and backup of it, is noise. */
export const erasePerson = (record: SealedPerson): SealedPerson => ({ ...record, wrappedKey: null });

/** The token that stands for a person in events, lake, logs and URLs: keyed, so it cannot be found by trying numbers. */
export const personTokenOf = async (keyring: Keyring, idNumber: string): Promise<string> =>
  `t_${(await keyring.hmac('person', idNumber)).slice(0, 32)}`;
