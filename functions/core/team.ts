import type { Post } from '../../schemas/actor.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { parameterOn } from '../law/parameters.ts';
import { isHelper } from './companions.ts';
import { type Facts, staffOf, theCase } from './facts.ts';
import { nearStaff } from './near-staff.ts';
import { must } from './problem.ts';
import { type Call, caseFacts, type FactRequest } from './step.ts';

/** Persons who go to a household together. */
export interface Team {
  readonly persons: readonly string[];
  /** The post each of them holds: surveyor of the township, or officer of the county. */
  readonly post: Extract<Post, 'TS' | 'CC'>;
  readonly on: CivilDate;
}

/** Facts that a team's guards need beyond those of the case: the register of its members. */
export function teamFacts(call: Call<unknown>, persons: readonly string[]): FactRequest {
  return { ...caseFacts(call), staff: persons };
}

/**
 * Guards of every group of investigators (D57 §16, SD1, SD4, SD9): enough distinct persons, each registered under the post, none a near
 * relative of a member. The caller's own post was proven by the token. Refuses; returns nothing.
 */
export function checkTeam(facts: Facts, team: Team): void {
  const { head } = theCase(facts);
  const { persons, post, on } = team;
  const required = fewestPersons(facts, on);
  must(new Set(persons).size >= required, 'surveyors-too-few', { required, given: new Set(persons).size });
  const helpers = persons.filter((id) => isHelper(facts, head.countyCode, id));
  must(helpers.length === 0, 'helper-may-not-investigate', { persons: helpers });
  const orgCode = post === 'TS' ? head.townshipCode : head.countyCode;
  const unknown = persons.filter((id) => id !== facts.actor.personId && !holds(facts, id, { post, orgCode, on }));
  must(unknown.length === 0, 'staff-unknown', { staff: unknown, post, orgCode });
  const near = nearStaff(facts);
  const recused = persons.filter((id) => head.relatives.includes(id) || near.has(id));
  must(recused.length === 0, 'near-relative-recused', { caseId: head.caseId, persons: recused });
}

/** The caller is one of those who went. */
export function mustBeAmong(facts: Facts, persons: readonly string[], path: string): void {
  must(persons.includes(facts.actor.personId), 'input-invalid', {
    errors: [{ path, message: '办理人须为其中一员 the caller must be one of them' }],
  });
}

const fewestPersons = (facts: Facts, on: CivilDate): number => {
  const { program } = theCase(facts).head;
  return Number(parameterOn(facts.county?.parts.parameters ?? [], 'survey.minPersons', { program, on })?.value ?? 2);
};

const holds = (
  facts: Facts,
  personId: string,
  wanted: { readonly post: Post; readonly orgCode: string; readonly on: CivilDate },
): boolean => {
  const record = staffOf(facts, personId);
  if (!record || record.activeFrom > wanted.on || (record.activeTo ?? wanted.on) < wanted.on) return false;
  return record.posts.some(({ post, orgCode }) => post === wanted.post && orgCode === wanted.orgCode);
};
