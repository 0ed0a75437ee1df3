import * as z from 'zod';
import { Appeal } from '../../schemas/appeal.ts';
import { AppealOutcome } from '../../schemas/appeal-order.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { FenAmount } from '../../schemas/money.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import type { Term } from '../../schemas/term.ts';
import { checkReopens, lockOfCase, orderOf } from '../core/appeal-order.ts';
import { checkOutcome, isOrder, orderedBy } from '../core/appeal-outcome.ts';
import { appealAfter } from '../core/appeal-reply.ts';
import { appealFacts, appealRef, theAppeal } from '../core/appeals.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const SettleAppealInput = z
  .strictObject({
    outcome: AppealOutcome,
    decidedOn: CivilDate.describe('决定、判决日期 day of the decision'),
    receivedOn: CivilDate.optional().describe('收到日期，缺省为当日 day it was received, today if absent'),
    orderNo: z.string().min(1).max(60).describe('复议决定书、裁判文书文号 number of the decision'),
    evidence: AttachmentId.describe('决定书、裁判文书附件 the decision, an attachment'),
    paperId: z
      .string()
      .regex(/^W\d{2}-\d{1,4}$/)
      .optional()
      .describe('责令重作时填写被撤销的文书编号 the paper that fell, for an order to decide anew'),
    dueOn: CivilDate.optional().describe(
      '履行期限：撤销、责令重作、变更、责令履行时必填，决定书未载明的填依法应当办结之日 day by which it is to be carried out, needed for an order',
    ),
    amountFen: FenAmount.optional().describe('变更后的月保障金额（分） amount a month as changed'),
    procedural: z
      .literal(true)
      .optional()
      .describe('仅因违反法定程序被撤销，可以同样的事实和理由重作 it fell for its procedure alone'),
  })
  .meta({
    id: 'SettleAppealInput',
    description: '复议决定、诉讼裁判 Outcome of an appeal',
    examples: [
      {
        outcome: 'revoked-with-redo',
        decidedOn: '2026-12-10',
        orderNo: '演示复决〔2026〕3号',
        evidence: 'att-0123456789abcdef',
        paperId: 'W21-1',
        dueOn: '2027-01-08',
      },
    ],
  });

/**
 * Registers what the review body or the court decided (FYF §63–69, ALL §69–73, §77), by the county with the document, and never by who made the act. What it orders becomes a duty of the case with its day, carried out by
 * a new act of another person: registering grants, changes and stops nothing. Upheld, withdrawn or not accepted, the act simply stands.
 */
export const settleAppeal = defineStep({
  id: 'review.settle-appeal',
  zh: '登记复议决定、诉讼裁判',
  en: 'Register the outcome of an appeal',
  route: 'POST /v1/cases/{caseId}/appeals/{appealId}/outcome',
  provision: [
    cite('FYF', '§63'),
    cite('FYF', '§64'),
    cite('FYF', '§66'),
    cite('FYF', '§68'),
    cite('FYF', '§77'),
    cite('ALL', '§69'),
    cite('ALL', '§70'),
    cite('ALL', '§71'),
    cite('ALL', '§72'),
    cite('ALL', '§77'),
  ],
  input: SettleAppealInput,
  output: Appeal,
  facts: (call) => ({
    ...appealFacts(call),
    attachments: [call.input.evidence],
    ...(call.input.paperId ? { paper: call.input.paperId } : {}),
    membersHeldBy: lockOfCase(call.params['caseId']),
  }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const appeal = theAppeal(facts);
    const { appealId, status: stands } = appeal;
    must(stands !== 'settled', 'already-done', { appealId });
    must(facts.actor.personId !== appeal.decidedBy, 'decider-may-not-redo', { appealId, decidedBy: appeal.decidedBy });
    const { outcome, decidedOn, receivedOn = on, orderNo, dueOn, amountFen } = input;
    const ordered = appeal.filedOn <= decidedOn && decidedOn <= receivedOn && receivedOn <= on;
    must(ordered && (!dueOn || dueOn > decidedOn), 'date-out-of-order', { decidedOn, receivedOn, dueOn });
    checkOutcome(appeal, input);
    const redo = outcome === 'revoked-with-redo' && appeal.paperId !== undefined;
    must(!redo || input.paperId === appeal.paperId, 'appeal-order-incomplete', { missing: ['paperId'] });
    const open = orderOf(state);
    must(!isOrder(outcome) || !open, 'appeal-order-open', { appealId: open?.appealId, dueOn: open?.dueOn });
    const opened = isOrder(outcome) && dueOn ? orderedBy(facts, appeal, { ...input, dueOn }) : undefined;
    if (opened?.status || opened?.order.restores) checkReopens(facts);
    const evidence = storedFile(facts, input.evidence, head.countyCode).sha256;
    const closed = {
      type: 'appeal-closed' as const,
      data: {
        on,
        outcome,
        decidedOn,
        receivedOn,
        orderNo,
        evidence,
        ...(dueOn ? { dueOn } : {}),
        ...(amountFen === undefined ? {} : { amountFen }),
      },
      terms: { end: ['review-reply' as const, 'review-reply-simple' as const, 'suit-reply' as const] },
    };
    const start = opened && dueOn ? orderTerm(appeal, { head, setting, fromOn: receivedOn, lastOn: dueOn }) : [];
    const data = { on, appealId, outcome, receivedOn, ...opened };
    const act = reply(facts, { type: 'appeal-settled', data, terms: { start } }, now);
    return {
      ...act,
      also: [{ subject: appealRef(appealId), event: closed }],
      reply: appealAfter(facts, closed, now),
    };
  },
});

/** The day of the order, held by the organ that made the act. */
const orderTerm = ({ respondent }: Appeal, of: Parameters<typeof startTerms>[1]): Term[] =>
  startTerms(['appeal-order'], of).map((term) =>
    respondent.by === 'county'
      ? { ...term, holderOrg: respondent.orgCode, holderPost: 'CC' as const, countyHeld: true }
      : term,
  );
