import { AlertLevel } from '../../../schemas/alert.ts';
import type { AlertRecord } from '../../../schemas/alert-record.ts';
import { alertIdOf } from '../../core/alert-fold.ts';
import type { Event } from '../../core/event.ts';
import { type AnyState, fold } from '../../core/fold.ts';
import type { SubjectRef } from '../../core/subject.ts';
import { lastDayOf } from '../../law/term-start.ts';
import type { Change } from '../aws/stream-change.ts';
import { eventKey, eventPartition, headKey, partitionOf, seqText } from '../keys.ts';
import { pages } from '../ledger/marks.ts';
import type { CaseStore, Item, Key, Write } from '../ports.ts';
import { writesBetween } from '../projection.ts';
import type { TermRecord } from '../term-items.ts';

const PAGE = 100;

/** What the table's stream told when one event was stored, or when one alert was raised. */
export interface RetoldAct {
  /** The instant it was recorded at. */
  readonly at: string;
  readonly kind: 'event' | 'alert';
  readonly changes: readonly Change[];
}

/** A subject as its events tell it again; `broken` is the number of the first event that is missing or does not follow. */
export interface Retold {
  readonly acts: readonly RetoldAct[];
  readonly broken?: number;
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** Every event of a subject, in the order of its numbers. */
export async function eventsOf(store: Pick<CaseStore, 'partition'>, { kind, id }: SubjectRef): Promise<Event[]> {
  const events: Event[] = [];
  const read = (cursor: { cursor?: string }) =>
    store.partition(eventPartition(kind, id), { from: seqText(1), limit: PAGE, ...cursor });
  for await (const { record } of pages(read)) events.push(record as Event);
  return events;
}

interface Table {
  readonly items: ReadonlyMap<string, Item>;
  /** Writes, and answers what the stream tells of it. */
  write(write: Write, sequenceNumber: string): Change | undefined;
}

/** Items as the table held them at each instant: what tells the image before a write. */
function emptyTable(): Table {
  const items = new Map<string, Item>();
  return {
    items,
    write(write, sequenceNumber) {
      if (write.kind === 'check') return undefined;
      const key = write.kind === 'delete' ? write.key : write.item;
      const keys = { pk: key.pk, sk: key.sk };
      const oldImage = items.get(nameOf(key));
      if (write.kind === 'delete') {
        items.delete(nameOf(key));
        return oldImage && { eventName: 'REMOVE', keys, oldImage, sequenceNumber };
      }
      items.set(nameOf(key), write.item);
      const before = oldImage ? { eventName: 'MODIFY' as const, oldImage } : { eventName: 'INSERT' as const };
      return { ...before, keys, newImage: write.item, sequenceNumber };
    },
  };
}

/** Digits, as a position in the stream has them: the instant, then the number of the event. */
const positionOf = (at: string, seq: number): string => `${at.replace(/\D/g, '')}${seqText(seq)}`;

interface Told {
  readonly subject: SubjectRef;
  readonly events: readonly Event[];
  readonly alerts: readonly AlertRecord[];
}

/** The term an alert was raised for as the docket left it: the same version, with the last alert. */
function alerted({ items }: Table, { kind, id }: SubjectRef, alert: AlertRecord): Write | undefined {
  const item = items.get(nameOf({ pk: partitionOf(kind, id), sk: `TERM#${alert.term}` }));
  const record = item?.record as TermRecord | undefined;
  if (!item || !record || lastDayOf(record.term) !== alert.dueOn) return undefined;
  const lastAlert = { level: alert.level, at: alert.at };
  return { kind: 'put', role: 'other', item: { ...item, record: { ...record, lastAlert } } };
}

/** The state after an event; undefined where the event does not follow the one before it or cannot be folded. */
function folded(before: AnyState | undefined, event: Event): AnyState | undefined {
  if (event.seq !== (before?.version ?? 0) + 1 || event.prevHash !== (before?.chain ?? '')) return undefined;
  try {
    return fold(before, event);
  } catch {
    return undefined;
  }
}

interface Telling extends Retold {
  readonly acts: RetoldAct[];
}

function actsOf({ subject, events, alerts }: Told): Telling {
  const table = emptyTable();
  const waiting = [...alerts].sort((a, b) => (`${a.raisedAt} ${a.at}` < `${b.raisedAt} ${b.at}` ? -1 : 1));
  const acts: RetoldAct[] = [];
  let state: AnyState | undefined;
  let broken: number | undefined;
  const raiseUntil = (instant: string | undefined): void => {
    while (waiting[0] && (instant === undefined || waiting[0].raisedAt < instant)) {
      const alert = waiting.shift();
      const put = alert && alerted(table, subject, alert);
      const change = put && table.write(put, positionOf(alert.raisedAt, state?.version ?? 0));
      if (change) acts.push({ at: alert.raisedAt, kind: 'alert', changes: [change] });
    }
  };
  for (const event of events) {
    raiseUntil(event.at);
    const before = state;
    const after = broken === undefined ? folded(before, event) : undefined;
    if (after) state = after;
    else broken ??= (before?.version ?? 0) + 1;
    const item = { ...eventKey(subject.kind, subject.id, event.seq), version: event.seq, record: event };
    const writes: readonly Write[] = [
      { kind: 'put-new', role: 'version', item },
      ...(after ? writesBetween(subject.kind, subject.id, { before, after }) : []),
    ];
    const position = positionOf(event.at, event.seq);
    acts.push({ at: event.at, kind: 'event', changes: writes.flatMap((one) => table.write(one, position) ?? []) });
  }
  raiseUntil(undefined);
  return { acts, ...(broken === undefined ? {} : { broken }) };
}

/** Alerts raised for the last days a subject's terms ever had. Their numbers follow from both, so none is searched for. */
async function alertsOf(store: Pick<CaseStore, 'load'>, acts: readonly RetoldAct[]): Promise<readonly AlertRecord[]> {
  const keys = new Map<string, Key>();
  for (const { keys: of, newImage } of acts.flatMap(({ changes }) => changes)) {
    if (!of.sk.startsWith('TERM#') || !newImage) continue;
    const { subjectId, term } = newImage.record as TermRecord;
    for (const level of AlertLevel.options) {
      const key = headKey('alert', alertIdOf({ subjectId, term: term.term, dueOn: lastDayOf(term), level }));
      keys.set(key.pk, key);
    }
  }
  const all = [...keys.values()];
  const found: AlertRecord[] = [];
  for (let at = 0; at < all.length; at += PAGE)
    for (const { record } of await store.load(all.slice(at, at + PAGE)))
      found.push((record as { head: AlertRecord }).head);
  return found;
}

/**
 * What the table's stream told of a subject, told again from its events alone: stored state is the fold of the events (design
 * section 2), so every version of every item follows from them. Alerts raise no version of the subject, and are read where their
 * numbers say. `version` is the number of events the subject has. Behind a gap only the events themselves are told.
 */
export async function retoldSubject(store: CaseStore, subject: SubjectRef, version: number): Promise<Retold> {
  const events = await eventsOf(store, subject);
  const plain = actsOf({ subject, events, alerts: [] });
  const alerts = await alertsOf(store, plain.acts);
  const told = alerts.length === 0 ? plain : actsOf({ subject, events, alerts });
  return told.broken === undefined && events.length < version ? { ...told, broken: events.length + 1 } : told;
}
