import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { Proposal } from '../../schemas/management.ts';
import type { Term } from '../../schemas/term.ts';
import { adjustmentPaper } from '../core/adjustment-paper.ts';
import {
  checkDecidedAnew,
  checkReopens,
  lockOfCase,
  orderCited,
  orderOf,
  restoredEntitlements,
} from '../core/appeal-order.ts';
import type { CaseState } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { benefitIn, effectMonth } from '../core/managed.ts';
import { must } from '../core/problem.ts';
import { reverificationTerm } from '../core/reverification-term.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { amountIn } from '../law/entitlements.ts';
import { cite, lawPackOn } from '../law/sources.ts';

const RestoreBenefitInput = z
  .strictObject({})
  .meta({ id: 'RestoreBenefitInput', description: '恢复发放 Restoration of a benefit', examples: [{}] });

/**
 * Restores what a household had a right to before a decision that no longer holds, or sets the amount the body changed it to (FYF §77, ALL §94): by the confirming authority of the day and another person than decided
 * before, by a decision with a number (W25). The months since are paid as back pay by the difference (ADR 0011). What a redo decides comes after it.
 */
export const restoreBenefit = defineStep({
  id: 'review.restore-benefit',
  zh: '按复议决定或裁判恢复发放',
  en: 'Restore a benefit as ordered',
  route: 'POST /v1/cases/{caseId}/restoration',
  provision: [cite('FYF', '§63'), cite('FYF', '§77'), cite('ALL', '§70'), cite('ALL', '§94'), cite('LAW', '§76')],
  input: RestoreBenefitInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true, membersHeldBy: lockOfCase(call.params['caseId']) }),
  decide: (facts, _input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { delegationId, by } = checkConfirmingAuthority(facts, 'restore-benefit', on);
    const order = orderOf(state);
    must(order?.restores, 'nothing-to-restore', { status: head.status });
    checkDecidedAnew(facts, 'benefit');
    checkReopens(facts);
    const entitlements = [...restoredEntitlements(state, order)];
    const fromMonth = entitlements[0]?.fromMonth ?? effectMonth(on);
    const amountFen = amountIn(entitlements, effectMonth(on));
    const start = termsAfter(state, setting, on);
    const { ordered = '' } = orderCited(order);
    const proposal: Proposal = {
      result: 'increase',
      ground: 'appeal',
      on,
      by: facts.actor.personId,
      oldAmountFen: benefitIn(state, effectMonth(on)),
      amountFen,
      facts: [`${ordered}：${order.paper ?? ''}不再执行`],
      reasons: ['履行生效的行政复议决定或者人民法院裁判，恢复原保障金额'],
      computation: [],
    };
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by };
    const serveBy = start[0]?.dueOn;
    const papers = adjustmentPaper(issuing, { proposal, reasons: [], fromMonth, heard: undefined, serveBy });
    const data = {
      on,
      result: 'increase' as const,
      status: standsAt(state),
      ground: proposal.ground,
      reasons: proposal.reasons,
      amountFen,
      fromMonth,
      entitlements,
      parameterIds: [],
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const end = order.outcome === 'revoked-with-redo' ? [] : ['appeal-order' as const];
    return reply(facts, { type: 'adjustment-decided', data, terms: { start, end }, papers }, now);
  },
});

/** A check or a hearing goes on; whoever had been stopped or revoked receives again. */
const standsAt = ({ head }: CaseState) =>
  head.status === 'ended' || head.status === 'revoked' ? ('active' as const) : head.status;

function termsAfter(state: CaseState, setting: Setting, on: string): Term[] {
  const { head, parts } = state;
  const cycle = standsAt(state) === 'active' && !runningTerms(parts.terms).includes('reverification');
  return [
    ...startTerms(['adjustment-notice', 'adjustment-publication'], { head, setting, fromOn: on }),
    ...(cycle ? reverificationTerm(state, setting, on) : []),
  ];
}
