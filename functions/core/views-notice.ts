import type { Proposal } from '../../schemas/management.ts';
import type { Paper } from '../../schemas/paper.ts';
import { adjustmentClauses } from '../law/adjustment-clauses.ts';
import { clockOf } from '../law/clocks.ts';
import { citeText } from '../law/sources.ts';
import { lastDayByWorkingDays } from '../law/terms.ts';
import { startTerms } from './case-terms.ts';
import { theCase } from './facts.ts';
import { effectMonth, recipientOf } from './managed.ts';
import { type Issuing, issuePapers } from './paper.ts';

const forms = { reduce: 'reduce', stop: 'stop', revoke: 'revoke' } as const;

/** The notice that asks a household for its views before a decision against it (听取意见告知书 W23, LAW §48): the window runs from service (B3). */
export function viewsNotice(issuing: Issuing, proposal: Proposal): readonly Paper[] {
  const { facts, setting, on } = issuing;
  const state = theCase(facts);
  const { head } = state;
  const windowWorkingDays = clockOf(setting.clocks, 'clock.hearing');
  const window = lastDayByWorkingDays(setting.calendar, on, windowWorkingDays);
  const clauses = adjustmentClauses(proposal, { program: head.program, on });
  const serveBy = startTerms(['hearing-notice'], { head, setting, fromOn: on })[0]?.dueOn;
  const { result } = proposal;
  return issuePapers(issuing, [
    {
      kind: 'W23',
      to: recipientOf(state, on),
      serveBy,
      clauses,
      data: {
        form: result === 'stop' || result === 'revoke' ? forms[result] : forms.reduce,
        program: head.program,
        facts: proposal.facts,
        reasons: proposal.reasons,
        clauses: clauses.map(citeText),
        computation: proposal.computation,
        oldAmountFen: proposal.oldAmountFen,
        newAmountFen: proposal.amountFen,
        fromMonth: effectMonth(on),
        windowWorkingDays,
        windowEndsOn: window.dueOn,
        provisional: window.provisional,
      },
    },
  ]);
}
