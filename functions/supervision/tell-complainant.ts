import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import {
  complaintFacts,
  complaintReply,
  mustBeOrgan,
  mustNotBeItsSubject,
  theComplaint,
} from '../core/the-complaint.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const TellComplainantInput = z
  .strictObject({
    method: z.enum(['direct', 'post', 'electronic', 'phone']).describe('当面、邮寄、电子、电话 how'),
    toldOn: CivilDate.optional().describe('反馈日期，缺省为当日 day, today if absent'),
  })
  .meta({ id: 'TellComplainantInput', description: '向实名举报人反馈 Feedback', examples: [{ method: 'post' }] });

/** Records that a named complainant was told the result (D57 §37): from that day the 30 days to ask for a review run (XF §35). */
export const tellComplainant = defineStep({
  id: 'supervision.tell-complainant',
  zh: '反馈信访结果',
  en: 'Tell the complainant',
  route: 'POST /v1/complaints/{complaintId}/feedback',
  provision: [cite('D57', '§37'), cite('XF', '§35')],
  input: TellComplainantInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call),
  decide: (facts, { method, toldOn }, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    must(head.status === 'answered', 'complaint-at-another-stage', { status: head.status });
    const on = toldOn ?? civilDateOf(now);
    const inOrder = on <= civilDateOf(now) && on >= (head.answeredOn ?? on);
    must(inOrder, 'date-out-of-order', { toldOn: on, answeredOn: head.answeredOn });
    const terms = { end: ['complaint-feedback' as const] };
    return complaintReply(facts, { type: 'complainant-told', data: { on, method }, terms }, now);
  },
});
