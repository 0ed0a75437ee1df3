import { zstdDecompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import type { ObjectStore } from '../../functions/shell/ports.ts';
import { zonePrefix } from '../../schemas/lake-zones.ts';

const compressors = { ZSTD: (input: Uint8Array): Uint8Array => zstdDecompressSync(input) };

/**
 * Counts the events of a county in the lake by reading its Parquet objects. Objects never change, so each is read once; events
 * delivered twice count once. What the docket compares with the table at the end of each day.
 */
export function lakeCounter(objects: ObjectStore): (countyCode: string) => Promise<number> {
  const read = new Set<string>();
  const events = new Map<string, Set<string>>();
  const take = async (key: string): Promise<void> => {
    const bytes = await objects.get(key);
    if (!bytes) throw new Error(`${key} vanished from the lake`);
    const file = new Uint8Array(bytes).buffer;
    for (const row of await parquetReadObjects({ file, columns: ['county_code', 'event_id'], compressors })) {
      const { county_code: county, event_id: id } = row as { county_code: string; event_id: string };
      const known = events.get(county) ?? new Set();
      events.set(county, known.add(id));
    }
    read.add(key);
  };
  return async (countyCode) => {
    for (const key of await objects.list(zonePrefix('raw', 'events'))) if (!read.has(key)) await take(key);
    return events.get(countyCode)?.size ?? 0;
  };
}
