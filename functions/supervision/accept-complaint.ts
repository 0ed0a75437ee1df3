import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import { PersonId } from '../../schemas/ids.ts';
import { complaintPaper } from '../core/complaint-paper.ts';
import { holderPost } from '../core/complaint-registration.ts';
import { staffOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { countySettingOf } from '../core/setting.ts';
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
import { handlingPosts } from '../law/complaint-levels.ts';
import { cite } from '../law/sources.ts';
import { lastDayOf } from '../law/term-start.ts';

const AcceptComplaintInput = z
  .strictObject({ handler: PersonId.describe('经办人，不得为被反映人及其近亲属 who handles it') })
  .meta({ id: 'AcceptComplaintInput', description: '受理信访举报 Acceptance', examples: [{ handler: 'cc-2' }] });

/**
 * Accepts a complaint and names its handler: within 15 days of receipt, with a written receipt to a named complainant (XF §23). The 60 days
 * to handle it begin (XF §34), or the 30 of a review (§35–36). Nobody it is about handles it, nor their relative, nor whoever had a task
 * on the case (SD7, `complaint-to-its-subject`); a review takes another handler than those before.
 */
export const acceptComplaint = defineStep({
  id: 'supervision.accept-complaint',
  zh: '受理信访举报',
  en: 'Accept a complaint',
  route: 'POST /v1/complaints/{complaintId}/acceptance',
  provision: [cite('XF', '§23'), cite('XF', '§34'), cite('D57', '§36')],
  input: AcceptComplaintInput,
  output: ComplaintView,
  facts: (call) => complaintFacts(call, [call.input.handler]),
  decide: (facts, { handler }, now) => {
    const head = theComplaint(facts);
    mustBeOrgan(facts, head);
    must(head.status === 'registered', 'complaint-at-another-stage', { status: head.status });
    mustNotBeItsSubject(facts, head, facts.actor.personId);
    mustNotBeItsSubject(facts, head, handler);
    must(!head.handlers.includes(handler), 'handler-may-not-check', { handler });
    const { level, orgCode, countyCode, townshipCode } = head;
    const posts = staffOf(facts, handler)?.posts ?? [];
    const registered = posts.some((one) => handlingPosts[level].includes(one.post) && one.orgCode === orgCode);
    must(registered || handler === facts.actor.personId, 'staff-unknown', { staff: [handler], orgCode });
    const on = civilDateOf(now);
    const setting = countySettingOf(facts, on);
    const [post = 'CC'] = handlingPosts[level];
    const holder = { org: level === 'region' ? 'city' : level, post: holderPost(post), orgCode } as const;
    const name = head.stage === 'handling' ? 'complaint-handling' : 'complaint-review';
    const start = startSubjectTerms([name], {
      setting,
      fromOn: head.stage === 'handling' ? on : reviewFrom(head, on),
      countyCode,
      townshipCode,
      holder,
      holderId: handler,
    });
    const [term] = start;
    const due = term ? { dueOn: lastDayOf(term), provisional: term.provisional } : {};
    const papers = complaintPaper(facts, head, {
      setting,
      on,
      data: { form: 'receipt', facts: [], result: [], ...due },
    });
    const terms = { start, end: ['complaint-receipt' as const] };
    return complaintReply(facts, { type: 'complaint-accepted', data: { on, handler }, terms, papers }, now);
  },
});

/** The 30 days of a review run from the day it was asked for (XF §35–36), kept as the day its receipt runs from. */
const reviewFrom = ({ terms }: { readonly terms: readonly { term: string; fromOn: string }[] }, on: string): string =>
  terms.find(({ term }) => term === 'complaint-receipt')?.fromOn ?? on;
