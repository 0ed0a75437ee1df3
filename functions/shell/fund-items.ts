import type { Payee } from '../../schemas/payee.ts';
import type { RosterHead } from '../../schemas/roster.ts';
import type { RosterParts } from '../core/roster-fold.ts';
import { paidItemKey } from '../core/roster-page.ts';
import { partitionOf } from './keys.ts';
import type { Item, Key } from './ports.ts';

/** Where the first household to register an account is kept: one account, one household (rulebook 8). */
export const accountKey = (token: string): Key => ({ pk: `ACC#${token}`, sk: 'OWNER' });

/** Locks on the accounts a payee was the first to register. */
export const accountLocks = ({ caseId, accounts, pending }: Payee): readonly Item[] =>
  [...accounts, ...(pending ? [pending] : [])]
    .filter(({ locked }) => locked)
    .map(({ account, owner, kind }) => ({ ...accountKey(account), version: 1, record: { owner, kind, caseId } }));

/** Key of a roster's line: by township, so that each sees its own. */
export const lineKey = (rosterId: string, caseId: string): Key => ({
  pk: partitionOf('roster', rosterId),
  sk: `LINE#${caseId}`,
});

/** Items of the loaded parts of a roster; `unique` ones are the persons it pays for a month. */
export function rosterItems(
  { rosterId, program }: RosterHead,
  parts: RosterParts,
  version: number,
): { readonly plain: readonly Item[]; readonly unique: readonly Item[] } {
  const pk = partitionOf('roster', rosterId);
  return {
    plain: [
      ...Object.values(parts.lines).map((record) => ({ ...lineKey(rosterId, record.caseId), record, version })),
      ...Object.entries(parts.exceptions).map(([key, record]) => ({ pk, sk: `EXCEPTION#${key}`, record, version })),
    ],
    unique: Object.entries(parts.paid).map(([key, caseId]) => ({
      ...paidItemKey(key, program),
      record: { caseId, rosterId },
      version,
    })),
  };
}
