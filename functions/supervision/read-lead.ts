import * as z from 'zod';
import { LeadFile } from '../../schemas/lead.ts';
import { defineStep } from '../core/step.ts';
import { leadViewOf, theLead } from '../core/the-lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Reads a lead with how to reach the person: for whoever makes the contact, with a purpose, kept in the access log. */
export const readLead = defineStep({
  id: 'supervision.read-lead',
  zh: '查看线索',
  en: 'Read a lead',
  route: 'GET /v1/leads/{leadId}',
  provision: [cite('LAW', '§39'), cite('PIPL', '§6')],
  input: z.strictObject({}),
  output: LeadFile,
  facts: ({ params }) => ({ subjects: [{ kind: 'lead', id: params['leadId'] ?? '' }] }),
  reveals: (facts) => [theLead(facts).head.contactToken],
  decide: (facts, _input, now) => {
    const { head, version } = theLead(facts);
    const opened = facts.names[head.contactToken];
    const { name, phone, address } = opened ?? {};
    const contact = name ? { contact: { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) } } : {};
    return { reply: { ...leadViewOf(head, version, civilDateOf(now)), ...contact } };
  },
});
