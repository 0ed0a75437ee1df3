import * as z from 'zod';
import { CivilDate, Month } from './dates.ts';
import type { LakeTableName } from './lake.ts';

/**
 * Where a row of the lake lies. `raw`: as the recorder wrote it, the whole region mixed, perhaps twice. `days`: a county's day, once.
 * `months`: the same of a month that is over. `imports`: history of an older system. Files are written once and never replaced.
 */
export type LakeZone = 'raw' | 'days' | 'months' | 'imports';

export const lakeZones: readonly LakeZone[] = ['raw', 'days', 'months', 'imports'];

/** Zones whose files each hold one county and month: their folders say which. */
export type CountyZone = Exclude<LakeZone, 'raw'>;

export const countyZones: readonly CountyZone[] = ['months', 'days', 'imports'];

/** What a table of a zone is called in SQL on both engines; queries know only `events`, `terms` … */
export const zoneTableName = (zone: LakeZone, table: LakeTableName): string => `${zone}_${table}`;

/** Where the files of a table lie in a zone of the object store. */
export const zonePrefix = (zone: LakeZone, table: LakeTableName): string => `lake/${zone}/${table}/`;

/** Where a county's files of a table lie in a zone. */
export const countyPrefix = (zone: CountyZone, table: LakeTableName, countyCode: string): string =>
  `${zonePrefix(zone, table)}county_code=${countyCode}/`;

/** A file of a county and month. */
export const countyObject = (
  zone: CountyZone,
  of: { readonly table: LakeTableName; readonly countyCode: string; readonly ym: string; readonly name: string },
): string => `${countyPrefix(zone, of.table, of.countyCode)}ym=${of.ym}/${of.name}.parquet`;

/** What an import brought, piece by piece: its hash stands in the event of the import. */
export const importManifest = (countyCode: string, sha256: string): string =>
  `lake/imports/manifests/county_code=${countyCode}/${sha256}.json`;

/** A file of the raw zone; `day` is the civil day it was written, or the latest of its rows where that is later. */
export const rawObject = (table: LakeTableName, day: string, name: string): string =>
  `${zonePrefix('raw', table)}day=${day}/${name}.parquet`;

/** The name of a file without folder and ending. */
export const nameOfObject = (key: string): string => /([^/]*)\.parquet$/.exec(key)?.[1] ?? '';

/** The day of a raw file; '' for one that lies in no folder of a day. */
export const dayOfObject = (key: string): string => /\/day=(\d{4}-\d{2}-\d{2})\//.exec(key)?.[1] ?? '';

/** The month of a county's file. */
export const monthOfObject = (key: string): string => /\/ym=(\d{4}-\d{2})\//.exec(key)?.[1] ?? '';

/**
 * Up to where a county's rows were taken from raw files into days, and from days into months; all bounds are exclusive. It is moved
 * by one conditional update and read once when a query starts: so a query sees each row in one zone, whatever is being written.
 */
export const Watermark = z.strictObject({
  /** Events recorded on earlier days are read from days and months. */
  daysTo: CivilDate,
  /** The day of the last compaction: what is kept by versions was taken from raw files of earlier days. */
  filesTo: CivilDate,
  /** Earlier months are read from months. */
  monthsTo: Month,
  /** Size of the log whose batches have their rows of `events` and `ledger` in days or months. */
  sealedTo: z.int().min(0),
});
export type Watermark = z.infer<typeof Watermark>;

/** Months in Beijing, `YYYY-MM`, both inclusive; open where one is missing. */
export const RecordedMonths = z.strictObject({ from: Month.optional(), to: Month.optional() });
export type RecordedMonths = z.infer<typeof RecordedMonths>;

/** Before the first compaction everything is read from raw files. */
export const noWatermark: Watermark = {
  daysTo: '1970-01-01',
  filesTo: '1970-01-01',
  monthsTo: '1970-01',
  sealedTo: 0,
};
