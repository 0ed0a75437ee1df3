import { caseLocks } from '../core/case-locks.ts';
import type { OpenCase } from '../core/facts.ts';
import { openCaseKey } from './keys.ts';
import type { Item, Key } from './ports.ts';

/** Where the open cases of a person are found: an item for each lock. */
export const openCaseKeys = (token: string): Key[] => caseLocks.map((lock) => openCaseKey(token, lock));

/** The open cases of a person among what was read. */
export const openCasesOf = (token: string, find: (key: Key) => Item | undefined): readonly OpenCase[] =>
  openCaseKeys(token).flatMap((key) => (find(key)?.record as OpenCase | undefined) ?? []);
