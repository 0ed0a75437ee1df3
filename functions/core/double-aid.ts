import type { Assessed } from './assessed.ts';
import type { CaseLock } from './case-locks.ts';
import type { Facts } from './facts.ts';
import { must } from './problem.ts';

/**
 * The lock that must be looked at before a case is confirmed, by its number: 低保 and 特困 exclude each other for a person and month
 * (rulebook 3.10, invariant 8); the others may stand side by side.
 */
export const excludedBy = (caseId = ''): CaseLock | undefined => {
  if (caseId.includes('-DB-')) return 'TK';
  return caseId.includes('-TK-') ? 'DB' : undefined;
};

/** Refuses to confirm a person who already receives by the program that excludes this one; an application alone excludes nothing. */
export function checkDoubleAid({ membersOpen = {} }: Facts, { persons }: Assessed): void {
  const twice = persons.filter((person) => membersOpen[person]?.receiving === true);
  must(twice.length === 0, 'double-aid', { persons: twice });
}
