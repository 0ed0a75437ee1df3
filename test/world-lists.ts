import type { CaseEvent, CaseState } from '../functions/core/case-fold.ts';
import { foldCase } from '../functions/core/case-fold.ts';
import { caseLocks } from '../functions/core/case-locks.ts';
import { personsOfCase } from '../functions/core/case-persons.ts';
import { viewOf } from '../functions/core/case-view.ts';
import type { Event } from '../functions/core/event.ts';
import type { Listed } from '../functions/core/facts.ts';
import type { AnyState } from '../functions/core/fold.ts';
import { feedOf, positionText } from '../functions/core/list-keys.ts';
import type { ListRequest } from '../functions/core/step.ts';
import { civilDateOf } from '../functions/law/clock-face.ts';
import { eventKey, holdPartition, holdPrefix, noticeKey, openCaseKey } from '../functions/shell/keys.ts';
import type { Item } from '../functions/shell/ports.ts';
import { itemsOf } from '../functions/shell/projection.ts';
import type { Hold } from '../schemas/erasure.ts';
import type { NoticeRecord } from '../schemas/notice.ts';

const split = (key: string): [kind: Event['subjectKind'], id: string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at) as Event['subjectKind'], key.slice(at + 1)];
};

/** What lists are made of; a `World` is one. */
interface Listable {
  readonly states: ReadonlyMap<string, AnyState>;
  readonly events: readonly Event[];
}

interface Feed {
  /** Events taken up so far. */
  taken: number;
  readonly states: Map<string, CaseState>;
  readonly positions: Map<string, number>;
  readonly items: Item[];
}
const feeds = new WeakMap<readonly Event[], Feed>();

/** The feed as its recorder would have appended it: a version of a case an event; each event is folded once, whoever asks how often. */
function feed({ events }: Listable): readonly Item[] {
  const known = feeds.get(events);
  const fed =
    known && known.taken <= events.length ? known : { taken: 0, states: new Map(), positions: new Map(), items: [] };
  feeds.set(events, fed);
  for (const event of events.slice(fed.taken)) if (event.subjectKind === 'case') append(fed, event as CaseEvent);
  fed.taken = events.length;
  return fed.items;
}

function append({ states, positions, items }: Feed, event: CaseEvent): void {
  const state = foldCase(states.get(event.subjectId), event);
  states.set(event.subjectId, state);
  const { caseId, clientId, owner, countyCode } = state.head;
  const position = (positions.get(countyCode) ?? 0) + 1;
  positions.set(countyCode, position);
  const record = { caseId, version: state.version, clientId, owner, view: viewOf(state.head, state.version) };
  items.push({ pk: feedOf(countyCode), sk: positionText(position), record });
}

const eventItems = ({ events }: Listable): readonly Item[] =>
  events.map((event) => ({
    ...eventKey(event.subjectKind, event.subjectId, event.seq),
    version: event.seq,
    record: event,
  }));

const stateItems = ({ states }: Listable): readonly Item[] =>
  [...states].flatMap(([key, state]) => itemsOf(...split(key), state).map(({ item }) => item));

/** Only what may hold the list: events and feed stand in partitions of their own and in no index. */
function itemsFor(world: Listable, list: ListRequest): readonly Item[] {
  if ('index' in list) return stateItems(world);
  if (list.partition.startsWith(eventKey('case', '', 0).pk.slice(0, 2))) return eventItems(world);
  return list.partition.startsWith(feedOf('')) ? feed(world) : stateItems(world);
}

/** A list over everything the world's states stand in, in the order and pages of the store. */
export function listIn(world: Listable, list: ListRequest, now: string): Listed {
  const items = itemsFor(world, list);
  const keyed = items.flatMap((item) => {
    const key = 'index' in list ? item[list.index] : item;
    return key?.pk === ('index' in list ? list.pk : list.partition) ? [{ at: key.sk, item }] : [];
  });
  const from = 'fromToday' in list && list.fromToday ? civilDateOf(now) : (list.from ?? '');
  const upTo = 'upTo' in list ? list.upTo : undefined;
  const found = keyed
    .filter(({ at }) => at >= from && at.startsWith(list.prefix ?? ''))
    .filter(({ at }) => upTo === undefined || at <= upTo || at.startsWith(upTo))
    .filter(({ at }) => list.cursor === undefined || at > list.cursor)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const page = found.slice(0, list.limit ?? found.length);
  return {
    records: page.map(({ item: { sk, version, record } }) => ({ sk, version, record })),
    next: page.length < found.length ? page.at(-1)?.at : undefined,
  };
}

/** The notice at a public address. */
export function noticeIn({ states }: Listable, token: string): NoticeRecord | undefined {
  const { pk } = noticeKey(token);
  const items = [...states].flatMap(([key, state]) => itemsOf(...split(key), state).map(({ item }) => item));
  return items.find((item) => item.pk === pk)?.record as NoticeRecord | undefined;
}

/** What each person of a case is held by, as the items of all states say. */
export function holdsIn({ states }: Listable, state: CaseState): Readonly<Record<string, readonly Hold[]>> {
  const items = [...states].flatMap(([key, one]) => itemsOf(...split(key), one).map(({ item }) => item));
  return Object.fromEntries(
    personsOfCase(state).map((person) => {
      const locks = caseLocks.map((lock) => openCaseKey(person, lock).pk);
      const held = items.filter(({ pk, sk }) => pk === holdPartition(person) && sk.startsWith(holdPrefix));
      const open = items
        .filter(({ pk }) => locks.includes(pk))
        .map(({ record }) => record as Hold)
        .map(({ caseId, program }): Hold => ({ caseId, program }));
      return [person, [...open, ...held.map(({ record }) => record as Hold)]];
    }),
  );
}
