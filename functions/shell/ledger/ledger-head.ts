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

/** The head of a county's log; an empty one where nothing was sealed yet. */
export async function ledgerHead(store: CaseStore, countyCode: string): Promise<StandingLedger> {
  const [item] = await store.load([ledgerHeadKey(countyCode)]);
  if (!item) return { size: 0, root: '', manifest: '', at: '', version: 0 };
  return { ...LedgerHead.parse(item.record), version: item.version ?? 0 };
}
