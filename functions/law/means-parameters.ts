import type { IncomeKind } from '../../schemas/income.ts';
import type { ParameterKey, ParameterRecord, ParameterValue } from '../../schemas/parameter.ts';
import type { DbProgram, Program } from '../../schemas/program.ts';
import { missingParameters, type ParameterQuestion, parameterOn } from './parameters.ts';
import { mul, type Rational, rational } from './rational.ts';

/** The parameters of one means test, resolved for a program and a day. Amounts in fen, multiples exact. */
export type MeansParameters = {
  readonly standardFen: number;
  readonly edgeFen: Rational;
  readonly mode: 'DIFF' | 'TIER';
  readonly tierFen: Readonly<Record<'A' | 'B' | 'C', number>>;
  readonly roundToFen: 1 | 100;
  readonly minAmountFen: number;
  readonly windowMonths: number;
  readonly employmentCostFen: number;
  /** Last day on which the central basic pension is uncounted; undefined: always uncounted (A6). */
  readonly basicPensionUncountedUntil: string | undefined;
  /** Kinds of income a program leaves out beyond what D57 §13 does; absent for 低保. */
  readonly leftOut?: readonly IncomeKind[];
  readonly moneyLimitFen: Rational;
  readonly houseCount: number | undefined;
  readonly vehicleCount: number | undefined;
  readonly singlePersonMode: string;
  /** Ids of every record or default that went in, sorted. */
  readonly ids: readonly string[];
  readonly exampleData: boolean;
};

/** A ratio parameter as an exact fraction; zero where it is not set. */
export const multiple = (value: ParameterValue | undefined): Rational =>
  typeof value === 'object' && 'num' in value ? rational(value.num, value.den) : rational(0);

/** Reads parameters of one program and day and remembers which records or defaults went in. */
export const parameterReader = (records: readonly ParameterRecord[], question: ParameterQuestion) => {
  const ids = new Set<string>();
  let exampleData = false;
  const value = (key: ParameterKey): ParameterValue | undefined => {
    const found = parameterOn(records, key, question);
    if (found) ids.add(found.id);
    exampleData ||= found?.example ?? false;
    return found?.value;
  };
  const optional = (key: ParameterKey): number | undefined => {
    const found = value(key);
    return found === undefined ? undefined : Number(found);
  };
  return { value, optional, used: () => ({ ids: [...ids].sort(), exampleData }) };
};

/**
 * The parameters a means test needs, on a civil date.
 * @throws RangeError if the program is closed for lack of a parameter: callers ask `missingParameters` first and refuse (rulebook 11.3).
 */
export const resolveMeans = (records: readonly ParameterRecord[], program: DbProgram, on: string): MeansParameters => {
  const missing = missingParameters(records, program, on);
  if (missing.length > 0) throw new RangeError(`${program} is closed on ${on}: ${missing.join(', ')} not set`);
  const { value, optional, used } = parameterReader(records, { program, on });
  const standardFen = Number(value(`standard.${program}`));
  const mode = value('benefit.mode') === 'TIER' ? 'TIER' : 'DIFF';
  const tier = (key: 'tier.A' | 'tier.B' | 'tier.C'): number => (mode === 'TIER' ? Number(value(key)) : 0);
  const until = value('income.exclude.basicPension.until');
  return {
    standardFen,
    edgeFen: mul(rational(standardFen), multiple(value('edge.multiplier'))),
    mode,
    tierFen: { A: tier('tier.A'), B: tier('tier.B'), C: tier('tier.C') },
    roundToFen: value('benefit.rounding') === 'UP_FEN' ? 1 : 100,
    minAmountFen: Number(value('benefit.minAmount')),
    windowMonths: Number(value('income.windowMonths')),
    employmentCostFen: Number(value('income.employmentCost')),
    basicPensionUncountedUntil: until === undefined ? undefined : String(until),
    moneyLimitFen: mul(rational(standardFen), multiple(value('asset.moneyPerCapitaMultiple'))),
    houseCount: optional('asset.houseCount'),
    vehicleCount: optional('asset.vehicleCount'),
    singlePersonMode: String(value('singlePerson.benefitMode')),
    ...used(),
  };
};

/**
 * The means parameters with the property limits of another program, where the county set it limits of its own; else those of 低保 hold alike
 * (reading A3). Limits in fen, counts of houses and vehicles.
 */
export const withPropertyRuleOf = (
  means: MeansParameters,
  records: readonly ParameterRecord[],
  question: { readonly program: Program; readonly on: string },
): MeansParameters => {
  const { value, optional, used } = parameterReader(records, question);
  const limit = value('asset.moneyPerCapitaMultiple');
  const houseCount = optional('asset.houseCount');
  const vehicleCount = optional('asset.vehicleCount');
  const { ids, exampleData } = used();
  return {
    ...means,
    moneyLimitFen: limit === undefined ? means.moneyLimitFen : mul(rational(means.standardFen), multiple(limit)),
    houseCount: houseCount ?? means.houseCount,
    vehicleCount: vehicleCount ?? means.vehicleCount,
    ids: [...new Set([...means.ids, ...ids])].sort(),
    exampleData: means.exampleData || exampleData,
  };
};
