import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { Proposal } from '../../schemas/management.ts';
import { checkDecider, checkHeard, type Heard } from '../core/adjustment-guards.ts';
import { heardOnPaper } from '../core/adjustment-paper.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import { reply } from '../core/case-reply.ts';
import { runningManagedTerms, startTerms } from '../core/case-terms.ts';
import { correctionRef, openCorrection, settleCorrection } from '../core/corrections.ts';
import { theCase } from '../core/facts.ts';
import { effectMonth, managementOf, recipientOf } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { type Issuing, issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { remedyText } from '../core/remedy-text.ts';
import { mayRevoke, paidTooMuch } from '../core/revocation.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { adjustmentClauses } from '../law/adjustment-clauses.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, citeText, lawPackOn } from '../law/sources.ts';

const RevokeConfirmationInput = z
  .strictObject({
    correctionId: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('所答复的责令纠正编号 correction it answers, where one is open'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .max(20)
      .default([])
      .describe('对意见的采纳情况 what came of the views'),
  })
  .meta({ id: 'RevokeConfirmationInput', description: '撤销确认 Revocation', examples: [{}] });

/**
 * Revokes a confirmation (撤销原确认决定, SEED 二(三)5): after the household was heard, by the confirming authority of the day, or by the county
 * where the township let an order to correct pass. From the next month on where nobody deceived; from the beginning for fraud, and what was
 * paid then comes back by a decision of the county only, never by deduction (LAW §73–74). W28 with remedy.
 */
export const revokeConfirmation = defineStep({
  id: 'review.revoke-confirmation',
  zh: '撤销原确认决定',
  en: 'Revoke a confirmation',
  route: 'POST /v1/cases/{caseId}/revocation',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§48'), cite('LICENSE', '§69', 'design')],
  input: RevokeConfirmationInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({
    ...caseFacts(call),
    countyPapers: true,
    subjects: call.input.correctionId ? [correctionRef(call.input.correctionId)] : [],
  }),
  decide: (facts, { correctionId, reasons }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { by, delegationId } = mayRevoke(facts, on);
    const permitted = by === 'county' ? 'CC' : 'TD';
    must(facts.actor.post === permitted, 'post-not-permitted', {
      act: 'revoke-confirmation',
      post: facts.actor.post,
      permitted: [permitted],
    });
    const management = managementOf(state);
    const { proposal } = management;
    must(proposal?.result === 'revoke', 'proposal-missing', { proposed: proposal?.result });
    checkDecider(management, proposal, facts.actor.personId);
    checkDecidedAnew(facts, 'benefit');
    checkRelativesFiled(facts);
    const heard = checkHeard(management, proposal, on);
    const correction = openCorrection(facts, correctionId);
    const fraud = proposal.fraud === true;
    const overpaid = paidTooMuch(state, on);
    const fromMonth = fraud ? overpaid.fromMonth : effectMonth(on);
    const start = startTerms(['adjustment-notice', 'adjustment-publication'], { head, setting, fromOn: on });
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by };
    const papers = paperOf(issuing, { proposal, reasons, heard, fromMonth, correctionId, serveBy: start[0]?.dueOn });
    const data = {
      on,
      status: 'revoked' as const,
      ground: proposal.ground,
      reasons: [...proposal.reasons, ...reasons],
      amountFen: 0,
      fromMonth,
      entitlements: [{ kind: 'revocation' as const, fromMonth, amountFen: 0 }],
      fraud,
      ...(fraud ? { overpaid } : {}),
      ...(heard ? { heard: heard.form } : {}),
      ...(correctionId ? { correctionId } : {}),
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const terms = { start, end: runningManagedTerms(parts.terms) };
    const outcome = reply(facts, { type: 'confirmation-revoked', data, terms, papers }, now);
    return { ...outcome, also: settleCorrection(correction, { on, status: 'revoked', settledBy: by }) };
  },
});

function paperOf(
  issuing: Issuing,
  told: {
    readonly proposal: Proposal;
    readonly reasons: readonly string[];
    readonly heard: Heard | undefined;
    readonly fromMonth: string;
    readonly correctionId: string | undefined;
    readonly serveBy: string | undefined;
  },
) {
  const { facts, on } = issuing;
  const state = theCase(facts);
  const { program, decision } = state.head;
  const { proposal, fromMonth, heard, reasons } = told;
  const clauses = adjustmentClauses(proposal, { program, on });
  const numberOf = (kind: 'W20' | 'W34'): string | undefined =>
    state.parts.papers.filter((entry) => entry.kind === kind).at(-1)?.number;
  const orderedBy = told.correctionId ? numberOf('W34') : undefined;
  return issuePapers(issuing, [
    {
      kind: 'W28',
      to: recipientOf(state, on),
      serveBy: told.serveBy,
      clauses,
      data: {
        program,
        revokedNumber: numberOf('W20') ?? '',
        decidedOn: decision?.on ?? on,
        facts: proposal.facts,
        reasons: [...proposal.reasons, ...reasons],
        clauses: clauses.map(citeText),
        fromMonth,
        fromStart: proposal.fraud === true,
        ...heardOnPaper(heard, reasons),
        ...(orderedBy ? { orderedBy } : {}),
        remedy: remedyText(issuing, 'W28'),
      },
    },
  ]);
}
