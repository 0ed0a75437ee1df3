import { civilDateOf } from '../../functions/law/clock-face.ts';
import { readBounds } from '../../functions/shell/lake/bounds.ts';
import { storedRows } from '../../functions/shell/lake/raw-files.ts';
import type { CaseStore, ObjectStore } from '../../functions/shell/ports.ts';
import type { LakeRow } from '../../schemas/lake.ts';
import { countyPrefix, monthOfObject, zonePrefix } from '../../schemas/lake-zones.ts';

const COLUMNS = ['county_code', 'event_id', 'recorded_at'];

const dayOf = (row: LakeRow): string => civilDateOf(String(row['recorded_at']));

/** Reads each object once: objects never change. */
function readOnce(objects: ObjectStore, take: (key: string, rows: readonly LakeRow[]) => void) {
  const read = new Set<string>();
  return async (prefix: string): Promise<void> => {
    for (const key of await objects.list(prefix)) {
      if (read.has(key)) continue;
      take(key, await storedRows(objects, 'events', { key, columns: COLUMNS }));
      read.add(key);
    }
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
  /** Days of raw events by county and number of the event. */
  const raw = new Map<string, Map<string, string>>();
  /** Days of the rows of compacted files, by their object. */
  const compacted = new Map<string, readonly string[]>();
  const readRaw = readOnce(objects, (_key, rows) => {
    for (const row of rows) {
      const county = String(row['county_code']);
      const known = raw.get(county) ?? new Map<string, string>();
      raw.set(county, known.set(String(row['event_id']), dayOf(row)));
    }
  });
  const readCompacted = readOnce(objects, (key, rows) => compacted.set(key, rows.map(dayOf)));
  return async (countyCode) => {
    const { daysTo, monthsTo } = await readBounds(store, [countyCode]);
    await readRaw(zonePrefix('raw', 'events'));
    let count = [...(raw.get(countyCode)?.values() ?? [])].filter((day) => day >= daysTo).length;
    for (const zone of ['days', 'months'] as const) {
      const prefix = countyPrefix(zone, 'events', countyCode);
      await readCompacted(prefix);
      for (const [key, days] of compacted)
        if (key.startsWith(prefix) && monthOfObject(key) < monthsTo === (zone === 'months'))
          count += days.filter((day) => day < daysTo).length;
    }
    return count;
  };
}
