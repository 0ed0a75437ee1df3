import type { CivilDate } from '../../schemas/dates.ts';
import type { Management, Proposal } from '../../schemas/management.ts';
import { hearingDue } from '../law/adjustment-clauses.ts';
import { earliestDecisionOn } from '../law/term-start.ts';
import type { CaseState } from './case-fold.ts';
import { effectMonth, managementOf } from './managed.ts';
import { must } from './problem.ts';

/** How the household was heard, as the decision tells of it. */
export interface Heard {
  readonly form: 'heard' | 'waived' | 'nobody-left' | 'window-over';
  readonly on: CivilDate;
}

/**
 * The household was heard, has waived in writing, or was asked and let the window pass, whose last day is its own (LAW §48, B1–B3;
 * rulebook 3.10, invariant 7). Nobody is asked about an increase or a written wish to leave. Refuses a decision before.
 */
export function checkHeard(management: Management, proposal: Proposal, on: CivilDate): Heard | undefined {
  const { representations } = management;
  if (representations) return { form: representations.form, on: representations.on };
  const against = ['reduce', 'stop', 'revoke'].includes(proposal.result);
  if (!against || proposal.ground === 'voluntary-exit' || !hearingDue(on)) return undefined;
  const { servedOn, windowEndsOn } = proposal;
  must(windowEndsOn !== undefined && windowEndsOn < on, 'representations-missing', {
    servedOn,
    windowEndsOn,
    earliestOn: windowEndsOn && earliestDecisionOn(windowEndsOn),
  });
  return { form: 'window-over', on: windowEndsOn };
}

/** SD2, by person: neither who visited the household nor who proposed decides. */
export function checkDecider({ check }: Management, proposal: Proposal, personId: string): void {
  must(!check?.surveyors.includes(personId), 'surveyor-may-not-confirm', { surveyors: check?.surveyors });
  must(personId !== proposal.by, 'reviewer-may-not-confirm', { reviewer: proposal.by });
}

/** 特困 is ended only after seven days of publicity, the last of which is the public's (T43 §26, B1). */
export function checkTerminationPosted({ head, parts }: CaseState, proposal: Proposal, on: CivilDate): void {
  const program: string = head.program;
  if (program !== 'TK' || proposal.result !== 'stop') return;
  const endsOn = parts.management?.posted?.endsOn;
  must(endsOn !== undefined && endsOn < on, 'publicity-not-over', {
    endsOn,
    earliestOn: endsOn && earliestDecisionOn(endsOn),
  });
}

/** First month of a decided change: the next one, but never within a fade-out that was granted (G12). */
export function changeMonth(state: CaseState, proposal: Proposal, on: CivilDate): string {
  const next = effectMonth(on);
  const { fadeOut } = managementOf(state);
  if (!fadeOut || proposal.ground !== 'fade-out-over') return next;
  const after = effectMonth(`${fadeOut.untilMonth}-01`);
  return after > next ? after : next;
}
