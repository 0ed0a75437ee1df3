import * as z from 'zod';
import type { EntitlementEntry } from '../../schemas/benefit.ts';
import { CaseView } from '../../schemas/case.ts';
import type { Management, Proposal } from '../../schemas/management.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { changeMonth, checkDecider, checkHeard, checkTerminationPosted } from '../core/adjustment-guards.ts';
import { adjustmentPaper } from '../core/adjustment-paper.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import type { CaseState } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { runningManagedTerms, startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { managementOf, restingStatus } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { reverificationTerm } from '../core/reverification-term.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, lawPackOn } from '../law/sources.ts';

const DecideAdjustmentInput = z
  .strictObject({
    result: z
      .enum(['increase', 'reduce', 'stop', 'dropped'])
      .describe('决定：增发、减发、停发，或听取意见后不予调整 decision; dropped: left as it is'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .max(20)
      .default([])
      .describe('理由；不予调整、或对意见的采纳情况 reasons, needed to drop a proposal'),
  })
  .meta({
    id: 'DecideAdjustmentInput',
    description: '增减停发决定 Decision on the amount',
    examples: [{ result: 'reduce' }],
  });

const kinds = { increase: 'increase', reduce: 'reduction', stop: 'stop' } as const;

/**
 * Decides a proposed increase, reduction or stop (LAW §46–48, D57 §31–32): the confirming authority of the day, never who looked or proposed.
 * Against the household only once it was heard, has waived or let its window pass; from the next month on, with reasons and remedy (W25).
 * A proposal may be dropped after the views; the aid then goes on as it was.
 */
export const decideAdjustment = defineStep({
  id: 'review.decide-adjustment',
  zh: '决定增发、减发、停发',
  en: 'Decide an increase, reduction or stop',
  route: 'POST /v1/cases/{caseId}/adjustment',
  provision: [
    cite('LAW', '§46-48'),
    cite('D57', '§31'),
    cite('D57', '§32'),
    cite('SEED', '二(三)4'),
    cite('T43', '§26'),
  ],
  input: DecideAdjustmentInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, { result, reasons }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { delegationId, by } = checkConfirmingAuthority(facts, 'decide-adjustment', on);
    const management = managementOf(state);
    const { proposal } = management;
    must(proposal && (result === 'dropped' || result === proposal.result), 'proposal-missing', {
      proposed: proposal?.result,
    });
    checkDecider(management, proposal, facts.actor.personId);
    checkDecidedAnew(facts, 'benefit');
    checkRelativesFiled(facts);
    const dropped = result === 'dropped';
    must(!dropped || reasons.length > 0, 'reasons-missing');
    const heard = dropped ? undefined : checkHeard(management, proposal, on);
    if (!dropped) checkTerminationPosted(state, proposal, on);
    const fromMonth = changeMonth(state, proposal, on);
    const amountFen = dropped ? proposal.oldAmountFen : proposal.amountFen;
    const start = termsAfter(state, setting, { result, on, served: heard?.form !== 'nobody-left' });
    const serveBy = start.find(({ term }) => term === 'adjustment-notice')?.dueOn;
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by };
    const told = { proposal, reasons, fromMonth, heard, serveBy };
    const papers: readonly Paper[] = dropped ? [] : adjustmentPaper(issuing, told);
    const data = {
      on,
      result,
      status: statusAfter(result, management),
      ground: proposal.ground,
      reasons: [...proposal.reasons, ...reasons],
      amountFen,
      fromMonth,
      entitlements: dropped ? [] : [entryOf(proposal, result, fromMonth)],
      ...(heard ? { heard: heard.form } : {}),
      parameterIds: [],
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const terms = {
      start,
      end: runningManagedTerms(parts.terms, dropped).filter((name) => !start.some(({ term }) => term === name)),
    };
    return reply(facts, { type: 'adjustment-decided', data, terms, papers }, now);
  },
});

type Result = 'increase' | 'reduce' | 'stop' | 'dropped';

const entryOf = ({ amountFen }: Proposal, result: Exclude<Result, 'dropped'>, fromMonth: string): EntitlementEntry => ({
  kind: kinds[result],
  fromMonth,
  amountFen,
});

/** Any decision on the amount ends a fade-out; a dropped proposal leaves it running. */
const statusAfter = (result: Result, management: Management) => {
  if (result === 'stop') return 'ended' as const;
  return result === 'dropped' ? restingStatus(management) : ('active' as const);
};

function termsAfter(
  state: CaseState,
  setting: Setting,
  { result, on, served }: { readonly result: Result; readonly on: string; readonly served: boolean },
): Term[] {
  const { head } = state;
  const fading = result === 'dropped' && managementOf(state).fadeOut !== undefined;
  const cycle = result === 'stop' || fading ? [] : reverificationTerm(state, setting, on);
  if (result === 'dropped') return cycle;
  // Where nobody is left there is nobody to serve the decision on.
  const notice: readonly TermName[] = served ? ['adjustment-notice'] : [];
  return [...startTerms([...notice, 'adjustment-publication'], { head, setting, fromOn: on }), ...cycle];
}
