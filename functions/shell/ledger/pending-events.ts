import type { CivilDate } from '../../../schemas/dates.ts';
import type { Event } from '../../core/event.ts';
import type { SubjectKind } from '../../core/subject.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import { eventPartition, seqText } from '../keys.ts';
import type { CaseStore } from '../ports.ts';
import { versionsOf } from '../subject-versions.ts';
import { marksOf, pages } from './marks.ts';

const PAGE = 100;
/** Events a batch: what fits in memory and in the time of one task. The rest makes the next batch. */
const A_BATCH = 2_000;

const nameOf = (kind: string, id: string): string => `${kind}:${id}`;

/** Events of a subject behind one that is sealed. */
export async function eventsAfter(
  store: CaseStore,
  subject: { kind: SubjectKind; id: string },
  seq: number,
): Promise<readonly Event[]> {
  const pk = eventPartition(subject.kind, subject.id);
  const events: Event[] = [];
  for await (const { record } of pages((cursor) =>
    store.partition(pk, { from: seqText(seq + 1), limit: PAGE, ...cursor }),
  ))
    events.push(record as Event);
  return events;
}

/**
 * In order of time, and each subject in order of its numbers also where a clock went back: an event is as late as the latest of
 * its subject before it. Subjects part what happened at one instant, so the order is one and the same each time.
 */
export const inOrder = (subjects: readonly (readonly Event[])[]): readonly Event[] =>
  dated(subjects).map(({ event }) => event);

function dated(subjects: readonly (readonly Event[])[]): readonly { readonly event: Event; readonly on: CivilDate }[] {
  const placed = subjects.flatMap((events) => {
    let latest = '';
    return events.map((event) => {
      latest = event.at > latest ? event.at : latest;
      return {
        event,
        on: civilDateOf(latest),
        key: `${latest} ${nameOf(event.subjectKind, event.subjectId)} ${seqText(event.seq)}`,
      };
    });
  });
  return placed.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What is to be sealed next, and whether more is pending behind it. */
export interface Pending {
  readonly events: readonly Event[];
  readonly more: boolean;
}

/** What makes the next batch of all that is pending: events of one civil day, so that batches follow the days the lake is kept in. */
export function firstOf(subjects: readonly (readonly Event[])[]): Pending {
  const pending = dated(subjects);
  const ofDay = pending.filter(({ on }) => on === pending[0]?.on);
  const events = ofDay.slice(0, A_BATCH).map(({ event }) => event);
  return { events, more: events.length < pending.length };
}

/**
 * The next events of a county that are not in its log yet, in the order they will have there. Found by walking the index of subjects,
 * never by a Scan and never from what the recorder happened to see: nothing can be missed for good (design decision 2).
 */
export async function pendingEvents(store: CaseStore, countyCode: string): Promise<Pending> {
  const marks = await marksOf(store, countyCode);
  const events: (readonly Event[])[] = [];
  for await (const { kind, id, version } of versionsOf(store, countyCode)) {
    const sealed = marks.get(nameOf(kind, id)) ?? 0;
    if (version > sealed) events.push(await eventsAfter(store, { kind, id }, sealed));
  }
  return firstOf(events);
}

/** The events a manifest names, as they stand in the table. */
export async function namedEvents(
  store: CaseStore,
  named: readonly { readonly subjectKind: string; readonly subjectId: string; readonly seq: number }[],
): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (let at = 0; at < named.length; at += PAGE) {
    const keys = named.slice(at, at + PAGE).map(({ subjectKind, subjectId, seq }) => ({
      pk: eventPartition(subjectKind as SubjectKind, subjectId),
      sk: seqText(seq),
    }));
    const items = new Map((await store.load(keys)).map((item) => [`${item.pk}\n${item.sk}`, item]));
    for (const { pk, sk } of keys) {
      const item = items.get(`${pk}\n${sk}`);
      if (!item) throw new Error(`${pk} ${sk} is in the manifest and not in the table`);
      events.push(item.record as Event);
    }
  }
  return events;
}
