import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { Proposal } from '../../schemas/management.ts';
import type { Term } from '../../schemas/term.ts';
import { checkDecider } from '../core/adjustment-guards.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import type { CaseState } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { runningManagedTerms, startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { effectMonth, managementOf, recipientOf } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { type Issuing, issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { adjustmentClauses } from '../law/adjustment-clauses.ts';
import { fadeOutEntries, fadeOutMonths, monthAfter } from '../law/benefit-amounts.ts';
import { addDays } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite, lawPackOn } from '../law/sources.ts';

const DecideFadeOutInput = z
  .strictObject({
    months: z.int().min(1).max(120).describe('渐退月数，不超过六个月 months, six at most'),
    reasons: z.array(z.string().min(1).max(2000)).max(20).default([]).describe('理由 reasons'),
  })
  .meta({ id: 'DecideFadeOutInput', description: '渐退决定 Decision on a fade-out', examples: [{ months: 6 }] });

/**
 * Lets a household whose income rose above the standard through employment keep its aid for up to six months (渐退期, N83 一(三), D57 §33,
 * SEED 二(三)4). The curve is the county's; its last amount goes on while nobody has decided, and the end is an overdue term of the
 * township, never a stop by itself (G12).
 */
export const decideFadeOut = defineStep({
  id: 'review.decide-fade-out',
  zh: '决定渐退期',
  en: 'Decide a fade-out',
  route: 'POST /v1/cases/{caseId}/fade-out',
  provision: [cite('N83', '一(三)'), cite('D57', '§33'), cite('SEED', '二(三)4')],
  input: DecideFadeOutInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, { months, reasons }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { delegationId, by } = checkConfirmingAuthority(facts, 'decide-fade-out', on);
    const management = managementOf(state);
    const { proposal } = management;
    const value = (key: 'fade.maxMonths' | 'fade.curve') =>
      parameterOn(setting.parameters, key, { program: head.program, on })?.value;
    const maxMonths = Number(value('fade.maxMonths') ?? 6);
    must(months <= maxMonths, 'fade-out-too-long', { months, maxMonths });
    must(proposal?.result === 'fade-out', 'proposal-missing', { proposed: proposal?.result });
    checkDecider(management, proposal, facts.actor.personId);
    checkDecidedAnew(facts, 'benefit');
    checkRelativesFiled(facts);
    checkInterval(state, setting, on);
    const curve = value('fade.curve') === 'STEP' ? ('STEP' as const) : ('FULL' as const);
    const fromMonth = effectMonth(on);
    const paid = fadeOutMonths(proposal.oldAmountFen, { fromMonth, months, curve });
    const untilMonth = monthAfter(fromMonth, months - 1);
    const start = termsOf(state, setting, { on, untilMonth });
    const serveBy = start.find(({ term }) => term === 'adjustment-notice')?.dueOn;
    const data = {
      on,
      status: 'fading' as const,
      ground: proposal.ground,
      reasons: [...proposal.reasons, ...reasons],
      amountFen: paid[0]?.amountFen ?? 0,
      fromMonth,
      entitlements: [...fadeOutEntries(paid)],
      fadeOut: { fromMonth, untilMonth, fullAmountFen: proposal.oldAmountFen, decidedOn: on },
      curve,
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const papers = noticeOf(
      { facts, setting, townshipCode: head.townshipCode, on, by },
      { proposal, reasons, paid, serveBy },
    );
    const terms = { start, end: runningManagedTerms(parts.terms) };
    return reply(facts, { type: 'fade-out-decided', data, terms, papers }, now);
  },
});

/** One fade-out per household in so many months, where the county has set a number (B16). */
function checkInterval(state: CaseState, setting: Setting, on: string): void {
  const { lastFadeOutUntil } = managementOf(state);
  const set = parameterOn(setting.parameters, 'fade.intervalMonths', { program: state.head.program, on });
  if (!set || !lastFadeOutUntil) return;
  const earliestMonth = monthAfter(lastFadeOutUntil, Number(set.value) + 1);
  must(effectMonth(on) >= earliestMonth, 'fade-out-too-soon', { earliestMonth });
}

/** The end of the fade-out is the last day of its last month. */
const termsOf = (
  { head }: CaseState,
  setting: Setting,
  { on, untilMonth }: { readonly on: string; readonly untilMonth: string },
): Term[] => [
  ...startTerms(['adjustment-notice', 'adjustment-publication'], { head, setting, fromOn: on }),
  ...startTerms(['fade-out-end'], {
    head,
    setting,
    fromOn: on,
    lastOn: addDays(`${monthAfter(untilMonth)}-01`, -1),
  }),
];

function noticeOf(
  issuing: Issuing,
  told: {
    readonly proposal: Proposal;
    readonly reasons: readonly string[];
    readonly paid: ReturnType<typeof fadeOutMonths>;
    readonly serveBy: string | undefined;
  },
) {
  const state = theCase(issuing.facts);
  const { program } = state.head;
  const { proposal, reasons, paid, serveBy } = told;
  return issuePapers(issuing, [
    {
      kind: 'W26',
      to: recipientOf(state, issuing.on),
      serveBy,
      clauses: adjustmentClauses(proposal, { program, on: issuing.on }),
      data: { program, reasons: [...proposal.reasons, ...reasons], months: [...paid] },
    },
  ]);
}
