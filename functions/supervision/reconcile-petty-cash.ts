import * as z from 'zod';
import { PettyCashView } from '../../schemas/petty-cash.ts';
import { monthBefore, pettyCashFacts, pettyCashReply, thePettyCash } from '../core/petty-cash.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ReconcilePettyCashInput = z
  .strictObject({})
  .meta({ id: 'ReconcilePettyCashInput', description: '备用金对账复核 Reconciling a petty cash', examples: [{}] });

/** The second pair of hands of the monthly reconciliation: agrees to the count of the month before, by another person (SD9). */
export const reconcilePettyCash = defineStep({
  id: 'supervision.reconcile-petty-cash',
  zh: '备用金对账复核',
  en: 'Reconcile the petty cash',
  route: 'POST /v1/petty-cash/{townshipCode}/reconciliation',
  provision: [cite('DESIGN', '8')],
  input: ReconcilePettyCashInput,
  output: PettyCashView,
  facts: pettyCashFacts,
  decide: (facts, _input, now) => {
    const on = civilDateOf(now);
    const { townshipCode, count, reconciledThrough = '' } = thePettyCash(facts);
    const month = monthBefore(on);
    must(reconciledThrough < month, 'already-done', { month });
    must(count?.month === month, 'petty-cash-not-counted', { month });
    const by = facts.actor.personId;
    must(count.by !== by, 'same-person-approves', { countedBy: count.by });
    const data = { townshipCode, month, on, by };
    return pettyCashReply(facts, { type: 'petty-cash-reconciled', data }, on);
  },
});
