import * as z from 'zod';
import { FenAmount } from '../../schemas/money.ts';
import { PettyCashView, VoucherNo } from '../../schemas/petty-cash.ts';
import { checkCap, monthBefore, pettyCashFacts, pettyCashReply, thePettyCash } from '../core/petty-cash.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ReplenishPettyCashInput = z
  .strictObject({ amountFen: FenAmount.min(1).describe('补充金额（分）sum paid in'), voucherNo: VoucherNo })
  .meta({
    id: 'ReplenishPettyCashInput',
    description: '补充备用金 Replenishing a petty cash',
    examples: [{ amountFen: 700000, voucherNo: 'BK-2026-0012' }],
  });

/** Pays county money into a township's petty cash, up to the ceiling, once the month before is counted and reconciled (rulebook 8). */
export const replenishPettyCash = defineStep({
  id: 'supervision.replenish-petty-cash',
  zh: '补充备用金',
  en: 'Replenish a petty cash',
  route: 'POST /v1/petty-cash/{townshipCode}/replenishment',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '8')],
  input: ReplenishPettyCashInput,
  output: PettyCashView,
  facts: pettyCashFacts,
  decide: (facts, { amountFen, voucherNo }, now) => {
    const on = civilDateOf(now);
    const cash = thePettyCash(facts);
    const due = monthBefore(on);
    const open = cash.openedOn.slice(0, 7) <= due && (cash.reconciledThrough ?? '') < due;
    must(!open, 'petty-cash-not-reconciled', { month: due, reconciledThrough: cash.reconciledThrough });
    checkCap(facts, cash.balanceFen + amountFen, on);
    const data = { townshipCode: cash.townshipCode, on, amountFen, voucherNo };
    return pettyCashReply(facts, { type: 'petty-cash-replenished', data }, on);
  },
});
