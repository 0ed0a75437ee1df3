import type { CaseStore } from '../ports.ts';
import { versionsOf } from '../subject-versions.ts';

/** Counts a division's events in the table by its index of subjects, never by a Scan (design decision 2). */
export async function eventsInTable(store: Pick<CaseStore, 'versions'>, division: string): Promise<number> {
  let total = 0;
  for await (const { version } of versionsOf(store, division)) total += version;
  return total;
}
