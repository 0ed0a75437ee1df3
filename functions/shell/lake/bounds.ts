import { noWatermark, Watermark } from '../../../schemas/lake-zones.ts';
import { ledgerOf } from '../keys.ts';
import type { CaseStore, Key } from '../ports.ts';

/** Where the watermark of a county stands: one item beside the head of its log. */
export const watermarkKey = (countyCode: string): Key => ({ pk: ledgerOf(countyCode), sk: 'LAKE' });

/** Up to where a query over some counties reads days and months instead of raw files; exclusive. */
export interface LakeBounds {
  readonly daysTo: string;
  readonly monthsTo: string;
  /** By county: sizes of logs cannot be compared with each other. */
  readonly sealedTo: ReadonlyMap<string, number>;
}

/** Everything from raw files. */
export const noBounds: LakeBounds = { daysTo: noWatermark.daysTo, monthsTo: noWatermark.monthsTo, sealedTo: new Map() };

const least = (values: readonly string[], otherwise: string): string => [...values].sort()[0] ?? otherwise;

/** The bounds of several counties: an earlier one than its own is right for each, as long as raw and day files are kept. */
export function boundsOver(marks: ReadonlyMap<string, Watermark>): LakeBounds {
  const all = [...marks.values()];
  return {
    daysTo: least(
      all.map(({ daysTo }) => daysTo),
      noWatermark.daysTo,
    ),
    monthsTo: least(
      all.map(({ monthsTo }) => monthsTo),
      noWatermark.monthsTo,
    ),
    sealedTo: new Map([...marks].map(([county, { sealedTo }]) => [county, sealedTo])),
  };
}

/** The bounds of some counties as they stand now, in one read: what a query keeps to from its start to its end. */
export async function readBounds(store: Pick<CaseStore, 'load'>, counties: readonly string[]): Promise<LakeBounds> {
  if (counties.length === 0) return noBounds;
  const items = await store.load(counties.map(watermarkKey));
  const stored = new Map(items.map(({ pk, record }) => [pk, Watermark.parse(record)]));
  return boundsOver(new Map(counties.map((county) => [county, stored.get(watermarkKey(county).pk) ?? noWatermark])));
}
