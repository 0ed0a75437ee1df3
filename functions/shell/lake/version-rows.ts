import { type LakeRow, type LakeTableName, lakeTableNames, lakeTables } from '../../../schemas/lake.ts';
import { comparableRow } from '../../../schemas/lake-row.ts';
import { countyPrefix, nameOfObject, type Watermark } from '../../../schemas/lake-zones.ts';
import { addDays } from '../../law/calendar.ts';
import { canonicalText } from '../hash.ts';
import type { ObjectStore } from '../ports.ts';
import { rawRows, storedRows } from './raw-files.ts';

/** Tables that are kept by versions: they are compacted from raw files, by the day those were written. */
export const versionTables: readonly LakeTableName[] = lakeTableNames.filter((table) => lakeTables[table].snapshots);

/** What the compaction to a day wrote, by its name. */
export const versionsName = (filesTo: string, version: number): string => `${filesTo}-${version}`;

const sameAs = (table: LakeTableName, row: LakeRow): string => canonicalText(comparableRow(table, row));

/** Rows that differ from each other and from those of `known`. */
export function differingRows(
  table: LakeTableName,
  rows: readonly LakeRow[],
  known: readonly LakeRow[] = [],
): readonly LakeRow[] {
  const seen = new Set(known.map((row) => sameAs(table, row)));
  return rows.filter((row) => {
    const same = sameAs(table, row);
    return !seen.has(same) && seen.add(same);
  });
}

/**
 * Versions that raw files hold of the days since the last compaction, and of the day before that: who was at work at midnight may have
 * written behind it. What it has taken already is left out; a clock that went back is followed back.
 */
export async function versionsOf(
  objects: ObjectStore,
  table: LakeTableName,
  of: { readonly countyCode: string; readonly mark: Watermark; readonly filesTo: string },
): Promise<readonly LakeRow[]> {
  const { countyCode, mark, filesTo } = of;
  const from = addDays(filesTo < mark.filesTo ? filesTo : mark.filesTo, -1);
  const rows = await rawRows(objects, table, { countyCode, from, to: addDays(filesTo, -1) });
  if (rows.length === 0) return [];
  const before = (await objects.list(countyPrefix('days', table, countyCode))).filter((key) =>
    nameOfObject(key).startsWith(`${mark.filesTo}-`),
  );
  const known: LakeRow[] = [];
  for (const key of before) known.push(...(await storedRows(objects, table, { key })));
  return differingRows(table, rows, known);
}
