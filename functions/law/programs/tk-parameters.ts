import type { Household } from '../../../schemas/household.ts';
import type { ParameterKey, ParameterRecord } from '../../../schemas/parameter.ts';
import type { CareGrade } from '../../../schemas/self-care.ts';
import {
  type MeansParameters,
  multiple,
  parameterReader,
  resolveMeans,
  withPropertyRuleOf,
} from '../means-parameters.ts';
import { ceilTo, mul, rational } from '../rational.ts';
import { areaProgram } from './findings.ts';

/** The parameters of 特困 in an area on a day. Amounts in fen, monthly unless named otherwise. */
export type TkParameters = {
  /** As for 低保, with the property rule of 特困 and the income that T43 §6 leaves out. */
  readonly means: MeansParameters;
  /** What obligors are held against: income as for 低保, property as for low-income households (T43 §8). */
  readonly lowIncome: MeansParameters;
  readonly basicFen: number;
  readonly careFen: Readonly<Record<CareGrade, number>>;
  /** Disposable income per head of the year before, fen a year. */
  readonly disposableFen: number;
  readonly ids: readonly string[];
  readonly exampleData: boolean;
};

/**
 * The parameters of 特困 on a civil date: the basic standard is the multiple of the standard of the area, rounded as benefits are.
 * @throws RangeError if a parameter of 低保 is missing; callers ask `missingFor` first.
 */
export const resolveTk = (records: readonly ParameterRecord[], household: Household, on: string): TkParameters => {
  const question = { program: 'TK', on } as const;
  const db = resolveMeans(records, areaProgram(household), on);
  const lowIncome = withPropertyRuleOf(db, records, { program: 'BY', on });
  const base = withPropertyRuleOf(db, records, question);
  const { value, used } = parameterReader(records, question);
  const care = (key: ParameterKey): number => Number(value(key));
  const found = {
    means: {
      ...base,
      basicPensionUncountedUntil: undefined,
      leftOut: ['basic-pension', 'medical-insurance', 'old-age-allowance'],
    },
    lowIncome,
    basicFen: ceilTo(mul(rational(base.standardFen), multiple(value('tk.basicMultiple'))), base.roundToFen),
    careFen: { able: care('tk.care.0'), 'partly-lost': care('tk.care.1'), 'wholly-lost': care('tk.care.2') },
    disposableFen: Number(value(`disposableIncome.prevYear.${household.urbanRural}`)),
  } as const;
  const { ids, exampleData } = used();
  return {
    ...found,
    ids: [...new Set([...base.ids, ...lowIncome.ids, ...ids])].sort(),
    exampleData: base.exampleData || exampleData,
  };
};
