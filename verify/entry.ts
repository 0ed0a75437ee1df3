import { isUtf8 } from 'node:buffer';
import { canonicalValue } from './canonical.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, tampered } from './verdict.ts';

/** What the verifier must understand of an event; everything else is covered by its hash. */
export interface LoggedEvent {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly countyCode: string;
  readonly lawPack: string;
  readonly prevHash: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Salted hashes of the personal records the act wrote. */
  readonly commitments?: readonly unknown[];
}

export const eventName = ({
  subjectKind,
  subjectId,
  seq,
}: Pick<LoggedEvent, 'subjectKind' | 'subjectId' | 'seq'>): string => `${subjectKind}:${subjectId}#${seq}`;

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const haveText = (value: Loose, keys: readonly string[]): boolean =>
  keys.every((key) => typeof value[key] === 'string');
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

const TEXTS = ['subjectKind', 'subjectId', 'at', 'type', 'countyCode', 'lawPack', 'prevHash'];
const ACTOR_TEXTS = ['personId', 'post', 'clientId'];

/** By hand, since a log has millions of them. */
function isLoggedEvent(value: unknown): value is LoggedEvent {
  if (!isObject(value) || !haveText(value, TEXTS)) return false;
  const { subjectKind, subjectId, type, seq, at, actor, data } = value;
  return (
    [subjectKind, subjectId, type].every((text) => text !== '') &&
    Number.isSafeInteger(seq) &&
    (seq as number) >= 1 &&
    isInstant(at as string) &&
    isObject(actor) &&
    haveText(actor, ACTOR_TEXTS) &&
    isObject(data) &&
    (value['commitments'] === undefined || Array.isArray(value['commitments']))
  );
}

/**
 * Reads an entry. It must be UTF-8 (without a byte order mark), an event, and exactly its own RFC 8785 form: anything else would be a
 * second text for what looks like the same event.
 */
export function readEntry(bytes: Uint8Array): LoggedEvent | undefined {
  if (!isUtf8(bytes)) return undefined;
  const value = canonicalValue(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  return isLoggedEvent(value) ? value : undefined;
}

/** Follows subjects through their events: numbers without gaps from 1, each naming the hash of the one before. */
export function chains() {
  const last = new Map<string, { seq: number; sha256: string }>();
  /** Subjects that were met since something was missing; the others may have had events there. */
  let known: Set<string> | undefined;
  const fault = (event: LoggedEvent, before: { seq: number; sha256: string }): [string, string] | undefined => {
    if (event.seq <= before.seq) return ['主体内序号重复或倒序', `follows number ${before.seq} of its subject`];
    if (event.seq !== before.seq + 1)
      return [`缺少第 ${before.seq + 1} 号事件`, `number ${before.seq + 1} of its subject is missing before it`];
    if (event.prevHash !== before.sha256)
      return ['与前一事件的哈希不衔接', 'does not name the hash of the event before it'];
    return undefined;
  };
  return {
    /** Something is missing here: what a subject was before it is unknown from now on. */
    gap(): void {
      known = new Set();
    },
    follow(event: LoggedEvent, sha256: string, place: string): readonly Finding[] {
      const subject = `${event.subjectKind}:${event.subjectId}`;
      const before = last.get(subject) ?? { seq: 0, sha256: '' };
      last.set(subject, { seq: event.seq, sha256 });
      const unknown = known !== undefined && !known.has(subject);
      known?.add(subject);
      if (unknown && event.seq > before.seq) return [];
      const found = fault(event, before);
      return found ? [tampered(`${place} ${eventName(event)}`, ...found)] : [];
    },
  };
}

export const hashOfEntry = (bytes: Uint8Array): string => sha256Hex(bytes);
