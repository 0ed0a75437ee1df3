import { subjectKinds } from '../../core/subject.ts';
import { subjectsOf } from '../keys.ts';
import type { CaseStore } from '../ports.ts';
import { versionsOf } from '../subject-versions.ts';

/** Counts a division's events in the table by its index of subjects, never by a Scan (design decision 2). */
export async function eventsInTable(store: CaseStore, division: string): Promise<number> {
  const totals = await Promise.all(
    subjectKinds.map(async (kind) => {
      let total = 0;
      for await (const { version } of versionsOf(store, subjectsOf(division, kind))) total += version;
      return total;
    }),
  );
  return totals.reduce((sum, total) => sum + total, 0);
}
