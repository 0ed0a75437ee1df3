import type { CivilDate } from '../../schemas/dates.ts';
import { Household } from '../../schemas/household.ts';
import { ageOn, countedMembers, isSevere } from '../law/household.ts';

/** How many of a household are who, as registers ask for it (rulebook 7.8): numbers only, nobody is told apart. */
export interface HouseholdCounts {
  readonly area: 'urban' | 'rural';
  /** Members who count by D57 §7. */
  readonly persons: number;
  readonly elderly: number;
  readonly minors: number;
  readonly women: number;
  readonly severelyDisabled: number;
  readonly severelyIll: number;
  /** 16 to 59 years. */
  readonly workingAge: number;
  readonly employed: number;
}

const ELDERLY = 60;
const ADULT = 18;
const WORKING = 16;

/** Counts the members who count on a civil date; undefined where the value is no household. Ages are those of that day. */
export function householdCounts(value: unknown, on: CivilDate): HouseholdCounts | undefined {
  const household = Household.safeParse(value).data;
  if (!household) return undefined;
  const members = countedMembers(household, on)
    .filter(({ counted }) => counted)
    .map(({ member }) => ({ ...member, age: ageOn(member.birthOn, on) }));
  const of = (who: (member: (typeof members)[number]) => boolean): number => members.filter(who).length;
  return {
    area: household.urbanRural,
    persons: members.length,
    elderly: of(({ age }) => age >= ELDERLY),
    minors: of(({ age }) => age < ADULT),
    women: of(({ sex }) => sex === '2'),
    severelyDisabled: of(({ disability }) => isSevere(disability)),
    severelyIll: of(({ severeIllness }) => severeIllness === true),
    workingAge: of(({ age }) => age >= WORKING && age < ELDERLY),
    employed: of(
      ({ employedMonths, income }) => (employedMonths ?? 0) > 0 || income.some(({ kind }) => kind === 'wage'),
    ),
  };
}
