import { isDeepStrictEqual } from 'node:util';
import type { CaseState } from '../../functions/core/case-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import { type AnyState, fold } from '../../functions/core/fold.ts';
import type { SubjectKind } from '../../functions/core/subject.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { eventPartition, partitionOf, subjectsOf } from '../../functions/shell/keys.ts';
import type { CaseStore, Item, Page } from '../../functions/shell/ports.ts';
import { itemsOf } from '../../functions/shell/projection.ts';

async function everyItem(page: (range: { readonly cursor?: string }) => Promise<Page>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const found = await page(cursor === undefined ? {} : { cursor });
    items.push(...found.items);
    cursor = found.cursor;
  } while (cursor !== undefined);
  return items;
}

/** Events of a subject as they are stored, in order. */
export const storedEvents = async (store: CaseStore, kind: SubjectKind, id: string): Promise<Event[]> =>
  (await everyItem((range) => store.partition(eventPartition(kind, id), range))).map(({ record }) => record as Event);

/** Numbers of a county's subjects of a kind. */
export const storedSubjects = async (store: CaseStore, kind: SubjectKind, county: string): Promise<string[]> =>
  (await everyItem((range) => store.index('k', subjectsOf(county, kind), range))).map(({ k }) => k?.sk ?? '');

/** What is wrong with the stored chain of a subject: gaps, foreign hashes, broken links. */
export function chainFaults(events: readonly Event[]): string[] {
  let chain = '';
  return events.flatMap((event, i) => {
    const { hash, ...unhashed } = event;
    const right = event.seq === i + 1 && event.prevHash === chain && hashOfEvent(unhashed) === hash;
    chain = hash;
    return right ? [] : [`${event.subjectId} breaks at ${i + 1}`];
  });
}

/** What an item says, but for its version, which tells when it last changed; the head's counts. */
const saying = ({ pk, sk, version, record, w, d, k }: Item): string =>
  JSON.stringify([pk, sk, sk === 'HEAD' ? version : 0, w ?? 0, d ?? 0, k ?? 0]) + JSON.stringify(sorted(record));

/** A term without what a docket notes on it: when to look again, and the last alert. */
function unwatched(item: Item): Item {
  if (!item.sk.startsWith('TERM#')) return item;
  const { d: _d, ...rest } = item;
  const { lastAlert: _lastAlert, ...record } = item.record as { readonly lastAlert?: unknown };
  return { ...rest, record };
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value;

/**
 * What is wrong with a stored case: its chain, or an item that is not what the fold of its events comes to. Dockets that ran at
 * `docketsAt` may have noted their alerts on the terms of cases older than that.
 */
export async function caseFaults(store: CaseStore, caseId: string, docketsAt = ''): Promise<string[]> {
  const events = await storedEvents(store, 'case', caseId);
  const state = events.reduce<AnyState | undefined>(fold, undefined) as CaseState;
  const due = itemsOf('case', caseId, state).map(({ item }) => item);
  const inside = await everyItem((range) => store.partition(partitionOf('case', caseId), range));
  const outside = await store.load(due.filter(({ pk }) => pk !== partitionOf('case', caseId)));
  const plain = (events[0]?.at ?? '') <= docketsAt ? unwatched : (item: Item) => item;
  const has = [...inside, ...outside].map((item) => saying(plain(item))).sort();
  const wants = due.map((item) => saying(plain(item))).sort();
  return [
    ...chainFaults(events),
    ...(isDeepStrictEqual(has, wants) ? [] : [`${caseId} is not the fold of its events`]),
  ];
}
