import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { Obligor } from '../../schemas/obligor.ts';
import { isPersonal, type Program } from '../../schemas/program.ts';
import { ageOn, countedMembers, isRunning } from './household.ts';
import { owesSupport } from './support-duty.ts';

interface Given {
  readonly person: string;
}

/** For which program consents are asked, on which civil date. */
export interface ConsentsAsked {
  readonly program: Program;
  readonly on: CivilDate;
}

/**
 * Whose means the law asks about: of a household everybody who counts, or is to count once a check has found it true (D57 §9); of the
 * old-age allowance the one person; of 特困 the person and those of the household who owe that person support (T43 §6, §8, §10).
 */
function concerned(household: Household, { program, on }: ConsentsAsked): readonly HouseholdMember[] {
  const here = countedMembers(household, on).flatMap(({ counted, member }) =>
    counted || isRunning(member, 'joining', on) ? [member] : [],
  );
  const [applicant] = household.members;
  if (!isPersonal(program) || !applicant) return here;
  const others = here.filter(
    (member) => program === 'TK' && member !== applicant && owesSupport(member, applicant, on) !== false,
  );
  return [applicant, ...others];
}

/** Adults sign for themselves and for the minors they live with; where there is no adult, a guardian signs for each minor. */
const signatories = (household: Household, asked: ConsentsAsked): readonly string[] => {
  const all = concerned(household, asked);
  const adults = all.filter(({ birthOn }) => ageOn(birthOn, asked.on) >= 18);
  return (adults.length > 0 ? adults : all).map(({ person }) => person);
};

/**
 * Tokens of the persons whose verification consent (W03) is not on file yet, on a civil date (LAW §40, D57 §9). Without all of them
 * nothing may be queried.
 */
export const personsWithoutConsent = (
  household: Household,
  consents: readonly Given[],
  asked: ConsentsAsked,
): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  return signatories(household, asked).filter((person) => !given.has(person));
};

/**
 * Tokens of the persons whose means may be queried on a civil date: those who consented, and minors for whom another member did. Being
 * listed is no consent: an adult who does not belong to the household is not looked up (LAW §40, §41; PIPL §6, P08).
 */
export const personsToQuery = (
  household: Household,
  consents: readonly Given[],
  asked: ConsentsAsked,
): readonly string[] => {
  const given = new Set(consents.map(({ person }) => person));
  const own = signatories(household, asked);
  const signedFor = concerned(household, asked).flatMap(({ person }) => (own.includes(person) ? [] : [person]));
  return household.members
    .filter((member) => !isRunning(member, 'left', asked.on))
    .map(({ person }) => person)
    .filter((person) => given.has(person) || signedFor.includes(person));
};

/** Recognised as unable to support by what they receive or by a declaration: no query is needed of them (T43 §8(一), (二), (五)). */
const knownWithout = ({ receives = [], status, birthOn }: Obligor, on: CivilDate): boolean =>
  receives.includes('TK') || (receives.includes('DB') && ageOn(birthOn, on) >= 60) || status === 'missing';

/**
 * Places in the list of obligors of those outside the household who have neither signed a consent to the query nor refused it on record
 * (T43 §10, LAW §41). Of 特困 only; a refusal leaves the obligor's means for a person to settle and never blocks the applicant.
 */
export const obligorsToSign = ({ obligors = [] }: Household, { program, on }: ConsentsAsked): readonly number[] =>
  program === 'TK'
    ? obligors.flatMap((obligor, i) => (obligor.consented === undefined && !knownWithout(obligor, on) ? [i] : []))
    : [];
