import { ZodError } from 'zod';
import { type LakeRow, type RecordedTable, recordedTables } from '../../schemas/lake.ts';
import { rawObject } from '../../schemas/lake-zones.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lastDayOf } from '../law/term-start.ts';
import { rowsOfEvent } from '../supervision/lake-rows/rows-of-event.ts';
import type { TableRow } from '../supervision/lake-rows/table-row.ts';
import { caseRow, eventRow, StoredEvent, StoredHead, StoredTerm, termRow } from '../supervision/record-rows.ts';
import type { Change } from './aws/stream-change.ts';
import { appendFeed, type FeedImage } from './feed.ts';
import { sha256 } from './hash.ts';
import { eventPartition } from './keys.ts';
import { noteUnsealed } from './ledger/unsealed.ts';
import { parquetOf } from './parquet.ts';
import type { CaseStore, Clock, ObjectStore } from './ports.ts';
import { type DayOf, rowsOfTrail } from './trail-changes.ts';

type RowsByTable = Record<RecordedTable, LakeRow[]>;

const noRows = (): RowsByTable =>
  Object.fromEntries(recordedTables.map((name) => [name, []])) as unknown as RowsByTable;

/** Something in the stream that must never be: an event was changed or removed, or an item cannot be read. */
export interface RecorderAlarm {
  readonly kind: 'event-altered' | 'item-unreadable';
  readonly eventName: Change['eventName'];
  readonly pk: string;
  readonly sk: string;
  readonly sequenceNumber: string;
}

export interface RecorderPorts {
  readonly objects: ObjectStore;
  /** Where the feed is kept, and what is to be sealed; without it only the lake is written. */
  readonly store?: CaseStore;
  readonly clock: Clock;
  /** Wakes the callbacks of counties whose feed may have moved; what it throws makes the batch come again. */
  readonly wake?: (counties: readonly string[]) => Promise<void>;
  /** By default one line of JSON on stderr, which the host's log turns into an alarm. */
  readonly alarm?: (alarm: RecorderAlarm) => void | Promise<void>;
}

const logAlarm = (alarm: RecorderAlarm): void => {
  process.stderr.write(`${JSON.stringify({ level: 'alarm', ...alarm })}\n`);
};

export interface Recorded {
  readonly rows: Readonly<Record<RecordedTable, number>>;
  /** Names of the objects of this batch, whether written now or by an earlier delivery. */
  readonly objects: readonly string[];
  readonly fed: number;
  readonly alarms: number;
}

interface Batch {
  readonly rows: RowsByTable;
  readonly images: FeedImage[];
  readonly alarms: RecorderAlarm[];
}

const inEventPartition = (pk: string): boolean => pk.startsWith('E#');

const alarmOf = (kind: RecorderAlarm['kind'], { eventName, keys, sequenceNumber }: Change): RecorderAlarm => ({
  kind,
  eventName,
  pk: keys.pk,
  sk: keys.sk,
  sequenceNumber,
});

/** Days on which the versions of this batch were recorded, by the partition of the subject's events and number. */
function daysOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  const inserted = changes.filter(({ eventName, keys }) => eventName === 'INSERT' && inEventPartition(keys.pk));
  return new Map(
    inserted.flatMap(({ newImage }) => {
      const event = StoredEvent.safeParse(newImage?.record).data;
      return event
        ? [[`${eventPartition(event.subjectKind, event.subjectId)} ${event.seq}`, civilDateOf(event.at)] as const]
        : [];
    }),
  );
}

/** Adds rows to their tables; false where what they are made of cannot be read. */
function takeRows({ rows }: Batch, made: () => readonly TableRow[]): boolean {
  try {
    for (const [table, row] of made()) rows[table].push(row);
    return true;
  } catch (error) {
    if (error instanceof ZodError) return false;
    throw error;
  }
}

function takeEvent(batch: Batch, change: Change): void {
  if (change.eventName !== 'INSERT') {
    batch.alarms.push(alarmOf('event-altered', change));
    return;
  }
  const event = StoredEvent.safeParse(change.newImage?.record);
  if (!event.success || !takeRows(batch, () => rowsOfEvent(event.data)))
    batch.alarms.push(alarmOf('item-unreadable', change));
  if (event.success) batch.rows.events.push(eventRow(event.data));
}

/** An act rewrites the term without its last alert; the image before still has it, and it holds while the last day is the same. */
function alertedTerm(stored: StoredTerm, { oldImage }: Change): StoredTerm {
  const before = StoredTerm.safeParse(oldImage?.record).data;
  const kept = before && lastDayOf(before.term) === lastDayOf(stored.term) ? before.lastAlert : undefined;
  return kept && !stored.lastAlert ? { ...stored, lastAlert: kept } : stored;
}

/** The head of a case or a watched term of any subject; `dayOf` tells on which day a version of a subject was recorded. */
function takeItem(batch: Batch, change: Change, dayOf: DayOf): void {
  const { newImage, keys } = change;
  if (!newImage) return;
  const version = newImage.version ?? 0;
  if (keys.sk === 'HEAD' && keys.pk.startsWith('C#')) {
    const stored = StoredHead.safeParse(newImage.record);
    if (!stored.success) return void batch.alarms.push(alarmOf('item-unreadable', change));
    const { head } = stored.data;
    batch.rows.cases.push(caseRow(head, version, dayOf('case', head.caseId, version)));
    batch.images.push({ head, version });
  } else if (keys.sk === 'TRAIL' && keys.pk.startsWith('C#')) {
    if (!takeRows(batch, () => rowsOfTrail(change, dayOf))) batch.alarms.push(alarmOf('item-unreadable', change));
  } else if (keys.sk.startsWith('TERM#')) {
    const stored = StoredTerm.safeParse(newImage.record);
    if (!stored.success) return void batch.alarms.push(alarmOf('item-unreadable', change));
    const { subjectKind, subjectId } = stored.data;
    const asOfOn = dayOf(subjectKind, subjectId, version);
    batch.rows.terms.push(termRow(alertedTerm(stored.data, change), version, asOfOn));
  }
}

function sortOut(changes: readonly Change[], today: string): Batch {
  const batch: Batch = { rows: noRows(), images: [], alarms: [] };
  const days = daysOf(changes);
  const dayOf: DayOf = (kind, id, version) => days.get(`${eventPartition(kind, id)} ${version}`) ?? today;
  for (const change of changes) {
    if (inEventPartition(change.keys.pk)) takeEvent(batch, change);
    else takeItem(batch, change, dayOf);
  }
  return batch;
}

/** Rows by the day of their folder: today, or their own day where a clock was ahead, so that none lies before its day. */
function byDay(rows: readonly LakeRow[], today: string): ReadonlyMap<string, LakeRow[]> {
  const days = new Map<string, LakeRow[]>();
  for (const row of rows) {
    const own = row['recorded_at'] ? civilDateOf(String(row['recorded_at'])) : String(row['as_of_on'] ?? today);
    const day = own > today ? own : today;
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return days;
}

/** From the first to the last position of the changes. */
const spanOf = (changes: readonly Change[]): string =>
  `${changes[0]?.sequenceNumber ?? '0'}-${changes.at(-1)?.sequenceNumber ?? '0'}`;

/**
 * The name tells which changes and which content: a batch delivered again on the same day finds its object there, and one that was
 * cut anew (a crash in between makes the next batch longer) never hides behind an object that holds less.
 */
async function writeRows(
  batch: Batch,
  changes: readonly Change[],
  to: { readonly objects: ObjectStore; readonly today: string },
): Promise<readonly string[]> {
  const span = spanOf(changes);
  const written = recordedTables.flatMap((table) =>
    [...byDay(batch.rows[table], to.today)].map(async ([day, rows]) => {
      const bytes = parquetOf(table, rows);
      const name = rawObject(table, day, `${span}-${sha256(bytes).slice(0, 16)}`);
      await to.objects.put(name, bytes, { ifAbsent: true });
      return name;
    }),
  );
  return Promise.all(written);
}

/**
 * Records one batch of the table's stream: one raw Parquet object a table for the whole region, then the feed. When it returns,
 * everything is stored durably; when it throws, the same changes must come again, which writes nothing twice (design decision
 * 15). Every change or removal of an event, and every item that cannot be read, raises an alarm (design decision 3).
 */
export async function recordChanges(changes: readonly Change[], ports: RecorderPorts): Promise<Recorded> {
  const today = civilDateOf(ports.clock.now());
  const batch = sortOut(changes, today);
  for (const alarm of batch.alarms) await (ports.alarm ?? logAlarm)(alarm);
  const objects = await writeRows(batch, changes, { objects: ports.objects, today });
  if (ports.store) await noteUnsealed(ports.store, batch.rows.events, spanOf(changes));
  const fed = ports.store ? await appendFeed(ports.store, batch.images) : 0;
  const counties = [...new Set(batch.images.map(({ head }) => head.countyCode))];
  if (counties.length > 0) await ports.wake?.(counties);
  const counts = recordedTables.map((name) => [name, batch.rows[name].length] as const);
  return {
    rows: Object.fromEntries(counts) as Record<RecordedTable, number>,
    objects,
    fed,
    alarms: batch.alarms.length,
  };
}
