import * as z from 'zod';
import { PayeeView } from '../../schemas/payee.ts';
import { changeNotice, ofCase, payeeIn, payeeOf, payeeReply } from '../core/payee.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const PayeeApproval = z
  .strictObject({ result: z.enum(['approved', 'rejected']).describe('批准或退回 approved or sent back') })
  .meta({
    id: 'PayeeApproval',
    description: '批准收款账户 Approval of an account',
    examples: [{ result: 'approved' }],
  });

/** The second pair of hands of every account: the county, by another person than the one who entered it (rulebook 8, SD9). */
export const approvePayee = defineStep({
  id: 'supervision.approve-payee',
  zh: '批准收款账户',
  en: 'Approve a payee account',
  route: 'POST /v1/payees/{caseId}/approval',
  provision: [cite('D57', '§25'), cite('DESIGN', '8')],
  input: PayeeApproval,
  effects: ['notify'],
  output: PayeeView,
  facts: (call) => ({ ...caseFacts(call), subjects: [payeeOf(call.params['caseId'] ?? '')] }),
  decide: (facts, { result }, now) => {
    const before = payeeIn(facts, facts.params['caseId'] ?? '');
    must(before?.pending, 'payee-not-pending');
    const by = facts.actor.personId;
    must(before.pending.enteredBy !== by, 'same-person-approves', { enteredBy: by });
    const data = ofCase(facts, civilDateOf(now));
    if (result === 'rejected') return payeeReply(facts, { type: 'payee-rejected', data: { ...data, by } });
    return {
      ...payeeReply(facts, { type: 'payee-approved', data: { ...data, approvedBy: by, approvedAt: now } }),
      ...changeNotice(facts, before, now),
    };
  },
});
