import * as z from 'zod';
import type { LakeRow } from '../../../schemas/lake.ts';
import { plainCode } from '../lake-attributes.ts';
import { midnight, type SnapshotAt, snapshotColumns, type TableRow } from './table-row.ts';

const OfRoster = z.object({ rosterId: z.string(), month: z.string() });
const Line = z.object({ caseId: z.string(), amountFen: z.int(), account: z.string().optional() });

/** A page of a roster: what is to be paid. */
export const PageAdded = z.object({ ...OfRoster.shape, lines: z.array(Line) });

/** Receipts of the bank: what was paid, and what failed. */
export const Receipts = z.object({
  ...OfRoster.shape,
  receipts: z.array(
    z.object({
      ...Line.shape,
      result: z.enum(['paid', 'failed']),
      paidOn: z.string().optional(),
      failure: z.string().optional(),
    }),
  ),
});

/** A payment from the petty cash of a township: on no roster. */
export const CashPaid = z.object({ caseId: z.string(), on: z.string(), amountFen: z.int() });

const payment = (at: SnapshotAt, row: LakeRow): TableRow => ['payments', { ...row, ...snapshotColumns(at) }];

const lineRow = (
  { rosterId, month }: z.infer<typeof OfRoster>,
  { caseId, amountFen, account }: z.infer<typeof Line>,
): LakeRow => ({
  pay_month: month,
  case_id: plainCode(caseId),
  account_token: plainCode(account),
  amount_fen: amountFen,
  on_roster: true,
  roster_id: plainCode(rosterId),
});

/** Lines as they were frozen: nothing is paid yet. */
export const listedRows = (page: z.infer<typeof PageAdded>, at: SnapshotAt): readonly TableRow[] =>
  page.lines.map((line) => payment(at, { ...lineRow(page, line), paid_at: null, failure: null }));

/** Lines with what the bank said of them. */
export const receiptRows = (told: z.infer<typeof Receipts>, at: SnapshotAt): readonly TableRow[] =>
  told.receipts.map((one) =>
    payment(at, {
      ...lineRow(told, one),
      paid_at: one.result === 'paid' ? midnight(one.paidOn ?? at.asOfOn) : null,
      failure: one.result === 'failed' ? (plainCode(one.failure) ?? 'failed') : null,
    }),
  );

export const cashRows = ({ caseId, on, amountFen }: z.infer<typeof CashPaid>, at: SnapshotAt): readonly TableRow[] => [
  payment(at, {
    pay_month: on.slice(0, 7),
    case_id: plainCode(caseId),
    account_token: null,
    amount_fen: amountFen,
    paid_at: midnight(on),
    on_roster: false,
    roster_id: null,
    failure: null,
  }),
];
