import * as z from 'zod';
import { Appeal } from '../../schemas/appeal.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { appealReply } from '../core/appeal-reply.ts';
import { appealFacts, theAppeal } from '../core/appeals.ts';
import { storedFile } from '../core/attachments.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordStayInput = z
  .strictObject({
    orderNo: z.string().min(1).max(60).describe('停止执行决定书、裁定书文号 number of the order'),
    decidedOn: CivilDate.describe('作出日期 day of the order'),
    evidence: AttachmentId.describe('决定书、裁定书附件 the order, an attachment'),
  })
  .meta({
    id: 'RecordStayInput',
    description: '停止执行 Order to suspend execution',
    examples: [{ orderNo: '演示复停〔2026〕1号', decidedOn: '2026-11-05', evidence: 'att-0123456789abcdef' }],
  });

/**
 * Records that the body ordered the act not to be carried out while the appeal is pending. Without such an order an appeal suspends nothing (FYF §42, ALL §56); the order is the body's, and what
 * it asks for is done by an act of the organ that decided.
 */
export const recordStay = defineStep({
  id: 'review.record-stay',
  zh: '登记停止执行',
  en: 'Record an order to suspend execution',
  route: 'POST /v1/cases/{caseId}/appeals/{appealId}/stay',
  provision: [cite('FYF', '§42'), cite('ALL', '§56')],
  input: RecordStayInput,
  output: Appeal,
  facts: (call) => ({ ...appealFacts(call), attachments: [call.input.evidence] }),
  decide: (facts, { orderNo, decidedOn, evidence }, now) => {
    const { appealId, status, stay, filedOn } = theAppeal(facts);
    const on = civilDateOf(now);
    must(status !== 'settled' && !stay, 'already-done', { appealId, status, orderNo: stay?.orderNo });
    must(filedOn <= decidedOn && decidedOn <= on, 'date-out-of-order', { decidedOn, filedOn });
    const { sha256 } = storedFile(facts, evidence, theCase(facts).head.countyCode);
    const data = { on, orderNo, decidedOn, evidence: sha256 };
    return appealReply(facts, { type: 'appeal-stayed', data }, now);
  },
});
