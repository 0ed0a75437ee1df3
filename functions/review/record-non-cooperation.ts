import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordNonCooperationInput = z
  .strictObject({
    what: z.string().min(1).max(2000).describe('未配合的事项和经过 what was asked and what happened'),
    attemptedOn: CivilDate.optional().describe('发生日期，缺省为当日 day of the attempt, today if absent'),
    warning: AttachmentId.optional().describe('书面告知后果的文书附件 written warning of the consequences'),
  })
  .meta({
    id: 'RecordNonCooperationInput',
    description: '拒不配合记录 Record of an attempt',
    examples: [{ what: '两名调查人员上门，家中有人但拒绝入户' }],
  });

/** Records one attempt that met with no cooperation, and the written warning where one was given (T19, D57 §29). */
export const recordNonCooperation = defineStep({
  id: 'review.record-non-cooperation',
  zh: '登记拒不配合',
  en: 'Record non-cooperation',
  route: 'POST /v1/cases/{caseId}/non-cooperation',
  provision: [cite('D57', '§29')],
  input: RecordNonCooperationInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.warning ? [call.input.warning] : [] }),
  decide: (facts, { what, attemptedOn, warning: file }, now) => {
    const { head } = theCase(facts);
    const today = civilDateOf(now);
    const on = attemptedOn ?? today;
    must(on <= today && on >= (head.acceptedOn ?? on), 'date-out-of-order', { attemptedOn: on });
    const warning = file ? { warning: storedFile(facts, file, head.countyCode).sha256 } : {};
    const data = { on, what, warned: file !== undefined, ...warning };
    return reply(facts, { type: 'non-cooperation-recorded', data }, now);
  },
});
