import type { MemberRef } from '../../schemas/member-ref.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

/** Identity numbers to look up for references to members. */
export const numbersIn = (refs: readonly MemberRef[]): readonly string[] =>
  refs.flatMap(({ idNumber }) => (idNumber === undefined ? [] : [idNumber]));

/** The token of a member listed in the loaded case; refuses whoever is not listed. */
export function listedMember(facts: Facts, { member, idNumber }: MemberRef): string {
  const token = member ?? facts.people[idNumber ?? '']?.token;
  const { members } = theCase(facts).parts.household;
  must(token && members.some(({ person }) => person === token), 'member-not-listed', member ? { member } : {});
  return token;
}
