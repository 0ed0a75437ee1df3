import * as z from 'zod';
import type { CaseStore } from '../ports.ts';
import { ledgerHeadKey } from './ledger-keys.ts';

const LedgerHead = z.strictObject({
  size: z.int().min(0),
  /** Root of the tree, base64. */
  root: z.string(),
  /** SHA-256 of the last manifest, '' before the first. */
  manifest: z.string(),
  at: z.string(),
});

/** Where a county's log stands; `version` counts its batches. */
export interface StandingLedger extends z.infer<typeof LedgerHead> {
  readonly version: number;
}

/** Before anything was sealed. */
const noLedger: StandingLedger = { size: 0, root: '', manifest: '', at: '', version: 0 };

/** The heads of the logs of some divisions, in one read; empty ones where nothing was sealed yet. */
export async function ledgerHeads(
  store: Pick<CaseStore, 'load'>,
  divisions: readonly string[],
): Promise<ReadonlyMap<string, StandingLedger>> {
  const items = new Map((await store.load(divisions.map(ledgerHeadKey))).map((item) => [item.pk, item]));
  return new Map(
    divisions.map((division) => {
      const item = items.get(ledgerHeadKey(division).pk);
      return [division, item ? { ...LedgerHead.parse(item.record), version: item.version ?? 0 } : noLedger];
    }),
  );
}

/** The head of a county's log; an empty one where nothing was sealed yet. */
export const ledgerHead = async (store: Pick<CaseStore, 'load'>, countyCode: string): Promise<StandingLedger> =>
  (await ledgerHeads(store, [countyCode])).get(countyCode) ?? noLedger;
