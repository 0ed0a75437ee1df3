import type { Drawn, DrawStratum } from '../../../schemas/draw.ts';
import { byText, CERTAIN, casesOf, type FramedCase, stratumName } from './frame.ts';
import { type CaseNumbers, numbersOf } from './seed.ts';

/** Random numbers are below 2^48. */
const WHOLE = 1n << 48n;

interface Numbered extends FramedCase {
  readonly numbers: CaseNumbers;
}

const byNumber = (a: Numbered, b: Numbered): number =>
  a.numbers.random === b.numbers.random ? byText(a.caseId, b.caseId) : a.numbers.random < b.numbers.random ? -1 : 1;

/**
 * The order of Pareto's draw: by [u/(1−u)] / [π/(1−π)], the smaller first. With u = U/2^48 and π = p/10^6 the ratio is
 * U·(10^6−p) / ((2^48−U)·p), and two ratios are compared by multiplying crosswise in whole numbers, so that every implementation gets
 * the same order. Equal ones stand in the order of their case numbers.
 */
function byPareto(a: Numbered, b: Numbered): number {
  const over = ({ numbers, pi }: Numbered): bigint => numbers.risk * BigInt(CERTAIN - pi);
  const under = ({ numbers, pi }: Numbered): bigint => (WHOLE - numbers.risk) * BigInt(pi);
  const [left, right] = [over(a) * under(b), over(b) * under(a)];
  return left === right ? byText(a.caseId, b.caseId) : left < right ? -1 : 1;
}

/**
 * Draws (detection.md C): who is certain; of each stratum the `n` smallest numbers of the rest; of what is still left the `risk`
 * first in Pareto's order. Case numbers in each part in their order, no case in two parts. Pure: the order of the frame is of no matter.
 */
export function select(strata: readonly DrawStratum[], by: { readonly seed: string; readonly risk: number }): Drawn {
  const numbers = numbersOf(by.seed);
  const cases = casesOf(strata).map((one) => ({ ...one, numbers: numbers(one.caseId) }));
  const certain = cases.filter(({ pi }) => pi === CERTAIN);
  const random = strata.flatMap((stratum) =>
    cases
      .filter((one) => one.stratum === stratumName(stratum) && one.pi < CERTAIN)
      .sort(byNumber)
      .slice(0, stratum.n),
  );
  const drawn = new Set([...certain, ...random].map(({ caseId }) => caseId));
  const risk = cases
    .filter(({ caseId, pi }) => !drawn.has(caseId) && pi > 0)
    .sort(byPareto)
    .slice(0, by.risk);
  const ids = (some: readonly Numbered[]): string[] => some.map(({ caseId }) => caseId).sort(byText);
  return { certain: ids(certain), random: ids(random), risk: ids(risk) };
}

/**
 * Probabilities of a risk part of size `n` from scores in millionths: proportional, rounded down to millionths, and never certain, since
 * only the law makes a check certain. What a case has beyond that is not given to others: the part is of size `n` all the same.
 */
export function riskProbabilities(scores: readonly number[], n: number): readonly number[] {
  const sum = scores.reduce((total, score) => total + BigInt(score), 0n);
  return scores.map((score) => {
    const share = sum === 0n ? 0n : (BigInt(n) * BigInt(CERTAIN) * BigInt(score)) / sum;
    return share >= BigInt(CERTAIN) ? CERTAIN - 1 : Number(share);
  });
}
