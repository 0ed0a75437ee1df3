import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterKey, ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import type { FindingPeriod } from '../../schemas/program-finding.ts';
import { type Calendar, validityEnd } from './calendar.ts';
import { citedClause } from './cited-clause.ts';
import { parameterOn, parameterRules } from './parameters.ts';
import { lastDayByMonths, type TermEnd } from './terms.ts';

const keys: Readonly<Record<Program, ParameterKey | undefined>> = {
  DB_URBAN: 'reverify.months.unstable',
  DB_RURAL: 'reverify.months.unstable',
  TK: 'reverify.months.TK',
  BY: 'by.validityMonths',
  GX: 'gx.validityMonths',
  GL: 'reverify.months.GL',
  LS_FAST: undefined,
  LS_STD: undefined,
};

/** For which program and day a period is asked; the classes of the counted members decide it for 低保. */
export type PeriodQuestion = {
  readonly program: Program;
  readonly on: CivilDate;
  readonly classes?: readonly ('A' | 'B' | 'C')[];
};

const keyOf = ({ program, classes = [] }: PeriodQuestion): ParameterKey | undefined => {
  const isDb = program === 'DB_URBAN' || program === 'DB_RURAL';
  const stable = classes.length > 0 && classes.every((one) => one === 'A');
  return isDb && stable ? 'reverify.months.stable' : keys[program];
};

/**
 * After how many months a finding is verified again or lapses (rulebook 6.1; D57 §31, Z18 二(二)7, R62 §10), and the parameter it rests on.
 * 低保 is stable only where every class is A; unknown classes take the shorter period.
 * @throws RangeError for temporary assistance, which has no period.
 */
export const findingPeriod = (
  records: readonly ParameterRecord[],
  question: PeriodQuestion,
): { readonly period: FindingPeriod; readonly id: string } => {
  const key = keyOf(question);
  const found = key && parameterOn(records, key, question);
  if (!key || !found) throw new RangeError(`${question.program} has no period`);
  const kind = question.program === 'BY' || question.program === 'GX' ? 'validity' : 'reverify';
  const period = { kind, months: Number(found.value), citation: citedClause(parameterRules[key].citation) } as const;
  return { period, id: found.id };
};

/**
 * The last day of a period that runs from a decision or verification: a re-verification is due on the corresponding day and rolls (CIVIL
 * §202, §203, A12); a validity ends the day before it and does not roll, because it is no term anybody has to keep.
 */
export const periodEnd = (period: FindingPeriod, fromOn: CivilDate, calendar: Calendar): TermEnd =>
  period.kind === 'reverify'
    ? lastDayByMonths(calendar, fromOn, period.months)
    : { dueOn: validityEnd(fromOn, period.months), provisional: false };
