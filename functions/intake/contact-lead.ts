import { LeadContactInput, LeadView } from '../../schemas/lead.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { leadReply, theLead } from '../core/the-lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/**
 * Records an attempt to reach the person of a lead, and whether somebody was reached. Whoever is reached must be told of the policy
 * (LAW §39(2), D57 §6(2), T43 §11): a contact that leaves it unsaid is refused. A late contact is taken and stays late (B9).
 */
export const contactLead = defineStep({
  id: 'intake.contact-lead',
  zh: '登记线索联系结果',
  en: 'Contact a lead',
  route: 'POST /v1/leads/{leadId}/contact',
  provision: [cite('LAW', '§39(2)'), cite('D57', '§6(2)'), cite('T43', '§11')],
  input: LeadContactInput,
  output: LeadView,
  facts: ({ params }) => ({ subjects: [{ kind: 'lead', id: params['leadId'] ?? '' }] }),
  decide: (facts, { method, reached, informed }, now) => {
    const { head } = theLead(facts);
    must(!head.outcome, 'lead-settled', { outcome: head.outcome });
    must(!reached || informed, 'lead-not-informed');
    must(reached || !informed, 'input-invalid', {
      errors: [{ path: 'informed', message: '未联系到人，无从告知政策 nobody was reached to be told' }],
    });
    const contact = { on: civilDateOf(now), at: now, by: facts.actor.personId, method, reached, informed };
    return leadReply(facts, { type: 'lead-contacted', data: { contact }, terms: { end: ['lead-contact'] } }, now);
  },
});
