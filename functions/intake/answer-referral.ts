import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { type ReferralEventBody, ReferralOutcome, ReferralView } from '../../schemas/referral.ts';
import { must } from '../core/problem.ts';
import { foldReferral, type ReferralEvent } from '../core/referral-fold.ts';
import { defineStep } from '../core/step.ts';
import { departmentRefs, referralRef, referralViewOf, theReferral } from '../core/the-referral.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const AnswerReferralInput = z
  .strictObject({
    outcome: ReferralOutcome,
    repliedOn: CivilDate.optional().describe('收到反馈日期，缺省为今天 day of the reply, today if absent'),
    note: z.string().min(1).max(2000).optional().describe('说明（不填姓名） note, without names'),
  })
  .meta({
    id: 'AnswerReferralInput',
    description: '转办反馈 Reply to a referral',
    examples: [{ outcome: 'helped' }],
  });

/**
 * Records what came of a referral: the department itself through its registered system, or the office that asked. It ends the term; a late
 * reply is taken and shows as late (B9). What is another department's duty is passed on by a new referral.
 */
export const answerReferral = defineStep({
  id: 'intake.answer-referral',
  zh: '登记转办反馈',
  en: 'Answer a referral',
  route: 'POST /v1/referrals/{referralId}/reply',
  provision: [cite('SEED', '二(三)1'), cite('LAW', '§64')],
  input: AnswerReferralInput,
  output: ReferralView,
  facts: ({ params, actor }) => ({
    subjects: [referralRef(params['referralId'] ?? ''), ...departmentRefs(actor)],
  }),
  decide: (facts, { outcome, repliedOn, note }, now) => {
    const today = civilDateOf(now);
    const on = repliedOn ?? today;
    const state = theReferral(facts, today);
    const { head, version } = state;
    must(!head.outcome, 'referral-answered', { outcome: head.outcome });
    must(head.referredOn <= on && on <= today, 'date-out-of-order', { referredOn: head.referredOn, repliedOn: on });
    const by = facts.actor.personId;
    const act = {
      type: 'referral-answered',
      data: { on, outcome, by, ...(note ? { note } : {}) },
      terms: { end: ['referral-reply' as const] },
    } satisfies ReferralEventBody & Pick<ReferralEvent, 'terms'>;
    const event = { ...act, subjectId: head.referralId, seq: version + 1, at: now, hash: '' };
    const after = foldReferral(state, event as unknown as ReferralEvent);
    return {
      event: act,
      subject: referralRef(head.referralId),
      reply: referralViewOf(after.head, after.version, today),
    };
  },
});
