import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { reply } from '../core/case-reply.ts';
import { correctionRef, openCorrection, settleCorrection } from '../core/corrections.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const AnswerCorrectionInput = z
  .strictObject({
    correctionId: z.string().min(1).max(60).describe('责令纠正编号 correction'),
    answer: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(20)
      .describe('如何纠正、依据何在 what was put right, and how'),
  })
  .meta({
    id: 'AnswerCorrectionInput',
    description: '纠正情况 Answer to a correction',
    examples: [{ correctionId: '649900101-DB-2026-000001-C1', answer: ['已重新核定金额，决定书已送达'] }],
  });

/** The township answers an order to correct without a revocation: what it put right by an act of its own (自查整改, SEED 二(三)5). Late is late, never refused. */
export const answerCorrection = defineStep({
  id: 'review.answer-correction',
  zh: '答复责令纠正',
  en: 'Answer a correction',
  route: 'POST /v1/cases/{caseId}/correction-answer',
  provision: [cite('SEED', '二(三)5')],
  input: AnswerCorrectionInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), subjects: [correctionRef(call.input.correctionId)] }),
  decide: (facts, { correctionId, answer }, now) => {
    const on = civilDateOf(now);
    const correction = openCorrection(facts, correctionId);
    must(correction, 'correction-not-named', { correctionId });
    const outcome = reply(facts, { type: 'correction-answered', data: { on, correctionId } }, now);
    const also = settleCorrection(correction, { on, status: 'corrected', settledBy: 'township' }, answer);
    return { ...outcome, also };
  },
});
