import type { LakeRow, LakeTableName } from '../../../schemas/lake.ts';
import { type CountyZone, countyObject } from '../../../schemas/lake-zones.ts';
import { parquetOf } from '../parquet.ts';
import type { ObjectStore } from '../ports.ts';

/** Rows of a county's table by their months. */
function byMonth(rows: readonly LakeRow[]): ReadonlyMap<string, LakeRow[]> {
  const months = new Map<string, LakeRow[]>();
  for (const row of rows) {
    const ym = String(row['ym']);
    const of = months.get(ym) ?? [];
    of.push(row);
    months.set(ym, of);
  }
  return months;
}

/**
 * Writes rows into `days`, a file a month they belong to, unless one of that name stands. Rows of a month that is merged already go
 * into `months` too: whatever bound a query reads by, it sees them in one of the two.
 */
export async function writeDay(
  objects: Pick<ObjectStore, 'put'>,
  of: { readonly table: LakeTableName; readonly countyCode: string; readonly name: string; readonly monthsTo: string },
  rows: readonly LakeRow[],
): Promise<void> {
  for (const [ym, some] of byMonth(rows)) {
    const bytes = parquetOf(of.table, some);
    const zones: readonly CountyZone[] = ym < of.monthsTo ? ['days', 'months'] : ['days'];
    for (const zone of zones) await objects.put(countyObject(zone, { ...of, ym }), bytes, { ifAbsent: true });
  }
}
