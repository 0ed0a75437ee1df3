import type { LakeRow, LakeTableName } from '../../../schemas/lake.ts';
import { dayOfObject, noWatermark, zonePrefix } from '../../../schemas/lake-zones.ts';
import { addDays } from '../../law/calendar.ts';
import { rowsOfParquet } from '../parquet-rows.ts';
import type { ObjectStore } from '../ports.ts';

/** Days of raw files: `from` and `to` belong to them. */
export interface FileDays {
  readonly from: string;
  readonly to: string;
}

/** Beyond this a whole table is listed instead of day by day. */
const MANY_DAYS = 400;

/** Raw files of some days in order. Before anything was compacted also those that lie in no folder of a day. */
async function rawKeys(objects: ObjectStore, table: LakeTableName, { from, to }: FileDays): Promise<readonly string[]> {
  const prefix = zonePrefix('raw', table);
  const isParquet = (key: string): boolean => key.endsWith('.parquet');
  if (from < addDays(to, -MANY_DAYS)) {
    const first = from <= noWatermark.daysTo ? '' : from;
    const all = await objects.list(prefix);
    return all.filter((key) => isParquet(key) && dayOfObject(key) >= first && dayOfObject(key) <= to);
  }
  const keys: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    keys.push(...(await objects.list(`${prefix}day=${day}/`)).filter(isParquet));
  return keys;
}

/** Rows of a stored file. Throws when it is not there or damaged. */
export async function storedRows(
  objects: Pick<ObjectStore, 'get'>,
  table: LakeTableName,
  of: { readonly key: string; readonly columns?: readonly string[] },
): Promise<readonly LakeRow[]> {
  const bytes = await objects.get(of.key);
  if (!bytes) throw new Error(`${of.key} vanished from the lake`);
  return rowsOfParquet(table, bytes, of.columns).catch((cause: unknown) => {
    throw new Error(`${of.key} is no whole Parquet file`, { cause });
  });
}

/** A county's rows in the raw files of some days, whatever stands there twice; with `columns` only those. */
export async function rawRows(
  objects: ObjectStore,
  table: LakeTableName,
  of: FileDays & { readonly countyCode: string; readonly columns?: readonly string[] },
): Promise<readonly LakeRow[]> {
  const rows: LakeRow[] = [];
  for (const key of await rawKeys(objects, table, of)) {
    const found = await storedRows(objects, table, { key, ...(of.columns && { columns: of.columns }) });
    for (const row of found) if (row['county_code'] === of.countyCode) rows.push(row);
  }
  return rows;
}
