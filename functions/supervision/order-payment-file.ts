import * as z from 'zod';
import { RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { amountEntered, mustBe, ofRoster, rosterReply, rosterView, theRoster } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const OrderPaymentFileInput = z
  .strictObject({})
  .meta({ id: 'OrderPaymentFileInput', description: '生成支付文件 Ordering a payment file', examples: [{}] });

/**
 * Orders the payment file of an approved roster: all payable lines, in a further file those released again. The shell writes it with names
 * and accounts, the one place where they are opened, and the reading stands in the access log; its hash becomes an event. Asked again while
 * it is being written it goes on with the work.
 */
export const orderPaymentFile = defineStep({
  id: 'supervision.order-payment-file',
  zh: '生成支付文件',
  en: 'Order the payment file',
  route: 'POST /v1/rosters/{rosterId}/payment-file',
  provision: [cite('D57', '§25'), cite('LAW', '§18')],
  input: OrderPaymentFileInput,
  effects: ['continue-roster'],
  output: RosterView,
  status: 202,
  prohibited: amountEntered,
  facts: ({ params }) => ({ roster: { id: params['rosterId'] ?? '', lines: [] } }),
  decide: (facts, _input, now) => {
    const { head } = theRoster(facts);
    mustBe(head, 'approved');
    const effect = { kind: 'continue-roster', rosterId: head.rosterId } as const;
    const last = head.files.at(-1);
    if (last && last.sha256 === undefined) return { reply: rosterView(head), effect };
    must(!last || last.outstanding === 0, 'payment-file-open', { fileNo: last?.no });
    const by = facts.actor.personId;
    must(!head.deciders.includes(by), 'payer-may-not-be-confirmer', { by });
    const { lines: count, amountFen } = head.sums.listed;
    must(count > 0, 'nothing-to-pay');
    const no = head.files.length + 1;
    const data = { ...ofRoster(head, civilDateOf(now)), no, count, amountFen, by };
    return { ...rosterReply(facts, { type: 'payment-file-ordered', data }), effect };
  },
});
