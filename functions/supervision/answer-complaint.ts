import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import { complaintPaper } from '../core/complaint-paper.ts';
import { holderPost } from '../core/complaint-registration.ts';
import { must } from '../core/problem.ts';
import { countySettingOf, type Setting } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import {
  complaintFacts,
  complaintReply,
  mustBeOrgan,
  mustNotBeItsSubject,
  theComplaint,
} from '../core/the-complaint.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { handlingPosts, levelAbove } from '../law/complaint-levels.ts';
import { cite } from '../law/sources.ts';

const lines = z.array(z.string().min(1).max(2000)).min(1).max(20);

const AnswerComplaintInput = z
  .strictObject({
    outcome: z
      .enum(['substantiated', 'partly', 'unsubstantiated'])
      .describe('属实、部分属实、不属实 whether it was true'),
    facts: lines.describe('查明的情况 what was found'),
    result: lines.describe('处理结果 what was done'),
  })
  .meta({
    id: 'AnswerComplaintInput',
    description: '信访办理意见 Answer to a complaint',
    examples: [{ outcome: 'unsubstantiated', facts: ['车辆登记在邻居名下'], result: ['不影响审核确认'] }],
  });

const bodies = { county: '县级民政部门', city: '市级民政部门', region: '自治区民政部门', township: '' } as const;

/**
 * The handler's answer (XF §34; a review's, §35–36): every complaint is checked, and a named complainant is told the result in writing
 * with the way to a review (D57 §37). An answer changes no decision: what it found is carried out by the act the law gives for it. Late
 * is late, never refused.
 */
export const answerComplaint = defineStep({
  id: 'supervision.answer-complaint',
  zh: '答复信访举报',
  en: 'Answer a complaint',
  route: 'POST /v1/complaints/{complaintId}/result',
  provision: [cite('XF', '§34'), cite('D57', '§37')],
  input: AnswerComplaintInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call),
  decide: (facts, input, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    must(head.status === 'accepted', 'complaint-at-another-stage', { status: head.status });
    must(head.handler === facts.actor.personId, 'complaint-of-another-handler', { handler: head.handler });
    const on = civilDateOf(now);
    const setting = countySettingOf(facts, on);
    const { level, orgCode, countyCode, townshipCode, realName, stage } = head;
    const [post = 'CC'] = handlingPosts[level];
    const holder = { org: level === 'region' ? 'city' : level, post: holderPost(post), orgCode } as const;
    const start = realName
      ? startSubjectTerms(['complaint-feedback'], { setting, fromOn: on, countyCode, townshipCode, holder })
      : [];
    const data = { form: 'feedback' as const, facts: input.facts, result: input.result, ...reviewOf(head, setting) };
    const papers = complaintPaper(facts, head, { setting, on, serveBy: start[0]?.dueOn, data });
    const terms = { start, end: ['complaint-handling' as const, 'complaint-review' as const] };
    return complaintReply(facts, { type: 'complaint-answered', data: { on, stage, ...input }, terms, papers }, now);
  },
});

/** The review a named complainant may ask for within 30 days, one level up; none follows a re-review (XF §35–36). */
function reviewOf(head: ReturnType<typeof theComplaint>, { clocks }: Setting) {
  const above = levelAbove(head.level);
  if (head.stage === 're-review' || !above) return {};
  return { review: { days: clockOf(clocks, 'complaint.reviewDays'), body: bodies[above] } };
}
