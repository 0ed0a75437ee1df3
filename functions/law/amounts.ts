import type { MeansParameters } from './means-parameters.ts';
import { ceilTo, compare, div, mul, type Rational, rational, sub } from './rational.ts';

/**
 * Monthly benefit of a household by difference, in fen (LAW §18; D57 §23): (standard × N × 12 − annual income) ÷ 12, taken on the household
 * total and rounded up once at the end (G04). Never below zero nor above standard × N; a positive amount is at least `minAmountFen`.
 */
export const differenceAmount = (means: MeansParameters, size: number, annual: Rational): number => {
  const ceiling = means.standardFen * size;
  const gap = div(sub(rational(ceiling * 12), annual), rational(12));
  if (compare(gap, rational(0)) <= 0) return 0;
  return Math.min(Math.max(ceilTo(gap, means.roundToFen), means.minAmountFen), ceiling);
};

/** Monthly benefit by tiers, in fen: the sum over the members' classes, with no cap beyond the tiers (A15). */
export const tierAmount = (means: MeansParameters, classes: readonly ('A' | 'B' | 'C')[]): number =>
  classes.reduce((fen, name) => fen + means.tierFen[name], 0);

/** Exact income per head and month in fen; zero where nobody counts. */
export const perCapitaMonthly = (annual: Rational, size: number): Rational =>
  size === 0 ? rational(0) : mul(annual, rational(1, 12 * size));
