import * as z from 'zod';
import { Appeal } from '../../schemas/appeal.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { appealReply } from '../core/appeal-reply.ts';
import { appealFacts, theAppeal } from '../core/appeals.ts';
import { storedFile } from '../core/attachments.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const AnswerAppealInput = z
  .strictObject({
    facts: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(20)
      .describe('答复、答辩要点（不填姓名） what is answered, without names'),
    evidence: z
      .array(AttachmentId)
      .min(1)
      .max(30)
      .describe(
        '书面答复（答辩状）和作出行政行为的证据、依据 the written reply, the evidence and the clauses behind the act',
      ),
  })
  .meta({
    id: 'AnswerAppealInput',
    description: '复议答复、诉讼答辩 Reply to an appeal',
    examples: [{ facts: ['家庭财产超过规定限额，证据见附件'], evidence: ['att-0123456789abcdef'] }],
  });

/**
 * The respondent's written reply with the evidence the act rests on (FYF §48, ALL §67): by the township where it decided, by the county where the county did. Without a reply the act
 * counts as one without evidence (FYF §70, ALL §34); late is still recorded, and overdue.
 */
export const answerAppeal = defineStep({
  id: 'review.answer-appeal',
  zh: '提交复议答复、诉讼答辩',
  en: 'Reply to an appeal',
  route: 'POST /v1/cases/{caseId}/appeals/{appealId}/reply',
  provision: [cite('FYF', '§48'), cite('FYF', '§54'), cite('FYF', '§70'), cite('ALL', '§34'), cite('ALL', '§67')],
  input: AnswerAppealInput,
  output: Appeal,
  facts: (call) => ({ ...appealFacts(call), attachments: call.input.evidence }),
  decide: (facts, input, now) => {
    const { respondent, status, appealId } = theAppeal(facts);
    const post = respondent.by === 'county' ? 'CC' : 'TD';
    must(facts.actor.post === post, 'post-not-permitted', {
      act: 'answer-appeal',
      post: facts.actor.post,
      permitted: [post],
    });
    must(status === 'open', 'already-done', { appealId, status });
    const on = civilDateOf(now);
    const evidence = input.evidence.map((id) => storedFile(facts, id, facts.case?.head.countyCode ?? '').sha256);
    const terms = { end: ['review-reply' as const, 'review-reply-simple' as const, 'suit-reply' as const] };
    return appealReply(facts, { type: 'appeal-answered', data: { on, facts: input.facts, evidence }, terms }, now);
  },
});
