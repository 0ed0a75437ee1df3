import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { Obligor } from '../../schemas/obligor.ts';
import { householdFaults } from '../law/household-faults.ts';
import type { CaseState } from './case-fold.ts';
import { must } from './problem.ts';

/**
 * The household as verification or survey found it: the same persons in the same village, other figures. Nobody is dropped (P07), and
 * nobody enters who did not apply and consent. Absent where nothing was found to differ.
 */
export function correctedHousehold(
  { parts, head }: CaseState,
  found: Household | undefined,
  on: CivilDate,
): { readonly household?: Household } {
  if (!found) return {};
  const listed = parts.household.members.map(({ person }) => person);
  const given = found.members.map(({ person }) => person);
  const dropped = listed.filter((person) => !given.includes(person));
  must(dropped.length === 0, 'all-members-enter', { missing: dropped });
  const added = given.filter((person) => !listed.includes(person));
  const fault = householdFaults(found, on)[0];
  const moved =
    found.townshipCode !== head.townshipCode ||
    found.villageCode !== head.villageCode ||
    found.urbanRural !== parts.household.urbanRural;
  const messages = [
    ...(added.length > 0 ? ['不得加入未申请的人 nobody may be added'] : []),
    ...(moved ? ['村居或城乡类别与案件不一致 another village or area than that of the case'] : []),
    ...(fault ? [`${fault.zh} ${fault.en}`] : []),
  ];
  must(messages.length === 0, 'input-invalid', { errors: messages.map((message) => ({ path: 'household', message })) });
  const members = found.members.map((member) => stillJoining(member, parts.household));
  const obligors = found.obligors?.map((obligor) => asSigned(obligor, parts.household));
  return { household: { ...found, members, ...(obligors ? { obligors } : {}) } };
}

/** Whether somebody joins is for the conclusion of the check to say, whatever the figures of a visit or a verification come with. */
function stillJoining(member: HouseholdMember, { members }: Household): HouseholdMember {
  const file = members.find(({ person }) => person === member.person)?.statuses ?? [];
  const joining = file.filter(({ kind }) => kind === 'joining');
  const { statuses = [], ...rest } = member;
  const all = [...statuses.filter(({ kind }) => kind !== 'joining'), ...joining];
  return all.length > 0 ? { ...rest, statuses: all } : member.statuses ? { ...rest, statuses: [] } : rest;
}

/** Whether an obligor consented is what a signed paper on file says, never a figure that comes with a visit (T43 §10). */
function asSigned({ consented: _said, ...obligor }: Obligor, { obligors = [] }: Household): Obligor {
  const file = obligors.find(
    ({ of, relation, birthOn }) => of === obligor.of && relation === obligor.relation && birthOn === obligor.birthOn,
  );
  return file?.consented === undefined ? obligor : { ...obligor, consented: file.consented };
}
