import * as z from 'zod';
import { Receipt, type RosterLine, RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { amountEntered, mustBe, mustHaveLines, ofRoster, rosterReply, theRoster } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordReceiptsInput = z
  .strictObject({
    fileNo: z.int().min(1).describe('支付文件序号 number of the payment file'),
    receipts: z.array(Receipt).min(1).max(90).describe('回单，分批登记 receipts, in parts'),
  })
  .meta({
    id: 'RecordReceiptsInput',
    description: '登记回单 Receipts of the bank',
    examples: [
      {
        fileNo: 1,
        receipts: [
          { caseId: '649900101-DB-2026-000001', result: 'paid', paidOn: '2026-09-08' },
          { caseId: '649900101-DB-2026-000002', result: 'failed', failure: 'account-closed' },
        ],
      },
    ],
  });

/** Keeps what the bank answered line by line. A failed line is looked into, its account changed, and released to a further file. */
export const recordReceipts = defineStep({
  id: 'supervision.record-receipts',
  zh: '登记支付回单',
  en: 'Record receipts of the bank',
  route: 'POST /v1/rosters/{rosterId}/receipts',
  provision: [cite('D57', '§25'), cite('LAW', '§66')],
  input: RecordReceiptsInput,
  output: RosterView,
  prohibited: amountEntered,
  facts: ({ params, input }) => ({
    roster: { id: params['rosterId'] ?? '', lines: input.receipts.map(({ caseId }) => caseId) },
  }),
  decide: (facts, { fileNo, receipts }, now) => {
    const roster = theRoster(facts);
    const { head, parts } = roster;
    mustBe(head, 'approved', 'settled');
    const file = head.files.find(({ no }) => no === fileNo);
    must(file?.sha256, 'payment-file-not-found', { no: fileNo });
    const named = receipts.map(({ caseId }) => caseId);
    mustHaveLines(facts, roster, named);
    const payable = (line: RosterLine | undefined): line is RosterLine & { readonly account: string } =>
      line?.state === 'listed' && line.account !== undefined;
    const wrong = named.filter((one, i) => !payable(parts.lines[one]) || named.indexOf(one) !== i);
    const open = file === head.files.at(-1) && file.outstanding > 0;
    must(open && wrong.length === 0, 'receipt-contradicts', { caseIds: wrong, fileNo });
    const kept = receipts.flatMap((receipt) => {
      const line = parts.lines[receipt.caseId];
      if (!payable(line)) return [];
      const { amountFen, account, townshipCode } = line;
      return [{ ...receipt, amountFen, account, townshipCode }];
    });
    const data = { ...ofRoster(head, civilDateOf(now)), no: fileNo, receipts: kept, by: facts.actor.personId };
    return rosterReply(facts, { type: 'receipts-recorded', data });
  },
});
