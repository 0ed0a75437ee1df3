import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
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

const PassOnComplaintInput = z
  .strictObject({
    ground: z
      .enum(['other-organ', 'in-appeal', 'already-handled'])
      .describe('属其他机关职责、已复议或诉讼、同一事项已办理 why it is not handled here'),
    organ: z.string().min(1).max(80).optional().describe('转送机关名称 organ it is passed on to'),
    note: z.string().min(1).max(2000).describe('说明 note'),
  })
  .meta({
    id: 'PassOnComplaintInput',
    description: '转送或不予受理 Passing a complaint on',
    examples: [{ ground: 'other-organ', organ: '演示县医疗保障局', note: '反映医疗报销事项' }],
  });

/** Passes on a complaint that belongs to another organ or another procedure, within the time of the receipt (XF §23). Whoever it is about never does. */
export const passOnComplaint = defineStep({
  id: 'supervision.pass-on-complaint',
  zh: '转送信访举报',
  en: 'Pass a complaint on',
  route: 'POST /v1/complaints/{complaintId}/transfer',
  provision: [cite('XF', '§23')],
  input: PassOnComplaintInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call),
  decide: (facts, { ground, organ, note }, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    must(head.status === 'registered', 'complaint-at-another-stage', { status: head.status });
    must(ground !== 'other-organ' || organ, 'input-invalid', {
      errors: [{ path: 'organ', message: '须写明转送机关 name the organ' }],
    });
    const data = { on: civilDateOf(now), ground, note, ...(organ ? { organ } : {}) };
    const terms = { end: ['complaint-receipt' as const] };
    return complaintReply(facts, { type: 'complaint-passed-on', data, terms }, now);
  },
});
