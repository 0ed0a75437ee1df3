import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { PersonId } from '../../schemas/ids.ts';
import { PayeeView } from '../../schemas/payee.ts';
import { storedFile } from '../core/attachments.ts';
import { staffOf, theCase } from '../core/facts.ts';
import { ofCase, payeeIn, payeeOf, payeeReply } from '../core/payee.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const CardKeepingInput = z
  .strictObject({
    keeper: PersonId.optional().describe('代管人，须为登记的村（居）或乡镇人员 who keeps it: registered staff'),
    agreement: z.string().min(8).max(64).optional().describe('书面代管协议附件（W31）written agreement'),
    from: CivilDate.optional().describe('起始日 from'),
    until: CivilDate.optional().describe('终止日 until'),
    ended: z.literal(true).optional().describe('终止代管 the keeping has ended'),
  })
  .refine(({ ended, keeper, from }) => ended === true || (keeper !== undefined && from !== undefined), {
    error: '备案须填写 keeper 和 from，终止填写 ended give keeper and from, or ended',
  })
  .meta({
    id: 'CardKeepingInput',
    description: '银行卡代管备案 Filing that a card is kept by others',
    examples: [{ keeper: 't1-vc', agreement: 'att-0123456789abcdef', from: '2026-09-01' }],
  });

/**
 * Files at the county that staff of the village or township keep a household's card (D57 §26): never without the written agreement (W31),
 * and only by registered staff, so that the register tells who holds other people's cards.
 */
export const fileCardKeeping = defineStep({
  id: 'supervision.file-card-keeping',
  zh: '银行卡代管备案',
  en: 'File the keeping of a card',
  route: 'POST /v1/payees/{caseId}/card-keeping',
  provision: [cite('D57', '§26')],
  input: CardKeepingInput,
  output: PayeeView,
  facts: (call) => ({
    ...caseFacts(call),
    subjects: [payeeOf(call.params['caseId'] ?? '')],
    staff: call.input.keeper ? [call.input.keeper] : [],
    attachments: call.input.agreement ? [call.input.agreement] : [],
  }),
  decide: (facts, { keeper = '', agreement, from = '', until, ended }, now) => {
    const { head } = theCase(facts);
    const before = payeeIn(facts, head.caseId);
    must(before, 'payee-not-found', { caseId: head.caseId });
    const data = ofCase(facts, civilDateOf(now));
    const filedBy = facts.actor.personId;
    if (ended) {
      must(before.card && before.card.until === undefined, 'already-done');
      return payeeReply(facts, { type: 'card-keeping-ended', data: { ...data, by: filedBy } });
    }
    must(agreement, 'card-agreement-missing');
    const { sha256 } = storedFile(facts, agreement, head.countyCode);
    const posts = staffOf(facts, keeper)?.posts ?? [];
    must(
      posts.some(({ orgCode }) => orgCode.startsWith(head.townshipCode)),
      'card-keeper-unknown',
      { keeper },
    );
    const card = { keeper, agreement: sha256, filedBy, from, ...(until ? { until } : {}) };
    return payeeReply(facts, { type: 'card-keeping-filed', data: { ...data, card } });
  },
});
