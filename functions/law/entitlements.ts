import type { Entitlement, EntitlementEntry } from '../../schemas/benefit.ts';

type Entry = EntitlementEntry & Partial<Pick<Entitlement, 'decidedAt'>>;

const covers = ({ fromMonth, untilMonth }: Entry, month: string): boolean =>
  fromMonth <= month && (untilMonth === undefined || month <= untilMonth);

/**
 * The entry in force for a benefit month: the last decided one that covers it (D57 §21, §32). With `knownAt`, a UTC instant, only what was
 * decided before counts: so a roster can be made again as it was frozen, and arrears are the difference of two instants.
 */
export const entitlementIn = <E extends Entry>(
  entitlements: readonly E[],
  month: string,
  knownAt?: string,
): E | undefined =>
  entitlements
    .filter((entry) => covers(entry, month) && (knownAt === undefined || (entry.decidedAt ?? '') <= knownAt))
    .at(-1);

/** Amount of a benefit month in fen; 0 where nothing is granted. */
export const amountIn = (entitlements: readonly Entry[], month: string, knownAt?: string): number =>
  entitlementIn(entitlements, month, knownAt)?.amountFen ?? 0;
