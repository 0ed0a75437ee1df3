import type { EntitlementEntry } from '../../schemas/benefit.ts';
import { addMonths } from './civil-day.ts';
import { ceilTo, rational } from './rational.ts';

const YUAN = 100;

/** A month `n` months later, both as YYYY-MM. */
export const monthAfter = (month: string, n = 1): string => addMonths(`${month}-01`, n).slice(0, 7);

/**
 * What stays of a household's amount once one member's equal share is taken off: the exact share goes, the rest is rounded up to the
 * yuan (D57 §34, A8). Fen a month; nothing stays of a household of one.
 */
export const withoutShare = (amountFen: number, members: number): number =>
  members <= 1 ? 0 : ceilTo(rational(amountFen * (members - 1), members), YUAN);

/** Months of a fade-out paid in full where the curve has steps (A11). */
const FULL_MONTHS = 3;

/**
 * Amount of each month of a fade-out (N83 一(三), D57 §33): FULL pays all of it; STEP all of it for three months, then half, rounded up to
 * the yuan (A11, G12). Fen a month.
 */
export const fadeOutMonths = (
  amountFen: number,
  fade: { readonly fromMonth: string; readonly months: number; readonly curve: 'FULL' | 'STEP' },
): readonly { readonly month: string; readonly amountFen: number }[] =>
  Array.from({ length: fade.months }, (_, i) => ({
    month: monthAfter(fade.fromMonth, i),
    amountFen: fade.curve === 'STEP' && i >= FULL_MONTHS ? ceilTo(rational(amountFen, 2), YUAN) : amountFen,
  }));

/** The entries of a fade-out: open-ended, so that the last amount goes on while nobody has decided (G12). */
export const fadeOutEntries = (months: ReturnType<typeof fadeOutMonths>): readonly EntitlementEntry[] =>
  months
    .filter(({ amountFen }, i) => i === 0 || months[i - 1]?.amountFen !== amountFen)
    .map(({ month, amountFen }) => ({ kind: 'fade-out', fromMonth: month, amountFen }));
