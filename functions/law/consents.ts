import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { ageOn, countedMembers } from './household.ts';

interface Given {
  readonly person: string;
}

const countedOn = (household: Household, on: CivilDate) =>
  countedMembers(household, on).flatMap(({ counted, member }) => (counted ? [member] : []));

/** Counted adults sign for themselves and for the minors they live with; where there is no adult, a guardian signs for each minor. */
const signatories = (household: Household, on: CivilDate): readonly string[] => {
  const counted = countedOn(household, on);
  const adults = counted.filter(({ birthOn }) => ageOn(birthOn, on) >= 18);
  return (adults.length > 0 ? adults : counted).map(({ person }) => person);
};

/**
 * Tokens of the counted persons whose verification consent (W03) is not on file yet, on a civil date (LAW §40, D57 §9). Without all of
 * them nothing may be queried.
 */
export const personsWithoutConsent = (
  household: Household,
  consents: readonly Given[],
  on: CivilDate,
): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  return signatories(household, on).filter((person) => !given.has(person));
};

/**
 * Tokens of the persons whose means may be queried on a civil date: those who consented, and minors for whom another member did. Being
 * listed is no consent: an adult who does not belong to the household is not looked up (LAW §40, §41; PIPL §6, P08).
 */
export const personsToQuery = (household: Household, consents: readonly Given[], on: CivilDate): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  const own = signatories(household, on);
  const signedFor = countedOn(household, on).flatMap(({ person }) => (own.includes(person) ? [] : [person]));
  return household.members
    .map(({ person }) => person)
    .filter((person) => given.has(person) || signedFor.includes(person));
};
