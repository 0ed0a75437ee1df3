import type { AppealKind } from '../../schemas/appeal-order.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Calendar } from './calendar.ts';
import { parameterOn } from './parameters.ts';
import { lastDayByDays, lastDayByMonths, type TermEnd } from './terms.ts';

/**
 * The last day to appeal: 60 days from the day the act was known for a reconsideration (FYF §20), six months for a lawsuit (ALL §46), fifteen days from receipt of the review
 * decision for a lawsuit that follows it (ALL §45). The day itself is not counted; a last day of rest rolls (FYF §88, ALL §101, CPL §85).
 */
export function lastDayToAppeal(
  kind: AppealKind,
  of: {
    readonly knownOn: CivilDate;
    /** The lawsuit follows a review whose decision was received on `knownOn`. */
    readonly afterReview: boolean;
    readonly calendar: Calendar;
    readonly parameters: readonly ParameterRecord[];
    readonly on: CivilDate;
  },
): TermEnd {
  const { knownOn, calendar, parameters, on, afterReview } = of;
  const value = (key: 'appeal.reviewDays' | 'appeal.suitMonths' | 'appeal.suitAfterReviewDays'): number =>
    Number(parameterOn(parameters, key, { on })?.value);
  if (kind === 'review') return lastDayByDays(calendar, knownOn, { n: value('appeal.reviewDays'), roll: true });
  if (afterReview) return lastDayByDays(calendar, knownOn, { n: value('appeal.suitAfterReviewDays'), roll: true });
  return lastDayByMonths(calendar, knownOn, value('appeal.suitMonths'));
}
