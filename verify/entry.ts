import { canonicalMembers, type Members } from './canonical.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, tampered } from './verdict.ts';

/** What the verifier must understand of an event; everything else is covered by its hash. */
export interface LoggedEvent {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seq: number;
  readonly at: string;
  /** The same in milliseconds since 1970. */
  readonly atMs: number;
  readonly type: string;
  readonly countyCode: string;
  readonly lawPack: string;
  readonly prevHash: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Salted hashes of the personal records the act wrote. */
  readonly commitments: readonly unknown[] | undefined;
}

export const eventName = ({
  subjectKind,
  subjectId,
  seq,
}: Pick<LoggedEvent, 'subjectKind' | 'subjectId' | 'seq'>): string => `${subjectKind}:${subjectId}#${seq}`;

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);

const names = <const Name extends string>(...of: readonly Name[]) =>
  Object.fromEntries(of.map((name) => [name, Buffer.from(name, 'ascii')])) as Record<Name, Buffer>;
const NAME = names(
  'subjectKind',
  'subjectId',
  'seq',
  'at',
  'type',
  'countyCode',
  'lawPack',
  'prevHash',
  'actor',
  'data',
  'commitments',
);
const ACTOR = Object.values(names('personId', 'post', 'clientId'));

const OPEN_OBJECT = '{'.charCodeAt(0);
const OPEN_ARRAY = '['.charCodeAt(0);
const json = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

function isActor(bytes: Buffer | undefined): boolean {
  const members = bytes && canonicalMembers(bytes);
  return members !== undefined && ACTOR.every((name) => members.text(name) !== undefined);
}

/** The texts of an event; undefined where one is missing or empty that may not be. */
function textsOf({ text }: Members) {
  const [subjectKind, subjectId, type] = [text(NAME.subjectKind), text(NAME.subjectId), text(NAME.type)];
  const [at, countyCode] = [text(NAME.at), text(NAME.countyCode)];
  const [lawPack, prevHash] = [text(NAME.lawPack), text(NAME.prevHash)];
  if (!subjectKind || !subjectId || !type) return undefined;
  if (at === undefined || countyCode === undefined || lawPack === undefined || prevHash === undefined) return undefined;
  return { subjectKind, subjectId, type, at, countyCode, lawPack, prevHash };
}

/**
 * Reads an entry. It must be UTF-8 (without a byte order mark), an event, and exactly its own RFC 8785 form: anything else would be a
 * second text for what looks like the same event. What few ask for is made a value of only then: a log has millions of entries.
 */
export function readEntry(entry: Uint8Array): LoggedEvent | undefined {
  const members = canonicalMembers(entry);
  const texts = members && textsOf(members);
  if (!texts || !isActor(members.bytes(NAME.actor))) return undefined;
  const seq = Number(members.bytes(NAME.seq)?.toString('latin1'));
  const atMs = isInstant(texts.at) ? Date.parse(texts.at) : Number.NaN;
  const data = members.bytes(NAME.data);
  const commitments = members.bytes(NAME.commitments);
  if (!Number.isSafeInteger(seq) || seq < 1 || Number.isNaN(atMs)) return undefined;
  if (data?.[0] !== OPEN_OBJECT || (commitments && commitments[0] !== OPEN_ARRAY)) return undefined;
  return {
    ...texts,
    seq,
    atMs,
    get data() {
      return json(data) as LoggedEvent['data'];
    },
    get commitments() {
      return commitments && (json(commitments) as readonly unknown[]);
    },
  };
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
