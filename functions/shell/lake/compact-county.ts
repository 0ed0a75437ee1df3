import type { Watermark } from '../../../schemas/lake-zones.ts';
import { sizeText } from '../ledger/ledger-keys.ts';
import type { Ports } from '../ports.ts';
import { moveMark, type StandingMark, standingMark } from './lake-mark.ts';
import { mergeMonth, planMonth } from './merge-month.ts';
import { planDays } from './plan-days.ts';
import { rowsOfLog } from './sealed-rows.ts';
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
  for (;;) {
    const standing = await standingMark(ports.store, countyCode);
    const { mark, planned, version } = standing;
    if (planned) {
      await carryOut(ports, countyCode, { ...standing, planned });
      await moveMark(ports.store, countyCode, { mark: planned, from: version });
      continue;
    }
    const next = (await planDays(ports, countyCode, mark)) ?? (await planMonth(ports.objects, countyCode, mark));
    if (!next) return mark;
    await moveMark(ports.store, countyCode, { mark, planned: next, from: version });
  }
}

/** Writes what a plan names and is not there yet. */
async function carryOut(
  { store, objects }: CompactPorts,
  countyCode: string,
  { mark, planned, version }: StandingMark & { readonly planned: Watermark },
): Promise<void> {
  const { monthsTo, sealedTo: from } = mark;
  const to = { countyCode, monthsTo };
  if (planned.sealedTo > from) {
    const range = { countyCode, from, size: planned.sealedTo };
    const { events, ledger } = await rowsOfLog({ store, objects }, range);
    const name = `${sizeText(from)}-${sizeText(planned.sealedTo)}`;
    await writeDay(objects, { ...to, table: 'events', name }, events);
    await writeDay(objects, { ...to, table: 'ledger', name }, ledger);
  }
  if (planned.filesTo !== mark.filesTo)
    for (const table of versionTables) {
      const rows = await versionsOf(objects, table, { countyCode, mark, filesTo: planned.filesTo });
      await writeDay(objects, { ...to, table, name: versionsName(planned.filesTo, version) }, rows);
    }
  if (planned.monthsTo !== monthsTo) await mergeMonth(objects, { countyCode, ym: monthBefore(planned.monthsTo) });
}

/** The month before one, `YYYY-MM`: where nothing lay in between it has no files and nothing is merged. */
function monthBefore(ym: string): string {
  const [year = 0, month = 0] = ym.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${ym.slice(0, 5)}${String(month - 1).padStart(2, '0')}`;
}
