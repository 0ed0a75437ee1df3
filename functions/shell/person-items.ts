import type { CaseState } from '../core/case-fold.ts';
import { lockOf, lockRecord, personsHeld, personsWhoLeft } from '../core/case-locks.ts';
import { holdsOf } from '../core/case-persons.ts';
import { externalKey, holdPartition, holdPrefix, leftKey, openCaseKey } from './keys.ts';
import { type Projected, plain } from './projected.ts';

/** One open case of a program a person, nationwide (rulebook 3.10, invariant 8); external numbers are unique per client. */
function locks(state: CaseState): readonly Projected[] {
  const { head: now, version } = state;
  const unique = (key: { pk: string; sk: string }, record: unknown): Projected => ({
    item: { ...key, record, version },
    role: 'unique',
    unique: true,
  });
  return [
    ...personsHeld(state).map((person) => unique(openCaseKey(person, lockOf(now.program)), lockRecord(state))),
    ...(now.externalNo
      ? [unique(externalKey(now.clientId, now.externalNo), { caseId: now.caseId, program: now.program })]
      : []),
  ];
}

/** Whose household a member left: read when the person applies with another. */
const departures = (state: CaseState): readonly Projected[] =>
  personsWhoLeft(state).map(({ person, on }) => {
    const { pk, sk } = leftKey(person);
    return plain(pk, sk, { caseId: state.head.caseId, on }, state.version);
  });

/** What persons are kept for beside the locks: read when a file is disposed of. */
const holds = (state: CaseState): readonly Projected[] =>
  holdsOf(state).map(({ person, hold }) =>
    plain(holdPartition(person), `${holdPrefix}CASE#${state.head.caseId}`, hold, state.version),
  );

/** What a case says of its persons in items beside its own: whom it holds, who left it, what they are kept for. */
export const personItems = (state: CaseState): readonly Projected[] => [
  ...locks(state),
  ...departures(state),
  ...holds(state),
];
