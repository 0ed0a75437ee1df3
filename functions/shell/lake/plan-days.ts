import type { Watermark } from '../../../schemas/lake-zones.ts';
import type { Event } from '../../core/event.ts';
import type { SubjectKind } from '../../core/subject.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import { ledgerHead } from '../ledger/ledger-head.ts';
import { markKey } from '../ledger/ledger-keys.ts';
import type { Batch } from '../ledger/seal-county.ts';
import type { Ports } from '../ports.ts';
import { rawRows } from './raw-files.ts';
import { type SealedLog, sealedBatches } from './sealed-rows.ts';

type Sources = Pick<Ports, 'store' | 'objects' | 'clock'>;

/** Events a file holds at most: what fits in memory. Days of a county have far fewer, days of a take-over may have more. */
const A_FILE = 20_000;
/** Keys a read takes at most. */
const A_READ = 100;

const earliest = (...days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0];
const later = (a: string, b: string): string => (a > b ? a : b);

const dayOf = ({ at }: Pick<Event, 'at'>): string => civilDateOf(at);
const lastDayOf = ({ events }: Batch): string => events.map(dayOf).reduce((a, b) => (a > b ? a : b), '');

const firstDayOf = ({ events }: Batch): string | undefined => events.map(dayOf).sort()[0];

/** What a plan takes of the log, and the first day of which something is left behind. */
interface Taken {
  readonly sealedTo: number;
  /** Whether more can be taken in a further step. */
  readonly more: boolean;
  readonly left?: string;
}

/** The watermark after a step, and whether another one has to follow. */
export interface DaysPlan {
  readonly planned: Watermark;
  readonly more: boolean;
}

/** Today is not over; but what lies behind the watermark is seen by nobody until it is compacted, and is taken whatever the day. */
const canBeTaken = (batch: Batch, today: string, daysTo: string): boolean =>
  batch.events.every((event) => dayOf(event) !== today || dayOf(event) < daysTo);

/** Whole batches of one day, in the order of the log, up to the first that is of today. */
async function takeBatches(
  log: SealedLog,
  of: { readonly mark: Watermark; readonly today: string; readonly size: number },
): Promise<Taken> {
  const { mark, today, size } = of;
  let taken = mark.sealedTo;
  let day: string | undefined;
  let left: string | undefined;
  for await (const batch of sealedBatches(log, { from: mark.sealedTo, size })) {
    const open = left !== undefined || !canBeTaken(batch, today, mark.daysTo);
    if (open) {
      left = earliest(left, firstDayOf(batch));
    } else if (day === undefined || (lastDayOf(batch) === day && batch.size - mark.sealedTo <= A_FILE)) {
      day = lastDayOf(batch);
      taken = batch.size;
      log.keep(batch);
    } else return { sealedTo: taken, more: true };
  }
  return { sealedTo: taken, more: false, ...(left !== undefined && { left }) };
}

const RECORDED = ['subject_kind', 'subject_id', 'seq', 'recorded_at', 'county_code'];

/** The first day before today of which the recorder knows an event that is not in the log yet: it must stay readable as raw row. */
async function firstUnsealed(
  ports: Sources,
  countyCode: string,
  of: { readonly from: string; readonly today: string },
): Promise<string | undefined> {
  const days = { from: of.from, to: of.today };
  const rows = await rawRows(ports.objects, 'events', { countyCode, ...days, columns: RECORDED });
  const recorded = rows
    .map((row) => ({
      day: civilDateOf(String(row['recorded_at'])),
      key: markKey(countyCode, String(row['subject_kind']) as SubjectKind, String(row['subject_id'])),
      seq: Number(row['seq']),
    }))
    .filter(({ day }) => day >= of.from && day < of.today);
  const keys = [...new Map(recorded.map(({ key }) => [key.sk, key])).values()];
  const sealed = new Map<string, number>();
  for (let at = 0; at < keys.length; at += A_READ)
    for (const { sk, version = 0 } of await ports.store.load(keys.slice(at, at + A_READ))) sealed.set(sk, version);
  return recorded
    .filter(({ key, seq }) => seq > (sealed.get(key.sk) ?? 0))
    .map(({ day }) => day)
    .sort()[0];
}

/** The first day of a batch whose sealing has begun: its events stand in no log yet. */
async function beingSealed(log: SealedLog, size: number): Promise<string | undefined> {
  const begun = await log.batchAt(size);
  return begun && firstDayOf(begun);
}

/**
 * The next step that takes rows into `days`: batches of one day; with the last of them, days that are over are read from there. A day
 * of which an event is not sealed, or sealed behind one of today, stays with the raw files. Undefined when there is nothing to do.
 */
export async function planDays(ports: Sources, log: SealedLog, mark: Watermark): Promise<DaysPlan | undefined> {
  const { countyCode } = log;
  const today = civilDateOf(ports.clock.now());
  const { size } = await ledgerHead(ports.store, countyCode);
  const { sealedTo, more, left } = await takeBatches(log, { mark, today, size });
  if (more) return { planned: { ...mark, sealedTo }, more };
  const behind = mark.daysTo < today;
  const unsealed = behind ? await firstUnsealed(ports, countyCode, { from: mark.daysTo, today }) : undefined;
  // What was sealed meanwhile was not looked at.
  if (behind && (await ledgerHead(ports.store, countyCode)).size !== size) return planDays(ports, log, mark);
  const begun = behind ? await beingSealed(log, size) : undefined;
  const daysTo = later(mark.daysTo, earliest(today, left, unsealed, begun) ?? today);
  const planned = { ...mark, sealedTo, daysTo, filesTo: today };
  const same = sealedTo === mark.sealedTo && daysTo === mark.daysTo && mark.filesTo === today;
  return same ? undefined : { planned, more };
}
