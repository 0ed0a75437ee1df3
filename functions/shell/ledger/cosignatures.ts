import * as z from 'zod';
import type { CaseStore } from '../ports.ts';
import { sealKey } from './ledger-keys.ts';

/** A sealed state as the table keeps it; `cosignatures` are signature lines of witnesses. */
export const StoredSeal = z.strictObject({
  size: z.int().min(1),
  root: z.string(),
  at: z.string(),
  note: z.string(),
  cosignatures: z.array(z.string()),
});
export type StoredSeal = z.infer<typeof StoredSeal>;

/** A checkpoint with what witnesses signed below it. Throws when there is none of that size. */
export async function cosignedNote(store: CaseStore, countyCode: string, size: number): Promise<string> {
  const [item] = await store.load([sealKey(countyCode, size)]);
  if (!item) throw new Error(`the ledger of ${countyCode} has no checkpoint of ${size}`);
  const { note, cosignatures } = StoredSeal.parse(item.record);
  return note + cosignatures.join('');
}
