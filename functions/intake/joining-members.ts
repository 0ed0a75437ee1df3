import type { ApplicationMember } from '../../schemas/application.ts';
import { isPersonal } from '../../schemas/program.ts';
import { lockOf } from '../core/case-locks.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import type { PersonalRecord } from '../core/step.ts';
import { mayKnow } from './application-checks.ts';
import { receivedBy, tokenOf } from './household-on-file.ts';

const wrong = (path: string, message: string) => ({ errors: [{ path, message }] });

/**
 * Refuses a person who cannot join the household of the loaded case: whose birth date is not that of the identity number, or whom an open case of the same
 * program holds elsewhere (rulebook 3.10, invariant 8). Needs `people` among the facts.
 */
export function checkJoining(facts: Facts, joining: readonly ApplicationMember[]): void {
  const { head } = theCase(facts);
  const misborn = joining.findIndex(({ idNumber, birthOn }) => birthOn.replaceAll('-', '') !== idNumber.slice(6, 14));
  must(
    misborn < 0,
    'input-invalid',
    wrong(`joining.${misborn}.birthOn`, '出生日期与公民身份号码不一致 differs from the identity number'),
  );
  if (isPersonal(head.program) || head.alone) return;
  const open = joining
    .flatMap(({ idNumber }) => facts.people[idNumber]?.open ?? [])
    .find((one) => one.caseId !== head.caseId && lockOf(one.program) === lockOf(head.program));
  must(!open, 'case-already-open', mayKnow(facts.actor, open?.caseId) ? { openCaseId: open?.caseId } : {});
}

/** Whoever joins, as the household keeps them: a token instead of name and number. */
export const joinedMembers = (facts: Facts, joining: readonly ApplicationMember[]) =>
  joining.map(({ name: _name, idNumber, phone: _phone, ...member }) => ({
    ...member,
    person: tokenOf(facts, idNumber),
    ...receivedBy(facts, idNumber),
  }));

/** Names and numbers of whoever joins, sealed under each person's own key. */
export const joinedPersons = (facts: Facts, joining: readonly ApplicationMember[]): PersonalRecord[] =>
  joining.map(({ name, idNumber, phone }) => ({
    token: tokenOf(facts, idNumber),
    ...(facts.people[idNumber]?.open.length ? { known: true as const } : {}),
    data: { name, idNumber, phone },
  }));
