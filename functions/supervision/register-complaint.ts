import * as z from 'zod';
import { ComplaintReceipt, complaintFields } from '../../schemas/complaint.ts';
import { CaseId, CountyCode } from '../../schemas/ids.ts';
import { registeredComplaint } from '../core/complaint-registration.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { isUnderReview } from '../law/procedure.ts';
import { cite } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

const RegisterComplaintInput = z
  .strictObject({
    ...complaintFields,
    county: CountyCode.optional().describe('县级代码，县级以上登记时填写 county, for those above it'),
    caseId: CaseId.optional().describe('所涉案件（不在审核确认中的）case it is about, if not under review'),
  })
  .meta({
    id: 'RegisterComplaintInput',
    description: '登记信访举报 Complaint',
    examples: [
      { channel: 'phone', content: '反映经办人员态度生硬', staff: ['t1-tc'], complainant: { name: '测试甲' } },
    ],
  });

/**
 * Registers a complaint from the hotline, a visit, a letter, the portal or another organ (XF §23, D57 §36): named or not, and routed past
 * whoever it is about. One about a case under review is registered on the case, because it opens the county's survey (T12):
 * `complaint-on-the-case` says so.
 */
export const registerComplaint = defineStep({
  id: 'supervision.register-complaint',
  zh: '登记信访举报',
  en: 'Register a complaint',
  route: 'POST /v1/complaints',
  provision: [cite('XF', '§23'), cite('D57', '§36'), cite('LAW', '§60')],
  input: RegisterComplaintInput,
  output: ComplaintReceipt,
  status: 201,
  facts: ({ input, actor }) => {
    const { countyCode } = divisionAsked(actor, { county: input.county });
    return {
      county: countyCode,
      staff: input.staff,
      kin: [countyCode, ...(input.caseId ? [townshipOf(input.caseId)] : [])],
      ...(input.caseId ? { case: input.caseId } : {}),
    };
  },
  decide: (facts, { county, caseId, ...said }, now) => {
    const { countyCode, townshipCode } = divisionAsked(facts.actor, { county });
    const head = caseId ? facts.case?.head : undefined;
    const known = !caseId || (head && covers(facts.actor, head) && countyOf(caseId) === countyCode);
    must(known, 'case-not-found', { caseId });
    must(!head || !isUnderReview(head.status), 'complaint-on-the-case', { caseId });
    const {
      subject,
      event,
      personal,
      head: complaint,
      receiptBy,
    } = registeredComplaint(facts, said, {
      now,
      countyCode,
      townshipCode: townshipCode ?? head?.townshipCode,
    });
    const { complaintId, level, orgCode, receivedOn } = complaint;
    return { event, subject, personal, reply: { complaintId, level, orgCode, receivedOn, receiptBy } };
  },
});
