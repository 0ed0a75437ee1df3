import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { CommitResult, Key, Write, WriteRole } from '../ports.ts';
import { itemOf } from './table.ts';

const order: readonly WriteRole[] = ['replay', 'version', 'delegation', 'unique', 'other'];
const throttles = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);
const busyNames = new Set(['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded']);

/** The engine is busy, as an error by itself, outside a transaction's reasons. */
export const isBusy = (error: unknown): boolean => error instanceof Error && busyNames.has(error.name);

const Cancelled = z.object({
  name: z.literal('TransactionCanceledException'),
  CancellationReasons: z.array(
    z.object({ Code: z.string().optional(), Item: z.record(z.string(), z.unknown()).optional() }),
  ),
});
type Reason = z.infer<typeof Cancelled>['CancellationReasons'][number];

/** What a failed transaction means: a result for the caller, `busy` to try again later, or nothing known. */
export type Verdict = CommitResult | 'busy' | 'unknown';

const keyOf = (write: Write): Key => {
  const { pk, sk } = 'item' in write ? write.item : write.key;
  return { pk, sk };
};

const failedCondition = (write: Write, reason: Reason): CommitResult => ({
  ok: false,
  role: write.role,
  key: keyOf(write),
  // ALL_OLD comes back in DynamoDB's own notation: the document client translates answers, not errors.
  ...(reason.Item && { current: itemOf(unmarshall(reason.Item as Parameters<typeof unmarshall>[0])) }),
});

/**
 * Reads why a transaction was cancelled, in the order of design decision 2: replay, version, delegation, unique, other, and
 * only then conflict and throttling. A replay is thus seen as one even when the case has moved on since.
 */
export function readCancellation(error: unknown, writes: readonly Write[]): Verdict {
  if (isBusy(error)) return 'busy';
  // The first try of this very transaction is still under way: fresh facts will tell whether it was applied.
  if (error instanceof Error && error.name === 'TransactionInProgressException') return { ok: false, role: 'conflict' };
  const cancelled = Cancelled.safeParse(error);
  if (!cancelled.success) return 'unknown';
  const reasons = cancelled.data.CancellationReasons;
  const failed = writes.flatMap((write, i) => {
    const reason = reasons[i];
    return reason?.Code === 'ConditionalCheckFailed' ? [{ write, reason }] : [];
  });
  for (const role of order) {
    const first = failed.find(({ write }) => write.role === role);
    if (first) return failedCondition(first.write, first.reason);
  }
  if (reasons.some(({ Code }) => Code === 'TransactionConflict')) return { ok: false, role: 'conflict' };
  return reasons.some(({ Code }) => Code !== undefined && throttles.has(Code)) ? 'busy' : 'unknown';
}
