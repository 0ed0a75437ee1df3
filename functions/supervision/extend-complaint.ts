import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import { complaintPaper } from '../core/complaint-paper.ts';
import { must } from '../core/problem.ts';
import { countySettingOf } from '../core/setting.ts';
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
import { furtherDue } from '../law/term-start.ts';

const ExtendComplaintInput = z
  .strictObject({ reason: z.string().min(1).max(2000).describe('情况复杂的理由 why it is complex') })
  .meta({ id: 'ExtendComplaintInput', description: '延长办理期限 Extension', examples: [{ reason: '须向外省核实' }] });

/**
 * Extends the handling of a complex complaint by 30 days, once, up to and including its last day (XF §34): approved by another person than
 * the handler, and a named complainant is told in writing. A review has no extension.
 */
export const extendComplaint = defineStep({
  id: 'supervision.extend-complaint',
  zh: '延长信访办理期限',
  en: 'Extend the handling of a complaint',
  route: 'POST /v1/complaints/{complaintId}/extension',
  provision: [cite('XF', '§34')],
  input: ExtendComplaintInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call),
  decide: (facts, { reason }, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    const term = head.terms.find((one) => one.term === 'complaint-handling' && one.endedOn === undefined);
    must(term && head.status === 'accepted' && head.stage === 'handling', 'complaint-at-another-stage', {
      status: head.status,
      stage: head.stage,
    });
    must(facts.actor.personId !== head.handler, 'same-person-approves', { handler: head.handler });
    must(term.extendedTo === undefined, 'extension-already-given', { extendedTo: term.extendedTo });
    const on = civilDateOf(now);
    must(on <= term.dueOn, 'extension-too-late', { dueOn: term.dueOn });
    const setting = countySettingOf(facts, on);
    const { dueOn, provisional } = furtherDue(term, { ...setting, delegated: true });
    const data = { on, reason, dueOn, approvedBy: facts.actor.personId };
    const papers = complaintPaper(facts, head, {
      setting,
      on,
      data: { form: 'extension', facts: [reason], result: [], dueOn, provisional },
    });
    const terms = { extend: [{ term: term.term, to: dueOn, provisional }] };
    return complaintReply(facts, { type: 'complaint-extended', data, terms, papers }, now);
  },
});
