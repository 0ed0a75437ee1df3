import type { Hold } from '../../schemas/erasure.ts';
import type { CaseState } from '../core/case-fold.ts';
import { personsOfCase } from '../core/case-persons.ts';
import type { Facts, OpenCase } from '../core/facts.ts';
import { holdPartition, holdPrefix } from './keys.ts';
import { type Held, openCaseKeys } from './open-cases.ts';
import type { Ports } from './ports.ts';

/** More cases and posts than this nobody has; a person with more is held anyway. */
const MOST_HOLDS = 100;

/**
 * What each person of a case is held by: locks of open cases, cases on file, posts. The locks are answered with their versions, so that
 * the commit insists on them: nobody applies between the reading and the erasure.
 */
export async function holdsOfCase(
  store: Ports['store'],
  state: CaseState | undefined,
): Promise<{ readonly holds: NonNullable<Facts['holds']>; readonly read: readonly Held[] }> {
  if (!state) return { holds: {}, read: [] };
  const found = await Promise.all(personsOfCase(state).map((person) => holdsOfPerson(store, person)));
  return {
    holds: Object.fromEntries(found.map(({ person, holds }) => [person, holds])),
    read: found.flatMap(({ read }) => read),
  };
}

async function holdsOfPerson(store: Ports['store'], person: string) {
  const keys = openCaseKeys(person);
  const locks = new Map((await store.load(keys)).map((item) => [item.sk, item]));
  const { items } = await store.partition(holdPartition(person), { prefix: holdPrefix, limit: MOST_HOLDS });
  const open = [...locks.values()].map(({ record }): Hold => {
    const { caseId, program } = record as OpenCase;
    return { caseId, program };
  });
  return {
    person,
    holds: [...open, ...items.map(({ record }) => record as Hold)],
    read: keys.map((key): Held => ({ key, version: locks.get(key.sk)?.version ?? 0 })),
  };
}
