import * as z from 'zod';
import { pageQuery } from '../../schemas/page.ts';
import { type PettyCashEntry, PettyCashLedger } from '../../schemas/petty-cash.ts';
import { eventPartition } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { pettyCashFacts, pettyCashView, thePettyCash } from '../core/petty-cash.ts';
import type { PettyCashEvent } from '../core/petty-cash-fold.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const LedgerQuery = z
  .strictObject(pageQuery)
  .meta({ id: 'LedgerQuery', description: '台账分页 Page of a ledger', examples: [{ limit: 50 }] });

/** The ledger of a township's petty cash in order: opening, replenishments, payments by case, counts and reconciliations. */
export const readPettyCash = defineStep({
  id: 'supervision.read-petty-cash',
  zh: '备用金台账',
  en: 'Read the ledger of a petty cash',
  route: 'GET /v1/petty-cash/{townshipCode}',
  provision: [cite('LAW', '§66'), cite('SEED', '二(二)1')],
  input: LedgerQuery,
  output: PettyCashLedger,
  facts: (call) => ({
    ...pettyCashFacts(call),
    list: {
      partition: eventPartition('petty-cash', call.params['townshipCode'] ?? ''),
      limit: call.input.limit,
      cursor: call.input.cursor,
    },
  }),
  decide: (facts, _input, now) => {
    const cash = pettyCashView(thePettyCash(facts), facts.county?.parts.parameters ?? [], civilDateOf(now));
    return { reply: { cash, entries: recordsOf<PettyCashEvent>(facts).map(entryOf), ...nextOf(facts) } };
  },
});

function entryOf(event: PettyCashEvent): PettyCashEntry {
  const { seq, at, actor, type, data } = event;
  const line = { seq, at, on: data.on, by: actor.personId };
  switch (type) {
    case 'petty-cash-opened':
      return { ...line, kind: 'opened', changeFen: data.amountFen, voucherNo: data.voucherNo };
    case 'petty-cash-replenished':
      return { ...line, kind: 'replenished', changeFen: data.amountFen, voucherNo: data.voucherNo };
    case 'petty-cash-paid': {
      const { caseId, paper, amountFen, handler, approver } = data;
      return {
        ...line,
        kind: 'paid',
        changeFen: -amountFen,
        caseId,
        ...(paper ? { paper } : {}),
        by: handler,
        approver,
      };
    }
    case 'petty-cash-counted':
      return { ...line, kind: 'counted', changeFen: 0 };
    case 'petty-cash-reconciled':
      return { ...line, kind: 'reconciled', changeFen: 0 };
  }
}
