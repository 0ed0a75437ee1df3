import type { Application } from '../../schemas/application.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { groupOf } from '../../schemas/program.ts';
import type { ReceivedAid } from '../../schemas/received-aid.ts';
import { contactsGiven, contactsOf, phonesGiven } from '../core/contacts.ts';
import type { Facts } from '../core/facts.ts';
import { householdIdOf } from '../core/household-id.ts';
import type { PersonalRecord } from '../core/step.ts';

/** The token that stands for a person of the application. */
export const tokenOf = (facts: Facts, idNumber: string): string => {
  const token = facts.people[idNumber]?.token;
  if (!token) throw new Error('a person was not among the facts');
  return token;
};

/** Whose telephone is whose, by token of the person. */
export const phonesOf = (
  facts: Facts,
  persons: readonly { readonly idNumber: string; readonly phone?: string | undefined }[],
) => persons.map(({ idNumber, phone }) => ({ person: tokenOf(facts, idNumber), phone }));

/** The telephones and the address of an application, to be told by token. */
export const contactsIn = ({ members, address }: Application) => [
  ...phonesGiven(members),
  ...contactsGiven([{ kind: 'address', value: address }]),
];

/** What a household may have in common with others: telephones and address as tokens, and from which household it was split. */
export const sharedWith = (facts: Facts, input: Application) => ({
  ...contactsOf(facts, phonesOf(facts, input.members), input.address),
  ...splitOf(facts, input),
});

/** The household a member left last, by the check that found it (detection E06). */
function splitOf(facts: Facts, { members }: Application) {
  const left = members.flatMap(({ idNumber }) => facts.people[idNumber]?.left ?? []);
  const [last] = left.sort((a, b) => (a.on < b.on ? 1 : -1));
  return last ? { split: { from: householdIdOf(last.caseId), on: last.on } } : {};
}

/** The household as it is kept: tokens instead of names and numbers; property belongs to the applicant where no owner is named. */
export function householdOf(facts: Facts, input: Application, on: CivilDate): Household {
  const members = input.members.map(({ name: _name, idNumber, phone: _phone, ...member }) => ({
    ...member,
    person: tokenOf(facts, idNumber),
    ...receivedBy(facts, idNumber),
  }));
  const applicant = members[0]?.person ?? '';
  const property = input.property.map(({ ownerIdNumber, ...item }) => ({
    ...item,
    ownerPerson: ownerIdNumber ? tokenOf(facts, ownerIdNumber) : applicant,
    evidence: 'declared' as const,
  }));
  return {
    townshipCode: input.townshipCode,
    villageCode: input.villageCode,
    urbanRural: input.urbanRural,
    members,
    property,
    ...(input.expenses ? { expenses: input.expenses } : {}),
    ...(input.obligors ? { obligors: obligorsOf(facts, input.obligors, applicant) } : {}),
    ...(input.rigidSpending ? { rigidSpending: input.rigidSpending } : {}),
    ...(input.aidRequest ? { aidRequest: { ...input.aidRequest, registeredOn: on } } : {}),
  };
}

const obligorsOf = (facts: Facts, obligors: NonNullable<Application['obligors']>, applicant: string) =>
  obligors.map(({ ofIdNumber, ...obligor }) => ({
    ...obligor,
    of: ofIdNumber ? tokenOf(facts, ofIdNumber) : applicant,
  }));

/** What a person receives now is what this system confirmed, not what the form says: it opens and closes programs. */
export function receivedBy(facts: Facts, idNumber: string): { readonly receives?: ReceivedAid[] } {
  const open = facts.people[idNumber]?.open ?? [];
  const receives = open.flatMap(({ program, receiving }): ReceivedAid[] => {
    const group = groupOf(program);
    return receiving && group !== 'LS' ? [group] : [];
  });
  return receives.length > 0 ? { receives } : {};
}

/**
 * What is sealed under each person's own key (design decision 10). An agent who is a member of an open household is sealed already,
 * with account and address, which this must not replace.
 */
export function personalOf(facts: Facts, input: Application): PersonalRecord[] {
  const members = input.members.map(({ name, idNumber, phone }, index) => ({
    token: tokenOf(facts, idNumber),
    ...(facts.people[idNumber]?.open.length ? { known: true as const } : {}),
    data: { name, idNumber, phone, ...(index === 0 ? { account: input.account, address: input.address } : {}) },
  }));
  const { agent } = input;
  return agent && !facts.people[agent.idNumber]?.open.length
    ? [...members, { token: tokenOf(facts, agent.idNumber), data: { name: agent.name, idNumber: agent.idNumber } }]
    : members;
}
