import type { CaseView } from '../../schemas/case.ts';
import type { CaseEventBody, TermChanges } from '../../schemas/case-events.ts';
import type { Paper } from '../../schemas/paper.ts';
import { type CaseEvent, foldCase } from './case-fold.ts';
import { viewOf } from './case-view.ts';
import { type Facts, theCase } from './facts.ts';
import type { Outcome } from './step.ts';

/** What an act on a case says happened: a typed body, what it does to the terms, the papers it issues. */
export type CaseAct = CaseEventBody & {
  readonly terms?: TermChanges | undefined;
  readonly papers?: readonly Paper[] | undefined;
};

/** The outcome of an act on the loaded case: its event, and the case as it stands after it. */
export function reply(facts: Facts, act: CaseAct, now: string): Outcome<CaseView> {
  const state = theCase(facts);
  const event = { ...act, subjectId: state.head.caseId, seq: state.version + 1, actor: facts.actor, at: now, hash: '' };
  const after = foldCase(state, event as unknown as CaseEvent);
  return { event: act, reply: viewOf(after.head, after.version) };
}
