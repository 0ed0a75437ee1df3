import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { complaintFields } from '../../schemas/complaint.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { registeredComplaint } from '../core/complaint-registration.ts';
import { countySurveyTerm } from '../core/county-gate.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordComplaintInput = z.strictObject(complaintFields).meta({
  id: 'RecordComplaintInput',
  description: '在办案件的投诉举报 Complaint during review',
  examples: [{ channel: 'phone', content: '举报该户隐瞒收入' }],
});

/**
 * A complaint about a case between acceptance and decision, anonymous or not, opens the county gate (T12, D57 §20(2), B13) and is itself
 * registered to be handled (XF §23), both in one transaction. The case keeps that there is a complaint; what it says, whom it is about and
 * who complains stand in the complaint, which those it is about cannot read.
 */
export const recordComplaint = defineStep({
  id: 'review.record-complaint',
  zh: '登记投诉举报',
  en: 'Record a complaint',
  route: 'POST /v1/cases/{caseId}/complaints',
  provision: [cite('D57', '§20(2)'), cite('LAW', '§60'), cite('XF', '§23')],
  input: RecordComplaintInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), staff: call.input.staff }),
  decide: (facts, said, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const on = said.receivedOn ?? today;
    must(on <= today && on >= (head.acceptedOn ?? on), 'date-out-of-order', { receivedOn: on });
    const running = runningTerms(parts.terms).includes('county-survey');
    const start = running ? [] : countySurveyTerm(head, setting, on);
    const { countyCode, townshipCode } = head;
    const { subject, event, personal } = registeredComplaint(facts, said, { now, countyCode, townshipCode });
    const data = { on, channel: said.channel, complaintId: subject.id };
    const outcome = reply(facts, { type: 'complaint-recorded', data, terms: { start } }, now);
    return { ...outcome, also: [{ subject, event }], personal };
  },
});
