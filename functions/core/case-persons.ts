import type { Hold } from '../../schemas/erasure.ts';
import type { CaseState } from './case-fold.ts';
import { personsHeld } from './case-locks.ts';
import { tokensIn } from './paper-access.ts';

/** When a case was left for good; absent while it is open or aid goes on. */
export const endOf = ({ endedOn, status, decision }: CaseState['head']): string | undefined =>
  endedOn ?? (status === 'not-confirmed' ? decision?.on : undefined);

/** Every person whose data a case may need: members, obligors, applicant, agents. */
export const personsOfCase = ({ head, parts }: CaseState): readonly string[] => tokensIn([head, parts.household]);

/**
 * What a case keeps of each of its persons beside the locks: once it has ended, of everybody, for the term of its file; while it is open,
 * of those no lock names. Without it nobody could tell whether a person's key may go (rulebook 9.4, 9.5).
 */
export function holdsOf(state: CaseState): readonly { readonly person: string; readonly hold: Hold }[] {
  const { caseId, program } = state.head;
  const locked = personsHeld(state);
  const endedOn = endOf(state.head);
  const hold: Hold = { caseId, program, ...(endedOn ? { endedOn } : {}) };
  return personsOfCase(state)
    .filter((person) => !locked.includes(person))
    .map((person) => ({ person, hold }));
}
