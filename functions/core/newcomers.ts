import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdChange } from '../../schemas/household-change.ts';
import { personsWithoutConsent } from '../law/consents.ts';
import { ageOn } from '../law/household.ts';
import { withoutJoining } from '../law/household-changes.ts';
import { verificationDue } from '../law/program-path.ts';
import { type Facts, theCase } from './facts.ts';
import { managementOf } from './managed.ts';
import { must } from './problem.ts';

const joinedBy = (changes: readonly HouseholdChange[]): readonly string[] =>
  changes.flatMap(({ joined = [] }) => joined);

/**
 * Nobody is taken in unlooked at (SEED 二(三)3, N83 一(一)): every adult who joins has consented to the query (LAW §40) and the verification
 * of this check names that person. Refuses with `consent-incomplete`, `newcomer-not-verified`.
 */
export function checkNewcomers(facts: Facts, confirmed: readonly HouseholdChange[], on: CivilDate): void {
  const state = theCase(facts);
  const { head, parts } = state;
  const joined = joinedBy(confirmed);
  if (joined.length === 0 || !verificationDue(head)) return;
  const missing = personsWithoutConsent(parts.household, parts.consents, { program: head.program, on });
  must(missing.length === 0, 'consent-incomplete', { missing });
  const { verifiedOn } = managementOf(state).check ?? {};
  const named = new Set(verifiedOn ? parts.findings.map(({ person }) => person) : []);
  const unseen = parts.household.members.filter(
    ({ person, birthOn }) => joined.includes(person) && ageOn(birthOn, on) >= 18 && !named.has(person),
  );
  must(unseen.length === 0, 'newcomer-not-verified', { persons: unseen.map(({ person }) => person) });
}

/** The household without those who were said to join and did not. */
export const withoutUnfounded = (household: Household, unfounded: readonly HouseholdChange[]): Household =>
  withoutJoining(household, joinedBy(unfounded));
