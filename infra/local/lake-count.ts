import { civilDateOf } from '../../functions/law/clock-face.ts';
import { readBounds } from '../../functions/shell/lake/bounds.ts';
import { storedRows } from '../../functions/shell/lake/raw-files.ts';
import type { CaseStore, ObjectStore } from '../../functions/shell/ports.ts';
import type { LakeRow } from '../../schemas/lake.ts';
import { countyPrefix, monthOfObject, noWatermark, zonePrefix } from '../../schemas/lake-zones.ts';

const COLUMNS = ['county_code', 'event_id', 'recorded_at'];

const dayOf = (row: LakeRow): string => civilDateOf(String(row['recorded_at']));

/** Days of events by county and number of the event, in one object. */
type Held = ReadonlyMap<string, ReadonlyMap<string, string>>;

function heldIn(rows: readonly LakeRow[]): Held {
  const held = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const county = String(row['county_code']);
    const known = held.get(county) ?? new Map<string, string>();
    held.set(county, known.set(String(row['event_id']), dayOf(row)));
  }
  return held;
}

/** Reads each object once, since objects never change, and forgets one that is gone, since then its events are missing. */
function objectsHeld(objects: ObjectStore): (prefix: string, after?: string) => Promise<ReadonlyMap<string, Held>> {
  const known = new Map<string, Held>();
  return async (prefix, after) => {
    const there = new Map<string, Held>();
    for (const key of await objects.list(prefix, after === undefined ? {} : { after })) {
      const held = known.get(key) ?? heldIn(await storedRows(objects, 'events', { key, columns: COLUMNS }));
      known.set(key, held);
      there.set(key, held);
    }
    for (const key of known.keys()) if (key.startsWith(prefix) && !there.has(key)) known.delete(key);
    return there;
  };
}

/**
 * Counts the events of a county in the lake as a query sees them: raw files from the watermark on, where events delivered twice count
 * once, and below it what was compacted. What the docket compares with the table at the end of each day.
 */
export function lakeCounter(
  objects: ObjectStore,
  store: Pick<CaseStore, 'load'>,
): (countyCode: string) => Promise<number> {
  const held = objectsHeld(objects);
  return async (countyCode) => {
    const { daysTo, monthsTo } = await readBounds(store, [countyCode]);
    const raw = new Set<string>();
    const raws = zonePrefix('raw', 'events');
    // No row lies in a folder before its day.
    const after = daysTo > noWatermark.daysTo ? `${raws}day=${daysTo}` : undefined;
    for (const file of (await held(raws, after)).values())
      for (const [id, day] of file.get(countyCode) ?? []) if (day >= daysTo) raw.add(id);
    let count = raw.size;
    for (const zone of ['days', 'months'] as const)
      for (const [key, file] of await held(countyPrefix(zone, 'events', countyCode)))
        if (monthOfObject(key) < monthsTo === (zone === 'months'))
          count += [...(file.get(countyCode)?.values() ?? [])].filter((day) => day < daysTo).length;
    return count;
  };
}
