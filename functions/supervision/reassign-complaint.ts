import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import { PersonId } from '../../schemas/ids.ts';
import { heldBy } from '../core/case-terms.ts';
import { staffOf } from '../core/facts.ts';
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
import { handlingPosts } from '../law/complaint-levels.ts';
import { cite } from '../law/sources.ts';

const ReassignComplaintInput = z
  .strictObject({
    handler: PersonId.describe('接办人 who takes it over'),
    reason: z.string().min(1).max(2000).describe('原因 why'),
  })
  .meta({
    id: 'ReassignComplaintInput',
    description: '信访举报交接 Hand-over of a complaint',
    examples: [{ handler: 'cc-2', reason: '原经办人调离' }],
  });

/** Hands an accepted complaint to another handler, with the reason; whom it may not go to is as at acceptance (SD7). The term runs on. */
export const reassignComplaint = defineStep({
  id: 'supervision.reassign-complaint',
  zh: '交接信访举报',
  en: 'Hand over a complaint',
  route: 'POST /v1/complaints/{complaintId}/assignment',
  provision: [cite('XF', '§34'), cite('DESIGN', 'SD7', 'design')],
  input: ReassignComplaintInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call, [call.input.handler]),
  decide: (facts, { handler, reason }, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    must(head.status === 'accepted', 'complaint-at-another-stage', { status: head.status });
    must(handler !== head.handler, 'already-done', { handler });
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    mustNotBeItsSubject(facts, head, handler);
    const posts = staffOf(facts, handler)?.posts ?? [];
    const registered = posts.some(
      (one) => handlingPosts[head.level].includes(one.post) && one.orgCode === head.orgCode,
    );
    must(registered || handler === facts.actor.personId, 'staff-unknown', { staff: [handler] });
    const start = (['complaint-handling', 'complaint-review'] as const).flatMap((term) =>
      heldBy(head.terms, term, handler),
    );
    const data = { on: civilDateOf(now), handler, reason };
    return complaintReply(facts, { type: 'complaint-reassigned', data, terms: { start } }, now);
  },
});
