import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { Mandate } from '../../schemas/mandate.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { mandatesOf } from '../core/mandates.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RevokeMandateInput = z
  .strictObject({
    mandateId: z.string().min(1).max(16).describe('委托编号 number of the mandate'),
    statement: AttachmentId.optional().describe(
      '申请人签字的终止材料；监护为裁判文书等证明；窗口办理必填 signed statement, or proof; required at the window',
    ),
  })
  .meta({ id: 'RevokeMandateInput', description: '终止委托 End of a mandate', examples: [{ mandateId: 'M-1' }] });
type RevokeMandateInput = z.infer<typeof RevokeMandateInput>;

/**
 * Ends a mandate at once: the applicant takes it back or the agent gives it up (CIVIL §173), the clerk on a signed statement. A
 * guardianship is ended by nobody's wish: the clerk records the judgment or other proof (CIVIL §36, §39).
 */
export const revokeMandate = defineStep({
  id: 'intake.revoke-mandate',
  zh: '终止委托',
  en: 'End a mandate',
  route: 'POST /v1/cases/{caseId}/mandate-revocations',
  provision: [cite('CIVIL', '§173', 'recalled'), cite('CIVIL', '§36', 'recalled')],
  input: RevokeMandateInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.statement ? [call.input.statement] : [] }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const on = civilDateOf(now);
    const { mandateId, statement } = input;
    const mandate = mandatesOf(state).find((one) => one.mandateId === mandateId);
    must(mandate && isOwn(facts, mandate), 'mandate-not-found', { mandateId });
    must(!mandate.revokedOn, 'mandate-revoked', { mandateId, revokedOn: mandate.revokedOn });
    checkProof(facts, mandate, input);
    const revocation = statement ? { revocation: storedFile(facts, statement, state.head.countyCode).sha256 } : {};
    return reply(facts, { type: 'mandate-revoked', data: { on, mandateId, ...revocation } }, now);
  },
});

/** An agent gives up the agent's own, and no other's. */
const isOwn = ({ actor }: Facts, { account }: Mandate): boolean => actor.post !== 'AG' || account === actor.personId;

function checkProof({ actor }: Facts, { kind }: Mandate, { statement }: RevokeMandateInput): void {
  must(kind !== 'guardian' || (actor.post === 'TC' && statement), 'guardianship-by-proof');
  must(actor.post !== 'TC' || statement, 'input-invalid', {
    errors: [{ path: 'statement', message: '窗口办理须附申请人签字的材料 the signed statement is required' }],
  });
}
