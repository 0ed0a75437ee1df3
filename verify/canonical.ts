import { isUtf8 } from 'node:buffer';

const code = (character: string): number => character.charCodeAt(0);
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const COLON = code(':');
const OPEN_OBJECT = code('{');
const CLOSE_OBJECT = code('}');
const OPEN_ARRAY = code('[');
const CLOSE_ARRAY = code(']');
const MINUS = code('-');
const ZERO = code('0');
const NINE = code('9');
const FIRST_PRINTABLE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;
/** Whole numbers of so many digits are doubles, and ECMAScript writes them as they stand. */
const PLAIN_DIGITS = 15;
/** Nothing that is recorded is nested half as deep; the depth at which a stack ends is no rule. */
const DEEPEST = 512;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, code);
const [TRUE, FALSE, NULL] = [ascii('true'), ascii('false'), ascii('null')];
/** What may stand in a number, by its byte. */
const inNumber = new Uint8Array(256);
for (const byte of ascii('0123456789.eE+-')) inNumber[byte] = 1;
/** Escapes of two characters: no others are short (RFC 8785, 3.2.2.2). */
const shortEscapes: ReadonlySet<number> = new Set(ascii('"\\bfnrt'));
/** Escapes of six: the control characters without a short one, in lower case. */
const longEscapes: ReadonlySet<string> = new Set(
  Array.from({ length: FIRST_PRINTABLE }, (_, i) => i)
    .filter((i) => ![8, 9, 10, 12, 13].includes(i))
    .map((i) => `u00${i.toString(16).padStart(2, '0')}`),
);

/** The bytes that are gone through; what stands at a place is asked of them by the functions below. */
let bytes: Buffer = Buffer.alloc(0);
/** Places of the members of the outermost object, four to each: its key from and to, its value from and to. */
let members: number[] = [];

const textAt = (from: number, to: number): string => bytes.toString('utf8', from, to);

/** Behind the escape whose backslash stands at `at`, -1 where RFC 8785 would write it otherwise. */
function afterEscape(at: number): number {
  if (shortEscapes.has(bytes[at + 1] ?? 0)) return at + 2;
  return longEscapes.has(bytes.toString('latin1', at + 1, at + 6)) ? at + 6 : -1;
}

/** Behind the closing quote of a text that begins at `from`. That its letters are UTF-8 is known of all bytes. */
function afterText(from: number): number {
  const here = bytes;
  const end = here.length;
  for (let at = from; at < end; at += 1) {
    const byte = here[at] as number;
    if (byte === QUOTE) return at + 1;
    if (byte < FIRST_PRINTABLE) return -1;
    if (byte !== BACKSLASH) continue;
    at = afterEscape(at) - 1;
    if (at < 0) return -1;
  }
  return -1;
}

/** Whether one key comes before another as decoded, by UTF-16 code units (RFC 8785, 3.2.3): for the few that are not plain ASCII. */
function isDecodedBefore(one: number, other: number): boolean {
  const decoded = (from: number): string => JSON.parse(textAt(from - 1, afterText(from))) as string;
  return decoded(one) < decoded(other);
}

/** Whether the key that begins at one place comes before the key that begins at another; false where they are the same. */
function isBefore(one: number, other: number): boolean {
  const here = bytes;
  for (let i = 0; ; i += 1) {
    const a = here[one + i] as number;
    const b = here[other + i] as number;
    if (a === BACKSLASH || b === BACKSLASH) return isDecodedBefore(one, other);
    if (a === b && a !== QUOTE) continue;
    if (b === QUOTE) return false;
    if (a === QUOTE) return true;
    return a >= FIRST_BEYOND_ASCII || b >= FIRST_BEYOND_ASCII ? isDecodedBefore(one, other) : a < b;
  }
}

/** Behind the number that begins at `from`: as ECMAScript writes it, so neither -0, 1.0, 1E2 nor digits that a double does not have. */
function afterNumber(from: number): number {
  const here = bytes;
  const first = here[from] === MINUS ? from + 1 : from;
  let at = first;
  while ((here[at] as number) >= ZERO && (here[at] as number) <= NINE) at += 1;
  const digits = at - first;
  const isWhole = inNumber[here[at] ?? 0] !== 1 && digits > 0 && digits <= PLAIN_DIGITS;
  if (isWhole && (here[first] !== ZERO || at === from + 1)) return at;
  while (inNumber[here[at] ?? 0] === 1) at += 1;
  const text = textAt(from, at);
  return String(Number(text)) === text ? at : -1;
}

function afterWord(word: Uint8Array, from: number): number {
  for (let i = 0; i < word.length; i += 1) if (bytes[from + i] !== word[i]) return -1;
  return from + word.length;
}

/** Behind the array whose first item begins at `from`. */
function afterArray(from: number, depth: number): number {
  if (bytes[from] === CLOSE_ARRAY) return from + 1;
  for (let at = from; ; at += 1) {
    at = afterValue(at, depth + 1);
    if (at < 0 || bytes[at] === CLOSE_ARRAY) return at < 0 ? -1 : at + 1;
    if (bytes[at] !== COMMA) return -1;
  }
}

/** Behind the object whose first key begins at `from`. */
function afterObject(from: number, depth: number): number {
  if (bytes[from] === CLOSE_OBJECT) return from + 1;
  let before = -1;
  for (let at = from; ; at += 1) {
    if (bytes[at] !== QUOTE) return -1;
    const key = at + 1;
    const value = afterText(key) + 1;
    if (value === 0 || bytes[value - 1] !== COLON || (before >= 0 && !isBefore(before, key))) return -1;
    at = afterValue(value, depth + 1);
    if (at < 0) return -1;
    if (depth === 0) members.push(key, value - 2, value, at);
    before = key;
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    if (bytes[at] !== COMMA) return -1;
  }
}

/** Behind the value that begins at a place, -1 where no value in RFC 8785 form does. */
function afterValue(from: number, depth: number): number {
  const byte = bytes[from] as number;
  if (byte === QUOTE) return afterText(from + 1);
  if (depth > DEEPEST) return -1;
  if (byte === OPEN_OBJECT) return afterObject(from + 1, depth);
  if (byte === OPEN_ARRAY) return afterArray(from + 1, depth);
  if (byte === TRUE[0]) return afterWord(TRUE, from);
  if (byte === FALSE[0]) return afterWord(FALSE, from);
  return byte === NULL[0] ? afterWord(NULL, from) : afterNumber(from);
}

function begin(of: Uint8Array): void {
  bytes = Buffer.from(of.buffer, of.byteOffset, of.byteLength);
  members = [];
}

/**
 * Whether bytes are exactly the RFC 8785 form of what they say: UTF-8, no blanks, keys in their order and none twice, every number and
 * letter written the one way. Proved by going through them once, without making a value of them. Never throws.
 */
export function isCanonical(of: Uint8Array): boolean {
  if (of.length === 0 || !isUtf8(of)) return false;
  begin(of);
  return afterValue(0, 0) === bytes.length;
}

/** The value of bytes that are exactly its RFC 8785 form; undefined for any other bytes. Never throws. */
export function canonicalValue(of: Uint8Array): unknown {
  return isCanonical(of) ? JSON.parse(textAt(0, bytes.length)) : undefined;
}

/** The members of an object, found without making values of them until one is asked for. */
export interface Members {
  /** The value of a member that is a text. */
  text(name: Uint8Array): string | undefined;
  /** The bytes of a member's value, themselves in RFC 8785 form. */
  bytes(name: Uint8Array): Buffer | undefined;
}

/** The members of an object, whose bytes are exactly its RFC 8785 form; undefined for any other bytes. Never throws. */
export function canonicalMembers(of: Uint8Array): Members | undefined {
  if (!isCanonical(of) || of[0] !== OPEN_OBJECT) return undefined;
  const here = bytes;
  const places = members;
  /** Where in `places` a member stands, -1 where there is none; the name is plain ASCII. */
  const find = (name: Uint8Array): number => {
    for (let i = 0; i < places.length; i += 4)
      if (isNamed(here, places[i] as number, name) && places[i + 1] === (places[i] as number) + name.length) return i;
    return -1;
  };
  return {
    text(name) {
      const i = find(name);
      const from = places[i + 2] as number;
      if (i < 0 || here[from] !== QUOTE) return undefined;
      const text = here.toString('utf8', from + 1, (places[i + 3] as number) - 1);
      return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
    },
    bytes(name) {
      const i = find(name);
      return i < 0 ? undefined : here.subarray(places[i + 2], places[i + 3]);
    },
  };
}

function isNamed(here: Buffer, key: number, name: Uint8Array): boolean {
  for (let i = 0; i < name.length; i += 1) if (here[key + i] !== name[i]) return false;
  return true;
}
