import * as z from 'zod';
import { TownshipCode } from '../../schemas/ids.ts';
import { FenAmount } from '../../schemas/money.ts';
import { PettyCashView, VoucherNo } from '../../schemas/petty-cash.ts';
import { covers } from '../core/perform.ts';
import { checkCap, divisionOf, pettyCashIn, pettyCashOf, pettyCashReply } from '../core/petty-cash.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const OpenPettyCashInput = z
  .strictObject({
    townshipCode: TownshipCode,
    amountFen: FenAmount.describe('首次拨入金额（分）first sum paid in'),
    voucherNo: VoucherNo,
  })
  .meta({
    id: 'OpenPettyCashInput',
    description: '建立备用金 Opening a petty cash',
    examples: [{ townshipCode: '649900101', amountFen: 5000000, voucherNo: 'BK-2026-0001' }],
  });

/**
 * Opens the petty cash for temporary assistance of a township: the only assistance money that may lie there (SEED 二(二)1). The county
 * pays it in, up to the ceiling it has set; without one nothing is paid in.
 */
export const openPettyCash = defineStep({
  id: 'supervision.open-petty-cash',
  zh: '建立临时救助备用金',
  en: 'Open a petty cash',
  route: 'POST /v1/petty-cash',
  provision: [cite('SEED', '二(二)1'), cite('TA18', '二(四)')],
  input: OpenPettyCashInput,
  output: PettyCashView,
  status: 201,
  facts: ({ input, actor }) => ({ county: actor.orgCode, subjects: [pettyCashOf(input.townshipCode)] }),
  decide: (facts, { townshipCode, amountFen, voucherNo }, now) => {
    const on = civilDateOf(now);
    must(covers(facts.actor, divisionOf(townshipCode)), 'division-not-yours', { division: townshipCode });
    const known = facts.county?.parts.divisions?.townships.some(({ code }) => code === townshipCode);
    must(known, 'division-unknown', { division: townshipCode });
    must(!pettyCashIn(facts, townshipCode), 'already-done', { townshipCode });
    checkCap(facts, amountFen, on);
    const data = { townshipCode, on, amountFen, voucherNo };
    return pettyCashReply(facts, { type: 'petty-cash-opened', data }, on);
  },
});
