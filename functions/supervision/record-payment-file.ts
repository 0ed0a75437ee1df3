import * as z from 'zod';
import { Sha256 } from '../../schemas/ids.ts';
import { FenAmount } from '../../schemas/money.ts';
import { RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { ofRoster, rosterIn, rosterReply, rosterView } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const PaymentFileWritten = z
  .strictObject({
    rosterId: z.string(),
    no: z.int(),
    sha256: Sha256,
    count: z.int(),
    amountFen: FenAmount,
  })
  .meta({ id: 'PaymentFileWritten', description: '支付文件已生成 A payment file was written' });

/** Keeps the hash of a payment file that was written; the file must hold exactly what was ordered. */
export const recordPaymentFile = defineStep({
  id: 'supervision.record-payment-file',
  zh: '登记支付文件哈希',
  en: 'Record the hash of a payment file',
  route: 'DOCKET record-payment-file',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '8')],
  input: PaymentFileWritten,
  output: RosterView,
  facts: ({ input }) => ({ roster: { id: input.rosterId, lines: [] } }),
  decide: (facts, { rosterId, no, sha256, count, amountFen }, now) => {
    const head = rosterIn(facts, rosterId)?.head;
    const file = head?.files.find((one) => one.no === no);
    must(head && file, 'payment-file-not-found', { rosterId, no });
    if (file.sha256 !== undefined) return { reply: rosterView(head) };
    if (file.lines !== count || file.amountFen !== amountFen)
      throw new Error(`payment file ${rosterId} ${no} holds ${count} lines of ${amountFen}, ordered ${file.lines}`);
    const data = { ...ofRoster(head, civilDateOf(now)), no, sha256, count, amountFen };
    return rosterReply(facts, { type: 'payment-file-written', data });
  },
});
