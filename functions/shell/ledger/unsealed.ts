import * as z from 'zod';
import type { LakeRow } from '../../../schemas/lake.ts';
import type { Event } from '../../core/event.ts';
import { type SubjectKind, type SubjectRef, subjectKinds, subjectName } from '../../core/subject.ts';
import { sha256 } from '../hash.ts';
import { eventKey } from '../keys.ts';
import type { CaseStore, Key, Write } from '../ports.ts';
import { markKey } from './ledger-keys.ts';
import { pages } from './marks.ts';
import { eventsAfter, firstOf, type Pending } from './pending-events.ts';

const PAGE = 100;

/**
 * What the recorder saw and no sealer has looked at yet: one item a division and batch of the stream. All divisions share a partition, so
 * that one question tells the sealer which of them have anything new; it holds an hour of work at most.
 */
const UNSEALED = 'UNSEALED';
const ofDivision = (division: string): string => `${division}#`;

const Note = z.object({ subjects: z.array(z.tuple([z.enum(subjectKinds), z.string(), z.int().min(1)])) });
type Seen = z.infer<typeof Note>['subjects'][number];

/** Subjects of one county with the number of their last event in a batch. */
function seenIn(rows: readonly LakeRow[]): readonly Seen[] {
  const seen = new Map<string, Seen>();
  for (const { subject_kind: kind, subject_id: id, seq } of rows) {
    const name = `${kind}:${id}`;
    const last = Math.max(seen.get(name)?.[2] ?? 0, Number(seq));
    seen.set(name, [kind as SubjectKind, String(id), last]);
  }
  return [...seen.values()];
}

/**
 * Notes of which subjects a batch of the stream holds events, for the hourly sealer: so it looks at what is new and not at all that
 * is there. A batch that is delivered again notes the same under the same name.
 */
export async function noteUnsealed(store: CaseStore, events: readonly LakeRow[], span: string): Promise<void> {
  const counties = new Set(events.map(({ county_code: county }) => String(county)));
  const writes = [...counties].map((county): Write => {
    const subjects = seenIn(events.filter(({ county_code: code }) => code === county));
    const sk = `${ofDivision(county)}${span}-${sha256(JSON.stringify(subjects)).slice(0, 16)}`;
    return { kind: 'put', role: 'other', item: { pk: UNSEALED, sk, record: { subjects } } };
  });
  await commitAll(store, writes);
}

async function commitAll(store: CaseStore, writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += PAGE) await store.commit(writes.slice(at, at + PAGE));
}

/** A subject with the number of its last event that was noted. */
export interface SeenSubject extends SubjectRef {
  readonly seq: number;
}

export interface Unsealed {
  readonly notes: readonly Key[];
  readonly subjects: readonly SeenSubject[];
}

/** Everything that is noted, by division; of one division only where it is named. */
export async function unsealedByDivision(store: CaseStore, division?: string): Promise<ReadonlyMap<string, Unsealed>> {
  const found = new Map<string, { readonly notes: Key[]; readonly subjects: Map<string, SeenSubject> }>();
  const range = { limit: PAGE, ...(division && { prefix: ofDivision(division) }) };
  for await (const { pk, sk, record } of pages((cursor) => store.partition(UNSEALED, { ...range, ...cursor }))) {
    const code = sk.slice(0, sk.indexOf('#'));
    const of = found.get(code) ?? { notes: [], subjects: new Map<string, SeenSubject>() };
    found.set(code, of);
    of.notes.push({ pk, sk });
    for (const [kind, id, seq] of Note.parse(record).subjects) {
      const name = subjectName({ kind, id });
      of.subjects.set(name, { kind, id, seq: Math.max(seq, of.subjects.get(name)?.seq ?? 0) });
    }
  }
  return new Map([...found].map(([code, { notes, subjects }]) => [code, { notes, subjects: [...subjects.values()] }]));
}

/** Everything that is noted of one division. */
export const unsealedIn = async (store: CaseStore, division: string): Promise<Unsealed> =>
  (await unsealedByDivision(store, division)).get(division) ?? { notes: [], subjects: [] };

/** The noted events of some subjects behind those that are sealed, each by its number; those of one that lacks any are asked for. */
async function eventsSeen(
  store: CaseStore,
  seen: readonly { readonly subject: SeenSubject; readonly sealed: number }[],
): Promise<readonly (readonly Event[])[]> {
  const wanted = seen.map(({ subject: { kind, id, seq }, sealed }) =>
    Array.from({ length: Math.max(0, seq - sealed) }, (_, i) => eventKey(kind, id, sealed + 1 + i)),
  );
  const found = new Map<string, Event>();
  const keys = wanted.flat();
  for (let at = 0; at < keys.length; at += PAGE)
    for (const { pk, sk, record } of await store.load(keys.slice(at, at + PAGE)))
      found.set(`${pk} ${sk}`, record as Event);
  return Promise.all(
    seen.map(({ subject, sealed }, i) => {
      const events = (wanted[i] ?? []).flatMap(({ pk, sk }) => found.get(`${pk} ${sk}`) ?? []);
      return events.length === wanted[i]?.length ? events : eventsAfter(store, subject, sealed);
    }),
  );
}

/** Noted events that are not in the log of their division yet, in the order they will have there. */
export async function eventsOfUnsealed(
  store: CaseStore,
  division: string,
  subjects: readonly SeenSubject[],
): Promise<Pending> {
  const found: (readonly Event[])[] = [];
  for (let at = 0; at < subjects.length; at += PAGE) {
    const some = subjects.slice(at, at + PAGE);
    const keys = some.map(({ kind, id }) => markKey(division, kind, id));
    const marks = new Map((await store.load(keys)).map(({ sk, version }) => [sk, version ?? 0]));
    const seen = some.map((subject, i) => ({ subject, sealed: marks.get(keys[i]?.sk ?? '') ?? 0 }));
    found.push(...(await eventsSeen(store, seen)));
  }
  return firstOf(found);
}

/** Forgets notes whose subjects were looked at. Each is of one batch: what was noted since has a name of its own and stays. */
export const forgetNotes = (store: CaseStore, notes: readonly Key[]): Promise<void> =>
  commitAll(
    store,
    notes.map((key) => ({ kind: 'delete', role: 'other', key })),
  );
