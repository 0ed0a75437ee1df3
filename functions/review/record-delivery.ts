import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { PersonToken } from '../../schemas/ids.ts';
import { type Delivery, DeliveryMethod, type PaperKind } from '../../schemas/paper.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { storedFile } from '../core/attachments.ts';
import type { PaperEntry } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { managementOf } from '../core/managed.ts';
import { receivesUnder } from '../core/mandates.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { checkService } from '../core/service-method.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { titleOf } from '../documents/document.ts';
import { documents } from '../documents/index.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordDeliveryInput = z
  .strictObject({
    paperId: z
      .string()
      .regex(/^W\d{2}-\d{1,4}$/, '文书编号格式如 W07-1')
      .describe('文书编号 paper'),
    method: DeliveryMethod,
    servedOn: CivilDate.describe('送达日期：签收、留置、到达对方系统、回执注明或公告满三十日之日 day of service'),
    signedBy: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('签收人与受送达人关系（不填姓名），家属代收必填 relation of who signed, not the name'),
    witness: z.string().min(1).max(60).optional().describe('见证人身份（不填姓名） who witnessed, not the name'),
    noticedOn: CivilDate.optional().describe('公告日期，公告送达必填 day of the public notice'),
    mandateId: z
      .string()
      .max(16)
      .optional()
      .describe('由受托人、监护人代收时其委托编号 mandate under which an agent or guardian received it'),
    proof: AttachmentId.optional().describe('送达凭证附件：影像、回执、公告 proof'),
  })
  .meta({
    id: 'RecordDeliveryInput',
    description: '送达 Service of a paper',
    examples: [{ paperId: 'W20-1', method: 'direct', servedOn: '2026-08-26' }],
  });
type RecordDeliveryInput = z.infer<typeof RecordDeliveryInput>;

/** The term that service of a paper fulfils; that of W06 and W12 only while the paper still matters. */
const fulfils: Readonly<Partial<Record<PaperKind, TermName>>> = {
  W06: 'intake',
  W08: 'refusal-notice',
  W12: 'verification-inform',
  W20: 'confirmation-notice',
  W21: 'denial-notice',
  W23: 'hearing-notice',
  W25: 'adjustment-notice',
  W26: 'adjustment-notice',
  W27: 'termination-notice',
  W28: 'adjustment-notice',
};

/**
 * Records service of a paper and its receipt (送达, W35), by analogy with the Civil Procedure Law. Service of W06 and W12 starts the
 * applicant's windows and ends the township's terms to ask and to inform (B3); that of a decision ends the term to serve it.
 */
export const recordDelivery = defineStep({
  id: 'review.record-delivery',
  zh: '登记送达',
  en: 'Record service of a paper',
  route: 'POST /v1/cases/{caseId}/deliveries',
  provision: [cite('CPL', '§87-95', 'design'), cite('D57', '§21')],
  input: RecordDeliveryInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.proof ? [call.input.proof] : [] }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const entry = parts.papers.find(({ paperId }) => paperId === input.paperId);
    must(entry && isServed(entry), 'paper-not-found', {
      paperId: input.paperId,
    });
    must(!entry.served, 'already-done', { servedOn: entry.served?.servedOn });
    const { servedOn } = input;
    must(entry.issuedOn <= servedOn && servedOn <= today, 'date-out-of-order', { servedOn, issuedOn: entry.issuedOn });
    checkService(facts, { ...input, issuedOn: entry.issuedOn });
    if (input.mandateId) receivesUnder(facts, input.mandateId, servedOn);
    const delivery = deliveryOf(facts, input, now);
    const start = windowOf(facts, setting, { entry, servedOn });
    const ended = start.length > 0 || !opensWindow(entry.kind) ? fulfils[entry.kind] : undefined;
    const terms = { start, ...(ended ? { end: [ended] } : {}) };
    const papers = receipt(facts, setting, { entry, delivery, on: today, noticedOn: input.noticedOn });
    return reply(facts, { type: 'paper-served', data: { delivery }, terms, papers }, now);
  },
});

/** Papers to a person are served; what goes to an organ, the public or the file is not. */
const isServed = ({ kind, to }: PaperEntry): boolean => PersonToken.safeParse(to).success && kind !== 'W35';

function deliveryOf(facts: Facts, input: RecordDeliveryInput, now: string): Delivery {
  const { paperId, method, servedOn, witness, proof, mandateId } = input;
  const signedBy = input.signedBy ?? (mandateId ? '受托人（监护人）' : undefined);
  return {
    paperId,
    method,
    servedOn,
    recordedAt: now,
    servedBy: facts.actor.personId,
    ...(signedBy ? { signedBy } : {}),
    ...(witness ? { witness } : {}),
    ...(mandateId ? { mandateId } : {}),
    ...(proof ? { proof: storedFile(facts, proof, theCase(facts).head.countyCode).sha256 } : {}),
  };
}

const opensWindow = (kind: PaperKind): boolean => kind === 'W06' || kind === 'W12' || kind === 'W23';

/** The window of the person served: to complete materials, to object to the verification, or to state views. */
function windowOf(
  facts: Facts,
  setting: Setting,
  { entry, servedOn }: { readonly entry: PaperEntry; readonly servedOn: string },
): Term[] {
  const { head } = theCase(facts);
  const opens = (name: TermName): Term[] => startTerms([name], { head, setting, fromOn: servedOn });
  if (entry.kind === 'W06' && head.status === 'correction-requested') return opens('correction');
  const asked = managementOf(theCase(facts)).proposal?.notice;
  if (entry.kind === 'W23') return entry.paperId === asked ? opens('hearing') : [];
  return entry.kind === 'W12' && head.verification?.state === 'informed' ? opens('verification-objection') : [];
}

const receipt = (
  facts: Facts,
  setting: Setting,
  of: {
    readonly entry: PaperEntry;
    readonly delivery: Delivery;
    readonly on: string;
    readonly noticedOn: string | undefined;
  },
) =>
  issuePapers({ facts, setting, townshipCode: theCase(facts).head.townshipCode, on: of.on }, [
    {
      kind: 'W35',
      to: of.entry.to,
      clauses: [cite('CPL', '§87-95', 'design')],
      data: {
        paperNumber: of.entry.number,
        paperTitle: titleOf(documents[of.entry.kind], of.entry.form),
        method: of.delivery.method,
        servedOn: of.delivery.servedOn,
        servedBy: of.delivery.servedBy,
        ...(of.delivery.signedBy ? { signedBy: of.delivery.signedBy } : {}),
        ...(of.delivery.witness ? { witness: of.delivery.witness } : {}),
        ...(of.noticedOn ? { noticedOn: of.noticedOn } : {}),
        ...(of.delivery.proof ? { proof: of.delivery.proof } : {}),
      },
    },
  ]);
