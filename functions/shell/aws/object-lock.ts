import type { Env } from './table.ts';

/** Folders whose objects are locked from the moment they are put: logs, lake, and what people uploaded as evidence. */
export const lockedFolders: readonly string[] = ['ledger/', 'lake/', 'attachments/'];

/** A lock of one object, as S3 names it. */
export interface ObjectLock {
  readonly ObjectLockMode: 'COMPLIANCE' | 'GOVERNANCE';
  readonly ObjectLockRetainUntilDate: Date;
}

/** The lock of an object put under a key at an instant; undefined where its folder is not locked. */
export type LockFor = (key: string, now: string) => ObjectLock | undefined;

/**
 * The locks a deployment sets: `SUNLIGHT_LOCK_MODE` and `SUNLIGHT_LOCK_YEARS`. Attachments are never in compliance mode: what was
 * uploaded by mistake must be disposable by the role that may. Throws on a setting that is neither absent nor whole.
 */
export function objectLock(env: Env): LockFor {
  const mode = env['SUNLIGHT_LOCK_MODE'];
  const years = Number(env['SUNLIGHT_LOCK_YEARS']);
  if (mode === undefined) return () => undefined;
  if ((mode !== 'COMPLIANCE' && mode !== 'GOVERNANCE') || !Number.isInteger(years) || years < 1)
    throw new Error('SUNLIGHT_LOCK_MODE and SUNLIGHT_LOCK_YEARS do not go together');
  return (key, now) => {
    if (!lockedFolders.some((folder) => key.startsWith(folder))) return undefined;
    const until = new Date(now);
    until.setUTCFullYear(until.getUTCFullYear() + years);
    // A day more than the policy asks for: the clocks of both differ.
    until.setUTCDate(until.getUTCDate() + 1);
    const ObjectLockMode = key.startsWith('attachments/') ? 'GOVERNANCE' : mode;
    return { ObjectLockMode, ObjectLockRetainUntilDate: until };
  };
}
