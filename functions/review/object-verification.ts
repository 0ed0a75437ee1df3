import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { verificationSettled } from '../core/investigation.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ObjectVerificationInput = z
  .strictObject({
    statement: z.string().min(1).max(2000).describe('异议内容 what the applicant says'),
    evidence: z.array(AttachmentId).min(1).max(20).describe('证明材料附件 evidence'),
  })
  .meta({
    id: 'ObjectVerificationInput',
    description: '对核对结果的异议 Objection to the verification',
    examples: [{ statement: '其中 8000 元为亲属寄存', evidence: ['att-0123456789abcdef'] }],
  });

/** The applicant objects to the result with evidence, up to the last day of the window (B1); the county then checks again. */
export const objectVerification = defineStep({
  id: 'review.object-verification',
  zh: '对核对结果提出异议',
  en: 'Object to the verification',
  route: 'POST /v1/cases/{caseId}/verification-objection',
  provision: [cite('D57', '§18')],
  input: ObjectVerificationInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.evidence }),
  decide: (facts, { statement, evidence: files }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const at = head.verification?.state;
    must(at !== 'objected', 'already-done', { state: at });
    must(at === 'informed', 'step-out-of-order', { status: head.status, verification: at ?? 'none' });
    must(!verificationSettled(state, on), 'verification-objection-late', {
      windowEndsOn: head.verification?.windowEndsOn,
    });
    const evidence = files.map((id) => storedFile(facts, id, head.countyCode).sha256);
    const start = startTerms(['verification-result'], { head, setting, fromOn: on });
    const data = { on, statement, evidence };
    return reply(
      facts,
      { type: 'verification-objected', data, terms: { start, end: ['verification-inform', 'verification-objection'] } },
      now,
    );
  },
});
