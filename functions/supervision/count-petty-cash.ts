import * as z from 'zod';
import { FenAmount } from '../../schemas/money.ts';
import { PettyCashView } from '../../schemas/petty-cash.ts';
import { monthBefore, pettyCashFacts, pettyCashReply, thePettyCash } from '../core/petty-cash.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const CountPettyCashInput = z
  .strictObject({
    countedFen: FenAmount.describe('盘点金额（分）what was counted'),
    reason: z.string().min(1).max(400).optional().describe('与账面不符的原因 why it differs from the books'),
  })
  .meta({
    id: 'CountPettyCashInput',
    description: '盘点备用金 Counting the petty cash',
    examples: [{ countedFen: 4300000 }],
  });

/**
 * Counts the petty cash to close the month before: what is there against what the books say. A difference needs a reason and stands in
 * the ledger for the county; the books are not changed by it. Another person reconciles.
 */
export const countPettyCash = defineStep({
  id: 'supervision.count-petty-cash',
  zh: '盘点备用金',
  en: 'Count the petty cash',
  route: 'POST /v1/petty-cash/{townshipCode}/count',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '8')],
  input: CountPettyCashInput,
  output: PettyCashView,
  facts: pettyCashFacts,
  decide: (facts, { countedFen, reason }, now) => {
    const on = civilDateOf(now);
    const { townshipCode, balanceFen, reconciledThrough = '' } = thePettyCash(facts);
    const month = monthBefore(on);
    must(reconciledThrough < month, 'already-done', { month });
    const differenceFen = countedFen - balanceFen;
    must(differenceFen === 0 || reason, 'count-unexplained', { bookFen: balanceFen, countedFen, differenceFen });
    const count = { month, on, bookFen: balanceFen, countedFen, differenceFen, by: facts.actor.personId };
    const data = { townshipCode, ...count, ...(reason ? { reason } : {}) };
    return pettyCashReply(facts, { type: 'petty-cash-counted', data }, on);
  },
});
