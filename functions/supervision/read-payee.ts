import * as z from 'zod';
import { PayeeView } from '../../schemas/payee.ts';
import { payeeIn, payeeOf, payeeView } from '../core/payee.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** The payee of a case: which account by token, who entered and who approved it, and a card kept by others. Never a number. */
export const readPayee = defineStep({
  id: 'supervision.read-payee',
  zh: '查看收款账户',
  en: 'Read the payee of a case',
  route: 'GET /v1/payees/{caseId}',
  provision: [cite('D57', '§25'), cite('D57', '§26')],
  input: z.strictObject({}),
  output: PayeeView,
  facts: (call) => ({ ...caseFacts(call), subjects: [payeeOf(call.params['caseId'] ?? '')] }),
  decide: (facts) => {
    const payee = payeeIn(facts, facts.params['caseId'] ?? '');
    must(payee, 'payee-not-found', { caseId: facts.params['caseId'] });
    return { reply: payeeView(payee) };
  },
});
