import * as z from 'zod';
import { Complainant } from '../../schemas/complaint.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { complaintFacts, mustBeOrgan, mustNotBeItsSubject, theComplaint } from '../core/the-complaint.ts';
import { cite } from '../law/sources.ts';

const ReadComplainantQuery = z
  .strictObject({})
  .meta({ id: 'ReadComplainantQuery', description: '查看举报人 Reading who complains', examples: [{}] });

/** The sealed record of who complains: opened for the handler at the county or above who was named for this complaint, and nobody else. */
function sealedFor(facts: Facts): string {
  const head = theComplaint(facts);
  mustBeOrgan(facts, head);
  mustNotBeItsSubject(facts, head, facts.actor.personId);
  const mine = head.level !== 'township' && head.handler === facts.actor.personId;
  must(mine, 'complainant-is-sealed', { complaintId: head.complaintId });
  must(head.complainant, 'complaint-is-anonymous', { complaintId: head.complaintId });
  return head.complainant;
}

/** Who complains, for the handler of this complaint alone (rulebook 7.3): a reading of personal data, kept with its purpose. */
export const readComplainant = defineStep({
  id: 'supervision.read-complainant',
  zh: '查看举报人',
  en: 'Read who complains',
  route: 'GET /v1/complaints/{complaintId}/complainant',
  provision: [cite('D57', '§36'), cite('PIPL', '§6')],
  input: ReadComplainantQuery,
  output: Complainant,
  facts: (call) => complaintFacts(call),
  reveals: (facts) => [sealedFor(facts)],
  decide: (facts) => {
    const { name, phone } = facts.names[sealedFor(facts)] ?? { name: '（姓名已删除）' };
    return { reply: { name, ...(phone ? { phone } : {}) } };
  },
});
