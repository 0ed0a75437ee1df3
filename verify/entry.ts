import canonicalize from 'canonicalize';
import * as z from 'zod';
import { sha256Hex } from './tree.ts';
import { type Finding, tampered } from './verdict.ts';

/** What the verifier must understand of an event; everything else is covered by its hash. */
const LoggedEvent = z.looseObject({
  subjectKind: z.string().min(1),
  subjectId: z.string().min(1),
  seq: z.int().min(1),
  at: z.iso.datetime(),
  type: z.string().min(1),
  countyCode: z.string(),
  lawPack: z.string(),
  prevHash: z.string(),
  actor: z.looseObject({ personId: z.string(), post: z.string(), clientId: z.string() }),
  data: z.looseObject({}),
});
export type LoggedEvent = z.infer<typeof LoggedEvent>;

export const eventName = ({
  subjectKind,
  subjectId,
  seq,
}: Pick<LoggedEvent, 'subjectKind' | 'subjectId' | 'seq'>): string => `${subjectKind}:${subjectId}#${seq}`;

const decoder = new TextDecoder('utf-8', { fatal: true });

function canonicalForm(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}

/**
 * Reads an entry. It must be UTF-8, an event, and exactly its own RFC 8785 form: a key twice, -0, 1e2, another order or half a surrogate
 * pair would be a second text for what looks like the same event.
 */
export function readEntry(bytes: Uint8Array): LoggedEvent | undefined {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    return canonicalForm(value) === text ? LoggedEvent.safeParse(value).data : undefined;
  } catch {
    return undefined;
  }
}

/** Follows subjects through their events: numbers without gaps from 1, each naming the hash of the one before. */
export function chains() {
  const last = new Map<string, { seq: number; sha256: string }>();
  /** Subjects that were met since something was missing; the others may have had events there. */
  let known: Set<string> | undefined;
  return {
    /** Something is missing here: what a subject was before it is unknown from now on. */
    gap(): void {
      known = new Set();
    },
    follow(event: LoggedEvent, sha256: string, place: string): readonly Finding[] {
      const subject = `${event.subjectKind}:${event.subjectId}`;
      const before = last.get(subject) ?? { seq: 0, sha256: '' };
      last.set(subject, { seq: event.seq, sha256 });
      const at = `${place} ${eventName(event)}`;
      const unknown = known !== undefined && !known.has(subject);
      known?.add(subject);
      if (unknown && event.seq > before.seq) return [];
      if (event.seq <= before.seq)
        return [tampered(at, '主体内序号重复或倒序', `follows number ${before.seq} of its subject`)];
      if (event.seq !== before.seq + 1)
        return [
          tampered(
            at,
            `缺少第 ${before.seq + 1} 号事件`,
            `number ${before.seq + 1} of its subject is missing before it`,
          ),
        ];
      if (event.prevHash !== before.sha256)
        return [tampered(at, '与前一事件的哈希不衔接', 'does not name the hash of the event before it')];
      return [];
    },
  };
}

export const hashOfEntry = (bytes: Uint8Array): string => sha256Hex(bytes);
