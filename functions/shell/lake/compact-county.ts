import type { Watermark } from '../../../schemas/lake-zones.ts';
import { addDays } from '../../law/calendar.ts';
import { sizeText } from '../ledger/ledger-keys.ts';
import type { Ports } from '../ports.ts';
import { moveMark, type StandingMark, standingMark } from './lake-mark.ts';
import { mergeMonth, planMonth } from './merge-month.ts';
import { type DaysPlan, planDays } from './plan-days.ts';
import { readOnce, rowsOfLog, type SealedLog } from './sealed-rows.ts';
import { versionsName, versionsOf, versionTables } from './version-rows.ts';
import { writeDay } from './write-rows.ts';

export type CompactPorts = Pick<Ports, 'store' | 'objects' | 'clock'>;

/**
 * Takes what is over from raw files into days, and months that are over into one file: step by step a plan, the files it names, and last
 * the county's watermark by one conditional update. A crash between any two writes, and a second compaction at the same time, lead to
 * the same files and the same watermark; nothing that a query may be reading is changed or removed (design decision 15). Answers the
 * watermark. Throws when the log or the table were tampered with.
 */
export async function compactCounty(ports: CompactPorts, countyCode: string): Promise<Watermark> {
  const log = readOnce(ports, countyCode);
  let standing: StandingMark = await standingMark(ports.store, countyCode);
  let days = true;
  for (;;) {
    const { mark, planned, version } = standing;
    if (planned) {
      await carryOut(ports, log, { ...standing, planned });
      log.forget();
      standing = await moveMark(ports.store, countyCode, { mark: planned, from: version });
      continue;
    }
    const step: DaysPlan | undefined = days ? await planDays(ports, log, mark) : undefined;
    const next: Watermark | undefined = step?.planned ?? (await planMonth(ports.objects, countyCode, mark));
    if (!next) return mark;
    standing = await moveMark(ports.store, countyCode, { mark, planned: next, from: version });
    // What is sealed from here on is the next compaction's, unless somebody else planned another step.
    days = step?.more === true || standing.planned !== next;
  }
}

const A_FEW_DAYS = 7;

/** Work that was begun side by side. Each piece is heard as soon as it fails, whatever is awaited by then. */
function sideBySide() {
  const begun: Promise<{ readonly error: unknown } | undefined>[] = [];
  return {
    /** Resolves when the work has ended, well or not. */
    begin(work: Promise<void>): Promise<unknown> {
      const ended = work.then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      begun.push(ended);
      return ended;
    },
    /** Waits for all and throws what the first of them failed with: nothing is left under way. */
    async all(): Promise<void> {
      const failed = (await Promise.all(begun)).find((one) => one !== undefined);
      if (failed) throw failed.error;
    },
  };
}

/** Writes what a plan names and is not there yet. */
async function carryOut(
  { objects }: CompactPorts,
  log: SealedLog,
  { mark, planned, version }: StandingMark & { readonly planned: Watermark },
): Promise<void> {
  const { countyCode } = log;
  const { monthsTo, sealedTo: from } = mark;
  const to = { countyCode, monthsTo };
  const writing = sideBySide();
  if (planned.sealedTo > from) {
    const { events, ledger } = await rowsOfLog(objects, log, { from, size: planned.sealedTo });
    const name = `${sizeText(from)}-${sizeText(planned.sealedTo)}`;
    void writing.begin(writeDay(objects, { ...to, table: 'events', name }, events));
    void writing.begin(writeDay(objects, { ...to, table: 'ledger', name }, ledger));
  }
  if (planned.filesTo !== mark.filesTo)
    for (const table of versionTables) {
      const rows = versionsOf(objects, table, { countyCode, mark, filesTo: planned.filesTo });
      const name = versionsName(planned.filesTo, version);
      const ended = writing.begin(rows.then((found) => writeDay(objects, { ...to, table, name }, found)));
      // Of a few days all tables fit in memory, of a backlog one after the other.
      if (addDays(mark.filesTo, A_FEW_DAYS) < planned.filesTo) await ended;
    }
  // The watermark moves when all of them stand.
  await writing.all();
  if (planned.monthsTo !== monthsTo) await mergeMonth(objects, { countyCode, ym: monthBefore(planned.monthsTo) });
}

/** The month before one, `YYYY-MM`: where nothing lay in between it has no files and nothing is merged. */
function monthBefore(ym: string): string {
  const [year = 0, month = 0] = ym.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${ym.slice(0, 5)}${String(month - 1).padStart(2, '0')}`;
}
