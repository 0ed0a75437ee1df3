import type { CaseHead } from '../../schemas/case.ts';
import type { Hold } from '../../schemas/erasure.ts';
import type { CaseState } from '../core/case-fold.ts';
import { personsOfCase } from '../core/case-persons.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { isPast } from '../law/retention.ts';
import { retentionsOf } from './archive-on-file.ts';

/** The case whose file may be disposed of on a day: of the caller's division, ended, every term of keeping over (ARC; rulebook 9.5). */
export function disposableCase(facts: Facts, caseId: string, on: string): CaseState {
  const { case: state, actor } = facts;
  must(state && covers(actor, state.head), 'case-not-found', { caseId });
  const retention = retentionsOf(facts, state.head, on);
  must(isPast(retention, on), 'retention-running', { caseId, until: retention.map(({ untilOn }) => untilOn).at(-1) });
  return state;
}

/** Whether a hold still keeps a person's key on a day: an open case, a post, or a file whose term is not over. */
const keeps = (facts: Facts, { caseId, program, endedOn, staff }: Hold, on: string): boolean => {
  if (staff !== undefined || endedOn === undefined || program === undefined) return true;
  const other = { caseId, program, endedOn } as unknown as CaseHead;
  return !isPast(retentionsOf(facts, other, on), on);
};

/** The persons of a file by whether something else still keeps their key. */
export function sortedPersons(
  facts: Facts,
  state: CaseState,
  on: string,
): { readonly erase: readonly string[]; readonly kept: readonly string[] } {
  const isKept = (person: string): boolean => (facts.holds?.[person] ?? []).some((hold) => keeps(facts, hold, on));
  const persons = personsOfCase(state);
  return { erase: persons.filter((one) => !isKept(one)), kept: persons.filter(isKept) };
}
