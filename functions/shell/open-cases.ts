import type { CaseState } from '../core/case-fold.ts';
import { type CaseLock, caseLocks } from '../core/case-locks.ts';
import type { OpenCase } from '../core/facts.ts';
import { openCaseKey } from './keys.ts';
import type { Item, Key, Ports } from './ports.ts';

/** Where the open cases of a person are found: an item for each lock. */
export const openCaseKeys = (token: string): Key[] => caseLocks.map((lock) => openCaseKey(token, lock));

/** Members of a loaded case held by a lock elsewhere: the items' keys and versions too, which the commit insists on. */
export async function membersHeld(
  store: Ports['store'],
  state: CaseState | undefined,
  lock: CaseLock | undefined,
): Promise<{ readonly open: Readonly<Record<string, OpenCase>>; readonly read: readonly Held[] }> {
  if (!state || !lock) return { open: {}, read: [] };
  const keys = state.parts.household.members.map(({ person }) => ({ person, key: openCaseKey(person, lock) }));
  const items = new Map((await store.load(keys.map(({ key }) => key))).map((item) => [item.pk, item]));
  const found = keys.map(({ person, key }) => ({ person, key, item: items.get(key.pk) }));
  return {
    open: Object.fromEntries(found.flatMap(({ person, item }) => (item ? [[person, item.record as OpenCase]] : []))),
    read: found.map(({ key, item }) => ({ key, version: item?.version ?? 0 })),
  };
}

/** A lock as it was read; 0 where there is none. */
export interface Held {
  readonly key: Key;
  readonly version: number;
}

/** The open cases of a person among what was read. */
export const openCasesOf = (token: string, find: (key: Key) => Item | undefined): readonly OpenCase[] =>
  openCaseKeys(token).flatMap((key) => (find(key)?.record as OpenCase | undefined) ?? []);
