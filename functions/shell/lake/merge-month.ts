import { type LakeRow, type LakeTableName, lakeTableNames, lakeTables } from '../../../schemas/lake.ts';
import { countyObject, countyPrefix, monthOfObject, type Watermark } from '../../../schemas/lake-zones.ts';
import { parquetOf } from '../parquet.ts';
import type { ObjectStore } from '../ports.ts';
import { storedRows } from './raw-files.ts';
import { differingRows } from './version-rows.ts';

const dayKeys = async (objects: ObjectStore, table: LakeTableName, countyCode: string): Promise<readonly string[]> =>
  (await objects.list(countyPrefix('days', table, countyCode))).filter((key) => key.endsWith('.parquet'));

/** The month after one, `YYYY-MM`. */
function monthAfter(ym: string): string {
  const [year = 0, month = 0] = ym.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${ym.slice(0, 5)}${String(month + 1).padStart(2, '0')}`;
}

/**
 * The next month to merge: the first that has day files and is over by all that is read from days. Undefined when every such month is
 * merged.
 */
export async function planMonth(
  objects: ObjectStore,
  countyCode: string,
  mark: Watermark,
): Promise<Watermark | undefined> {
  const running = (mark.daysTo < mark.filesTo ? mark.daysTo : mark.filesTo).slice(0, 7);
  if (mark.monthsTo >= running) return undefined;
  const lists = await Promise.all(lakeTableNames.map((table) => dayKeys(objects, table, countyCode)));
  const months = lists.flat().map(monthOfObject);
  const [next] = months.filter((ym) => ym >= mark.monthsTo && ym < running).sort();
  return { ...mark, monthsTo: next === undefined ? running : monthAfter(next) };
}

/** Merges the day files of a month into one file a table, sorted as its table is; each version stands in it once. */
export async function mergeMonth(
  objects: ObjectStore,
  of: { readonly countyCode: string; readonly ym: string },
): Promise<void> {
  const { countyCode, ym } = of;
  for (const table of lakeTableNames) {
    const keys = (await dayKeys(objects, table, countyCode)).filter((key) => monthOfObject(key) === ym);
    if (keys.length === 0) continue;
    const rows: LakeRow[] = [];
    for (const key of keys) rows.push(...(await storedRows(objects, table, { key })));
    const once = lakeTables[table].snapshots ? differingRows(table, rows) : rows;
    const key = countyObject('months', { table, countyCode, ym, name: ym });
    await objects.put(key, parquetOf(table, once), { ifAbsent: true });
  }
}
