import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { storedFile } from '../core/attachments.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const WithdrawApplicationInput = z
  .strictObject({
    reason: z.string().max(400).optional().describe('原因，可不填 reason, need not be given'),
    statement: z
      .string()
      .min(8)
      .max(64)
      .optional()
      .describe(
        '申请人签字的撤回书面材料或记录，本人以外的人提出时必填 signed statement or record; required from anybody but the applicant',
      ),
  })
  .meta({
    id: 'WithdrawApplicationInput',
    description: '撤回申请 Withdrawal',
    examples: [{ reason: '家庭情况已改善', statement: 'att-0123456789abcdef' }],
  });

/**
 * The applicant withdraws before the decision, at any time (T18): written or recorded, so that nobody is talked out of an application
 * unseen; a mandate to apply is none to give up. Closes the case and keeps the file; a new application is possible at once (T20).
 */
export const withdrawApplication = defineStep({
  id: 'intake.withdraw-application',
  zh: '撤回申请',
  en: 'Withdraw an application',
  route: 'POST /v1/cases/{caseId}/withdrawal',
  provision: [cite('DESIGN', '3.2 T18', 'design')],
  input: WithdrawApplicationInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.statement ? [call.input.statement] : [] }),
  decide: (facts, { reason, statement }, now) => {
    const { head, parts } = theCase(facts);
    must(statement || facts.actor.post === 'AP', 'input-invalid', {
      errors: [{ path: 'statement', message: '须附申请人签字的撤回材料 the applicant’s signed statement is required' }],
    });
    const act: CaseAct = {
      type: 'application-withdrawn',
      data: {
        on: civilDateOf(now),
        ...(reason ? { reason } : {}),
        ...(statement ? { statement: storedFile(facts, statement, head.countyCode).sha256 } : {}),
      },
      terms: { end: [...runningTerms(parts.terms)] },
    };
    return reply(facts, act, now);
  },
});
