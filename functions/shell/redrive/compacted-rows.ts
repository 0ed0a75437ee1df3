import type { LakeRow } from '../../../schemas/lake.ts';
import { type CountyZone, countyObject, countyPrefix, monthOfObject } from '../../../schemas/lake-zones.ts';
import { eventIdOf } from '../../supervision/record-rows.ts';
import { hashOfJson } from '../hash.ts';
import { standingMark } from '../lake/lake-mark.ts';
import { storedRows } from '../lake/raw-files.ts';
import { readOnce, rowsOfLog } from '../lake/sealed-rows.ts';
import { manifestAt, type WrittenManifest } from '../ledger/seal-manifest.ts';
import { parquetOf } from '../parquet.ts';
import type { Ports } from '../ports.ts';
import { type RedriveRequest, spanOf } from './redrive-request.ts';

type Sources = Pick<Ports, 'store' | 'objects'>;

/** Tables that are compacted from the log, and what names a row of each. */
const named = { events: 'event_id', ledger: 'log_index' } as const;
type LogTable = keyof typeof named;
const logTables = Object.keys(named) as readonly LogTable[];

const nameOf = (table: LogTable, row: LakeRow): string => String(row[named[table]]);

/** Rows a file holds at most. */
const A_FILE = 20_000;

/** Which rows of a table a county's files hold in a zone, by name, with the month they lie under. */
type Held = Map<string, string>;

/** What is lacking in a zone, by month, until it is written. */
interface Place {
  readonly zone: CountyZone;
  readonly table: LogTable;
  readonly countyCode: string;
  readonly held: Held;
  readonly lacking: Map<string, LakeRow[]>;
}

async function placeOf({ objects }: Sources, of: Omit<Place, 'held' | 'lacking'>): Promise<Place> {
  const { zone, table, countyCode } = of;
  const held: Held = new Map();
  for (const key of await objects.list(countyPrefix(zone, table, countyCode))) {
    if (!key.endsWith('.parquet')) continue;
    const ym = monthOfObject(key);
    for (const row of await storedRows(objects, table, { key, columns: [named[table]] }))
      held.set(nameOf(table, row), ym);
  }
  return { ...of, held, lacking: new Map() };
}

function lack({ table, held, lacking }: Place, row: LakeRow): void {
  const ym = String(row['ym']);
  if (held.has(nameOf(table, row))) return;
  const rows = lacking.get(ym) ?? [];
  rows.push(row);
  lacking.set(ym, rows);
}

/** Writes what a place lacks of each month under a name that follows from it; answers how many rows. */
async function fill({ objects }: Sources, { zone, table, countyCode, held, lacking }: Place): Promise<number> {
  let filled = 0;
  for (const [ym, rows] of lacking) {
    const name = `restored-${hashOfJson(rows.map((row) => nameOf(table, row))).slice(0, 32)}`;
    await objects.put(countyObject(zone, { table, countyCode, ym, name }), parquetOf(table, rows), { ifAbsent: true });
    for (const row of rows) held.set(nameOf(table, row), ym);
    filled += rows.length;
  }
  lacking.clear();
  return filled;
}

interface Places {
  readonly days: Place;
  readonly months: Place;
}

/** Whether the files hold everything of a batch; only what they do not is read from the table. */
function holdAll({ days, months }: Places, names: readonly string[], monthsTo: string): boolean {
  return names.every((name) => {
    const ym = days.held.get(name);
    return ym !== undefined && (ym >= monthsTo || months.held.has(name));
  });
}

/** Whether a request asks for a batch: sealed since it begins, and with its subject. */
const asksFor = (request: RedriveRequest, { manifest }: WrittenManifest): boolean =>
  manifest.at >= spanOf(request).from &&
  (request.subjectId === undefined ||
    manifest.events.some((one) => one.subjectKind === request.subjectKind && one.subjectId === request.subjectId));

/** A batch as a range of the log, with the names of its rows. */
interface Named {
  readonly from: number;
  readonly size: number;
  readonly names: Readonly<Record<LogTable, readonly string[]>>;
}

/** The compacted batches of a request. */
async function* compactedBatches(ports: Sources, request: RedriveRequest, sealedTo: number): AsyncGenerator<Named> {
  for (let from = 0; from < sealedTo; ) {
    const written = await manifestAt(ports, request.countyCode, from);
    if (!written) throw new Error(`the manifest of ${request.countyCode} at ${from} is missing`);
    const { events } = written.manifest;
    const size = from + events.length;
    const start = from;
    const names = { events: events.map(eventIdOf), ledger: events.map((_, i) => String(start + i)) };
    if (asksFor(request, written)) yield { from, size, names };
    from = size;
  }
}

/**
 * Puts rows of `events` and `ledger` that were compacted and are gone into the days, and the months, they belong to, from the log: every
 * row that a file there holds stays as it is, every other stands in a further file. So lost files come back without a copy, in whatever
 * parts they were lost; broken off anywhere and run again it comes to the same rows. The watermark stays where it is, and no query sees
 * a row twice. Answers how many rows. Throws where a file is damaged, which is to be taken away first, and where a row that is gone
 * cannot be made, since the table or the log was tampered with.
 */
export async function restoreCompacted(ports: Sources, request: RedriveRequest): Promise<number> {
  const { countyCode } = request;
  const { mark } = await standingMark(ports.store, countyCode);
  const log = readOnce(ports, countyCode);
  let restored = 0;
  for (const table of mark.sealedTo === 0 ? [] : logTables) {
    const places: Places = {
      days: await placeOf(ports, { zone: 'days', table, countyCode }),
      months: await placeOf(ports, { zone: 'months', table, countyCode }),
    };
    let waiting = 0;
    const fillAll = async (): Promise<void> => {
      restored += (await fill(ports, places.days)) + (await fill(ports, places.months));
      waiting = 0;
    };
    for await (const batch of compactedBatches(ports, request, mark.sealedTo)) {
      if (holdAll(places, batch.names[table], mark.monthsTo)) continue;
      const rows = (await rowsOfLog(ports.objects, log, batch))[table];
      for (const row of rows) {
        lack(places.days, row);
        if (String(row['ym']) < mark.monthsTo) lack(places.months, row);
      }
      waiting += rows.length;
      if (waiting >= A_FILE) await fillAll();
    }
    await fillAll();
  }
  return restored;
}
