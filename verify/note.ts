import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { sha256 } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** A public key that is trusted because somebody brought it, not because a file says so. */
export interface TrustedKey {
  /** As it was brought, one line. */
  readonly vkey: string;
  readonly name: string;
  readonly id: string;
  readonly type: number;
  readonly key: KeyObject;
}

const ED25519 = 1;
const ECDSA = 2;
const COSIGNATURE = 4;

const keyObject = (type: number, bytes: Buffer): KeyObject =>
  type === ECDSA
    ? createPublicKey({ key: bytes, format: 'der', type: 'spki' })
    : createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });

/** Reads a verifier key (`name+id+base64`, C2SP signed-note). Throws RangeError when it is none or its number is not its own. */
export function trustedKey(vkey: string): TrustedKey {
  const [, name = '', id = '', material = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey.trim()) ?? [];
  const bytes = Buffer.from(material, 'base64');
  const [type = 0] = bytes;
  const publicKey = bytes.subarray(1);
  const named =
    type === ECDSA ? sha256(publicKey) : sha256(Buffer.from(`${name}\n`, 'utf8'), Buffer.of(type), publicKey);
  if (![ED25519, ECDSA, COSIGNATURE].includes(type) || named.subarray(0, 4).toString('hex') !== id)
    throw new RangeError(`不是有效的公钥 This is no verifier key: ${vkey}`);
  return { vkey: vkey.trim(), name, id, type, key: keyObject(type, publicKey) };
}

/** The head of a log that a checkpoint tells. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** Seconds since 1970 at which witnesses saw it, the earliest first. */
  readonly seenAt: readonly number[];
}

interface Line {
  readonly name: string;
  readonly id: string;
  readonly signature: Buffer;
}

/** The text of a note and its signature lines; undefined when it is no note (C2SP signed-note: no control characters but newlines). */
function partsOf(note: string): { text: string; lines: Line[] } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is asked
  if (/[\x00-\x09\x0b-\x1f]/.test(note) || !note.isWellFormed()) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const lines: Line[] = [];
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;
    lines.push({ name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) });
  }
  return { text: note.slice(0, split + 1), lines };
}

function headOf(text: string): Omit<Head, 'seenAt'> | undefined {
  const [, origin = '', size = '', root = ''] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n([^\n]+\n)*$/.exec(text) ?? [];
  if (!origin || Buffer.from(root, 'base64').toString('base64') !== root) return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : undefined;
}

const secondsOf = (signature: Buffer): number => Number(signature.readBigUInt64BE(0));

function holds({ type, key }: TrustedKey, text: string, signature: Buffer): boolean {
  if (type === ECDSA) return verify('sha256', Buffer.from(text, 'utf8'), key, signature);
  if (type === ED25519) return verify(null, Buffer.from(text, 'utf8'), key, signature);
  if (signature.length !== 72) return false;
  const cosigned = `cosignature/v1\ntime ${secondsOf(signature)}\n${text}`;
  return verify(null, Buffer.from(cosigned, 'utf8'), key, signature.subarray(8));
}

export interface Trust {
  /** Keys of the log; several while one follows another. */
  readonly keys: readonly TrustedKey[];
  readonly witnesses: readonly TrustedKey[];
}

/**
 * Opens a checkpoint. Signatures of keys nobody brought are passed over; one of a key that was brought must hold. Without a key of the
 * log nothing is known about who signed.
 */
export function openCheckpoint(
  note: string,
  place: string,
  trust: Trust,
): { readonly head: Head | undefined; readonly findings: readonly Finding[] } {
  const parts = partsOf(note);
  const head = parts && headOf(parts.text);
  if (!parts || !head)
    return { head: undefined, findings: [tampered(place, '不是规范的检查点', 'not a well-formed checkpoint')] };
  const findings: Finding[] = [];
  const seenAt: number[] = [];
  const signed = new Set<TrustedKey>();
  for (const { name, id, signature } of parts.lines) {
    const key = [...trust.keys, ...trust.witnesses].find((one) => one.name === name && one.id === id);
    if (!key) continue;
    if (!holds(key, parts.text, signature))
      findings.push(tampered(place, `${name} 的签名无效`, `the signature of ${name} does not hold`));
    else signed.add(key);
    if (key.type === COSIGNATURE && signature.length === 72) seenAt.push(secondsOf(signature));
  }
  if (trust.keys.length === 0)
    findings.push(
      incomplete(
        place,
        '未提供存证公钥（--key），无法确认签名人',
        'no key of the log was given (--key): who signed is unknown',
      ),
    );
  else if (!trust.keys.some((key) => signed.has(key)))
    findings.push(tampered(place, '没有可信公钥的签名', 'not signed with a key that is trusted'));
  for (const witness of trust.witnesses)
    if (!signed.has(witness))
      findings.push(incomplete(place, `缺少见证人 ${witness.name} 的联署`, `not cosigned by ${witness.name}`));
  return { head: { ...head, seenAt: seenAt.sort((a, b) => a - b) }, findings };
}
