import { noWatermark } from '../../../schemas/lake-zones.ts';
import type { CaseStore } from '../ports.ts';
import { standingMarks } from './lake-mark.ts';

/** Up to where a query over some counties reads days and months instead of raw files; exclusive. */
export interface LakeBounds {
  readonly daysTo: string;
  readonly filesTo: string;
  readonly monthsTo: string;
  /** By county: sizes of logs cannot be compared with each other. */
  readonly sealedTo: ReadonlyMap<string, number>;
}

/** Everything from raw files. */
export const noBounds: LakeBounds = { ...noWatermark, sealedTo: new Map() };

/**
 * The bounds of some counties as they stand now, in one read: what a query keeps to from its start to its end. Of several counties
 * the earliest: one that lies before its own is right for each, as long as raw and day files are kept.
 */
export async function readBounds(store: Pick<CaseStore, 'load'>, counties: readonly string[]): Promise<LakeBounds> {
  const standing = [...(await standingMarks(store, counties))];
  const least = (name: 'daysTo' | 'filesTo' | 'monthsTo'): string =>
    standing.map(([, { mark }]) => mark[name]).sort()[0] ?? noWatermark[name];
  return {
    daysTo: least('daysTo'),
    filesTo: least('filesTo'),
    monthsTo: least('monthsTo'),
    sealedTo: new Map(standing.map(([county, { mark }]) => [county, mark.sealedTo])),
  };
}
