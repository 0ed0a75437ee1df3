import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import { parameterOn } from './parameters.ts';
import { ceil, mul, type Rational, rational } from './rational.ts';

/** A month's confirmations of a township and program: how many, and how many of them the county checks anyway (D57 §20(2)). */
export interface SamplingPool {
  readonly confirmed: number;
  readonly mandatory: number;
}

/** The rate of random checks, and whether it is taken of the whole or of what is left beside the mandatory checks. */
export interface SamplingRule {
  readonly rate: Rational;
  readonly includeMandatory: boolean;
  /** The record the rate stands in, or `default:` and its key. */
  readonly source: string;
}

/** The rule in force for a program on a day (T43 §16 for 特困, else a default of this system). */
export function samplingRule(
  records: readonly ParameterRecord[],
  { program, on }: { readonly program: Program; readonly on: CivilDate },
): SamplingRule {
  const rate = parameterOn(records, program === 'TK' ? 'spotcheck.random.TK' : 'spotcheck.random.other', {
    program,
    on,
  });
  if (!rate) throw new Error('a rate has a default');
  const { num, den } = rate.value as { readonly num: number; readonly den: number };
  const include = parameterOn(records, 'sample.includeMandatory', { program, on })?.value === true;
  return { rate: rational(num, den), includeMandatory: include, source: rate.id };
}

/**
 * How many cases are drawn at random: the rate of the pool rounded up, at least one where there is any, never more than there are
 * (rulebook 7.1, G23).
 * @throws RangeError if more are mandatory than confirmed.
 */
export function sampleSize(
  { confirmed, mandatory }: SamplingPool,
  { rate, includeMandatory }: Omit<SamplingRule, 'source'>,
): number {
  if (mandatory < 0 || mandatory > confirmed) throw new RangeError(`${mandatory} of ${confirmed} cannot be mandatory`);
  const free = confirmed - mandatory;
  const wanted = ceil(mul(rate, rational(includeMandatory ? confirmed : free)));
  return Math.min(free, Math.max(free > 0 ? 1 : 0, wanted));
}
