import * as z from 'zod';
import { Receipted, RosterLine } from '../../schemas/roster.ts';

/** How many lines of a roster, and how much they come to; amounts in fen. */
interface Sum {
  readonly count: number;
  readonly amountFen: number;
}

/** What an event of a roster moves: lines frozen by a page, or paid and failed by the receipts of a bank. */
export interface RosterCounts {
  readonly frozen?: Sum;
  readonly paid?: Sum;
  readonly failed?: Sum;
}

const Moved = z.object({ lines: z.array(RosterLine).optional(), receipts: z.array(Receipted).optional() });

const sumOf = (all: readonly { readonly amountFen: number }[]): Sum => ({
  count: all.length,
  amountFen: all.reduce((sum, { amountFen }) => sum + amountFen, 0),
});

/** Sums of the lines or receipts an event carries, so that the lake can reconcile a roster without its lines; {} where there are none. */
export function rosterCounts(data: unknown): RosterCounts {
  const { lines, receipts } = Moved.safeParse(data).data ?? {};
  return {
    ...(lines && { frozen: sumOf(lines) }),
    ...(receipts && {
      paid: sumOf(receipts.filter(({ result }) => result === 'paid')),
      failed: sumOf(receipts.filter(({ result }) => result === 'failed')),
    }),
  };
}
