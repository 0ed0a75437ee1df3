import type { LakeRow } from '../../../schemas/lake.ts';
import { comparableRow } from '../../../schemas/lake-row.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import { eventIdOf, eventRow, StoredEvent } from '../../supervision/record-rows.ts';
import { hashOfJson } from '../hash.ts';
import { type Batch, batchOf, ledgerRows } from '../ledger/seal-county.ts';
import { manifestAt } from '../ledger/seal-manifest.ts';
import type { ObjectStore, Ports } from '../ports.ts';
import { rawRows } from './raw-files.ts';

/** A range of a county's log. */
export interface LogRange {
  readonly from: number;
  readonly size: number;
}

type Sources = Pick<Ports, 'store' | 'objects'>;

/** A county's log, of which a step of the compaction reads what it plans and what it writes once. */
export interface SealedLog {
  readonly countyCode: string;
  /** The batch that begins at a place, undefined where none does. Throws when an event is no longer what was sealed. */
  batchAt(from: number): Promise<Batch | undefined>;
  /** Keeps a batch until it is written: those a plan takes fit in memory, the whole log need not. */
  keep(batch: Batch): void;
  forget(): void;
}

/** The log of a county as it is read in one run. Batches never change. */
export function readOnce(ports: Sources, countyCode: string): SealedLog {
  const kept = new Map<number, Batch>();
  return {
    countyCode,
    async batchAt(from) {
      const known = kept.get(from);
      if (known) return known;
      const written = await manifestAt(ports, countyCode, from);
      return written && batchOf(ports, { ...written, countyCode });
    },
    keep: (batch) => void kept.set(batch.from, batch),
    forget: () => kept.clear(),
  };
}

/** The batches of a range, in order. Throws when one is missing or an event is no longer what was sealed. */
export async function* sealedBatches(log: SealedLog, { from, size }: LogRange): AsyncGenerator<Batch> {
  for (let at = from; at < size; ) {
    const batch = await log.batchAt(at);
    if (!batch) throw new Error(`the manifest of ${log.countyCode} at ${at} is missing`);
    yield batch;
    at = batch.size;
  }
}

const hashOfRow = (row: LakeRow): string => hashOfJson(comparableRow('events', row));

/**
 * Rows as they were sealed. A version of the system that lays events out otherwise, deployed between sealing and compaction, is no
 * reason to lose one: then the row that the recorder wrote at the time is taken. Throws where that is another one too.
 */
async function eventRowsOf(objects: ObjectStore, { countyCode, manifest, events }: Batch): Promise<readonly LakeRow[]> {
  const sealed = new Map(manifest.events.map((one) => [eventIdOf(one), one.rowSha256]));
  const made = events.map((event) => eventRow(StoredEvent.parse(event)));
  const asSealed = (row: LakeRow): boolean => hashOfRow(row) === sealed.get(String(row['event_id']));
  const others = made.filter((row) => !asSealed(row));
  if (others.length === 0) return made;
  const days = events.map(({ at }) => civilDateOf(at)).sort();
  const recorded = await rawRows(objects, 'events', {
    countyCode,
    from: days[0] ?? '',
    to: civilDateOf(manifest.at),
  });
  const kept = new Map(recorded.filter(asSealed).map((row) => [row['event_id'], row]));
  return made.map((row) => {
    const found = asSealed(row) ? row : kept.get(row['event_id'] ?? '');
    if (!found) throw new Error(`the row of ${row['event_id']} is another one than was sealed`);
    return found;
  });
}

/** Rows of `events` and `ledger` of the batches in a range. */
export async function rowsOfLog(
  objects: ObjectStore,
  log: SealedLog,
  range: LogRange,
): Promise<{ readonly events: readonly LakeRow[]; readonly ledger: readonly LakeRow[] }> {
  const events: LakeRow[] = [];
  const ledger: LakeRow[] = [];
  for await (const batch of sealedBatches(log, range)) {
    events.push(...(await eventRowsOf(objects, batch)));
    ledger.push(...ledgerRows(batch));
  }
  return { events, ledger };
}
