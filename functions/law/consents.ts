import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { ageOn, countedMembers } from './household.ts';

/**
 * Tokens of the counted adults whose verification consent (W03) is not on file yet, on a civil date (LAW §40, D57 §9).
 * Without all of them nothing may be queried. Minors are not asked: their guardians consent with their own.
 */
export const personsWithoutConsent = (
  household: Household,
  consents: readonly { readonly person: string }[],
  on: CivilDate,
): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  return countedMembers(household, on)
    .filter(({ counted, member }) => counted && ageOn(member.birthOn, on) >= 18 && !given.has(member.person))
    .map(({ member }) => member.person);
};
