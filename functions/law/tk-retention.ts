import type { CivilDate } from '../../schemas/dates.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { ageOn } from './household.ts';

/** Age at which support as a minor ends, unless school goes on (LAW §16, T43 §24). */
const OF_AGE = 18;

/**
 * Whether a person taken in as a minor stays in 特困 on a civil date though no longer under 16, the age of entry (K4): until 18, and beyond
 * while in compulsory, senior or vocational secondary school (LAW §16, T43 §24).
 */
export const retainedAsMinor = ({ birthOn, schooling }: HouseholdMember, on: CivilDate): boolean =>
  ageOn(birthOn, on) < OF_AGE || schooling !== undefined;
