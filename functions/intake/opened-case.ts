import type { CaseView } from '../../schemas/case.ts';
import { groupOf } from '../../schemas/program.ts';
import { type CaseEvent, foldCase } from '../core/case-fold.ts';
import type { CaseAct } from '../core/case-reply.ts';
import { viewOf } from '../core/case-view.ts';
import type { Facts } from '../core/facts.ts';
import type { Outcome, PersonalRecord } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';

type Submission = Extract<CaseAct, { type: 'application-submitted' }>;

/** The outcome of an act that opens a case: its number, its first event, and the case as it then stands. Needs `township` among the facts. */
export function openedCase(
  facts: Facts,
  act: Submission,
  { now, personal }: { readonly now: string; readonly personal: readonly PersonalRecord[] },
): Outcome<CaseView> {
  const id = caseIdOf(facts, act.data, now);
  const event = { ...act, subjectId: id, seq: 1, actor: facts.actor, at: now, hash: '' } as unknown as CaseEvent;
  const after = foldCase(undefined, event);
  return { event: act, subject: { kind: 'case', id }, personal, reply: viewOf(after.head, after.version) };
}

/** Serials count from 1 by township and year, whatever the program (rulebook 9.1). */
const caseIdOf = (facts: Facts, { townshipCode, program }: Submission['data'], now: string): string => {
  const serial = String((facts.counters?.cases ?? 0) + 1).padStart(6, '0');
  return `${townshipCode}-${groupOf(program)}-${civilDateOf(now).slice(0, 4)}-${serial}`;
};
