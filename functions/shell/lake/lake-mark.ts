import type * as z from 'zod';
import { noWatermark, Watermark } from '../../../schemas/lake-zones.ts';
import { ledgerOf } from '../keys.ts';
import type { CaseStore, Key } from '../ports.ts';

/** Where the watermark of a county stands: one item beside the head of its log. */
export const watermarkKey = (countyCode: string): Key => ({ pk: ledgerOf(countyCode), sk: 'LAKE' });

/**
 * The item of a county's watermark. `planned` is what is being written: it is fixed before the first file is, so that whoever goes on
 * after a crash, or works at the same time, writes the same files; readers keep to what stands beside it.
 */
const StoredMark = Watermark.extend({ planned: Watermark.optional() });

export interface StandingMark {
  readonly mark: Watermark;
  readonly planned?: Watermark;
  /** Of the item; 0 when there is none. */
  readonly version: number;
}

const standing = (record: unknown, version: number): StandingMark => {
  const { planned, ...mark } = StoredMark.parse(record);
  return { mark, ...(planned && { planned }), version };
};

/** The watermarks of some counties, in one read; where nothing was compacted yet everything is read from raw files. */
export async function standingMarks(
  store: Pick<CaseStore, 'load'>,
  counties: readonly string[],
): Promise<ReadonlyMap<string, StandingMark>> {
  const items = counties.length === 0 ? [] : await store.load(counties.map(watermarkKey));
  const found = new Map(items.map(({ pk, record, version = 1 }) => [pk, standing(record, version)]));
  return new Map(
    counties.map((county) => [county, found.get(watermarkKey(county).pk) ?? { mark: noWatermark, version: 0 }]),
  );
}

/** The watermark of one county. */
export async function standingMark(store: Pick<CaseStore, 'load'>, countyCode: string): Promise<StandingMark> {
  return (await standingMarks(store, [countyCode])).get(countyCode) ?? { mark: noWatermark, version: 0 };
}

/** Moves a county's watermark from the version it had, or notes what is planned. Answers where it stands then, whoever moved it. */
export async function moveMark(
  store: Pick<CaseStore, 'commit' | 'load'>,
  countyCode: string,
  to: { readonly mark: Watermark; readonly planned?: Watermark; readonly from: number },
): Promise<StandingMark> {
  const { mark, planned, from } = to;
  const record: z.infer<typeof StoredMark> = { ...mark, ...(planned && { planned }) };
  const item = { ...watermarkKey(countyCode), version: from + 1, record };
  const { ok } = await store.commit([
    from === 0 ? { kind: 'put-new', role: 'version', item } : { kind: 'put-at', role: 'version', item, expected: from },
  ]);
  return ok ? { mark, ...(planned && { planned }), version: from + 1 } : standingMark(store, countyCode);
}
