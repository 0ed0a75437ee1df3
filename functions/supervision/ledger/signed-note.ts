import type { Sha256 } from './merkle.ts';

/** Kinds of signatures on a note, by the byte that goes into the key's number (C2SP signed-note). */
export const signatureTypes = { ed25519: 0x01, ecdsa: 0x02, cosignature: 0x04 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A key that may sign notes: its public half. Ed25519 as its 32 bytes, ECDSA P-256 as SPKI in DER. */
export interface NoteKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
}

/** A signature line, taken apart; `line` is as it stands in the note, with its end. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
  readonly line: string;
}

export interface Note {
  /** What was signed, with the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const utf8 = new TextEncoder();
const KEY_ID_BYTES = 4;
/** Far more than the sixteen every verifier must accept, far less than what would be an attack on it. */
const MAX_SIGNATURES = 100;

/** A key name has no space and no plus. */
const isKeyName = (name: string): boolean => name !== '' && !/[\p{White_Space}+]/u.test(name);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Bytes of base64 in its one right form; undefined for any other text: leniency would give one signature many forms. */
const fromBase64 = (text: string): Uint8Array | undefined => {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return base64(bytes) === text ? bytes : undefined;
};

/** The number that names a key with its name: SHA-256(name, newline, type, key), four bytes; for ECDSA over the key alone. */
export function keyIdOf(sha256: Sha256, { name, type, publicKey }: NoteKey): number {
  const named =
    type === signatureTypes.ecdsa ? publicKey : Uint8Array.from([...utf8.encode(name), 0x0a, type, ...publicKey]);
  const id = sha256(named);
  return new DataView(id.buffer, id.byteOffset).getUint32(0);
}

/** A public key as one line of text: `<name>+<key id>+<base64 of type and key>`. */
export const verifierKey = (sha256: Sha256, key: NoteKey): string =>
  `${key.name}+${keyIdOf(sha256, key).toString(16).padStart(8, '0')}+${base64(Uint8Array.from([key.type, ...key.publicKey]))}`;

/** A signature line: em dash, key name, base64 of key number and signature. Throws RangeError on a name that no key may have. */
export function signatureLine(sha256: Sha256, key: NoteKey, signature: Uint8Array): string {
  if (!isKeyName(key.name)) throw new RangeError(`${key.name} is no name of a key`);
  const bytes = new Uint8Array(KEY_ID_BYTES + signature.length);
  new DataView(bytes.buffer).setUint32(0, keyIdOf(sha256, key));
  bytes.set(signature, KEY_ID_BYTES);
  return `— ${key.name} ${base64(bytes)}\n`;
}

/** A text with its signatures as one note. */
export const noteOf = (text: string, lines: readonly string[]): string => `${text}\n${lines.join('')}`;

function signatureOf(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return {
    name,
    keyId: new DataView(bytes.buffer).getUint32(0),
    signature: bytes.subarray(KEY_ID_BYTES),
    line: `${line}\n`,
  };
}

/**
 * Takes a note apart. Undefined when it is none: no blank line, no signature, a signature line of another form, control characters
 * (a carriage return too), or an end without a newline. That the signatures hold is not looked at here.
 */
export function parseNote(note: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are there is what is asked
  if (/[\x00-\x09\x0b-\x1f]/.test(note) || !note.isWellFormed() || !note.endsWith('\n')) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.map(signatureOf);
  if (lines.length > MAX_SIGNATURES || !signatures.every((one) => one !== undefined)) return undefined;
  return { text: note.slice(0, split + 1), signatures };
}
