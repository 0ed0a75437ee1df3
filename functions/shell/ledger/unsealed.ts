import * as z from 'zod';
import type { LakeRow } from '../../../schemas/lake.ts';
import type { Event } from '../../core/event.ts';
import { type SubjectKind, type SubjectRef, subjectKinds, subjectName } from '../../core/subject.ts';
import { sha256 } from '../hash.ts';
import type { CaseStore, Key, Write } from '../ports.ts';
import { markKey } from './ledger-keys.ts';
import { pages } from './marks.ts';
import { eventsAfter, firstOf, type Pending } from './pending-events.ts';

const PAGE = 100;

/** What the recorder saw of a county and no sealer has looked at yet: one item a batch of the stream. */
const unsealedOf = (countyCode: string): string => `UNSEALED#${countyCode}`;

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
    const sk = `${span}-${sha256(JSON.stringify(subjects)).slice(0, 16)}`;
    return { kind: 'put', role: 'other', item: { pk: unsealedOf(county), sk, record: { subjects } } };
  });
  await commitAll(store, writes);
}

async function commitAll(store: CaseStore, writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += PAGE) await store.commit(writes.slice(at, at + PAGE));
}

export interface Unsealed {
  readonly notes: readonly Key[];
  readonly subjects: readonly SubjectRef[];
}

/** Everything that is noted of a county. */
export async function unsealedIn(store: CaseStore, countyCode: string): Promise<Unsealed> {
  const notes: Key[] = [];
  const subjects = new Map<string, SubjectRef>();
  for await (const { pk, sk, record } of pages((cursor) =>
    store.partition(unsealedOf(countyCode), { limit: PAGE, ...cursor }),
  )) {
    notes.push({ pk, sk });
    for (const [kind, id] of Note.parse(record).subjects) subjects.set(subjectName({ kind, id }), { kind, id });
  }
  return { notes, subjects: [...subjects.values()] };
}

/** Events of some subjects that are not in the log of their county yet, in the order they will have there. */
export async function eventsOfUnsealed(
  store: CaseStore,
  countyCode: string,
  subjects: readonly SubjectRef[],
): Promise<Pending> {
  const found: (readonly Event[])[] = [];
  for (let at = 0; at < subjects.length; at += PAGE) {
    const some = subjects.slice(at, at + PAGE);
    const keys = some.map(({ kind, id }) => markKey(countyCode, kind, id));
    const marks = new Map((await store.load(keys)).map(({ sk, version }) => [sk, version ?? 0]));
    for (const [i, subject] of some.entries())
      found.push(await eventsAfter(store, subject, marks.get(keys[i]?.sk ?? '') ?? 0));
  }
  return firstOf(found);
}

/** Forgets notes whose subjects were looked at. Each is of one batch: what was noted since has a name of its own and stays. */
export const forgetNotes = (store: CaseStore, notes: readonly Key[]): Promise<void> =>
  commitAll(
    store,
    notes.map((key) => ({ kind: 'delete', role: 'other', key })),
  );
