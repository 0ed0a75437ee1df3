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

/**
 * Tokens of the persons whose means may be queried on a civil date: those who consented, and counted minors, for whom the guardians did.
 * Being listed is no consent: an adult who does not belong to the household is not looked up (LAW §40, §41; PIPL §6, P08).
 */
export const personsToQuery = (
  household: Household,
  consents: readonly { readonly person: string }[],
  on: CivilDate,
): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  return countedMembers(household, on)
    .filter(({ counted, member }) => given.has(member.person) || (counted && ageOn(member.birthOn, on) < 18))
    .map(({ member }) => member.person);
};
