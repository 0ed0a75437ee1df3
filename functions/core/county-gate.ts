import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { startTerms } from './case-terms.ts';
import { countySurveyPending } from './case-view.ts';
import { must } from './problem.ts';
import type { Setting } from './setting.ts';

/** The county gate (T12): no decision before the required survey, and no confirmation against its result. */
export function checkCountyGate(head: CaseHead, result: 'confirmed' | 'not-confirmed'): void {
  const { relativeFiled = false, complaint = false, countySurvey } = head;
  must(!countySurveyPending(head), 'county-survey-missing', { relativeFiled, complaint });
  must(result === 'not-confirmed' || countySurvey?.passed !== false, 'county-survey-missing', { passed: false });
}

/** The county's term to survey: from acceptance as planned (rulebook 3.9); from the complaint where that day has already passed. */
export function countySurveyTerm(head: CaseHead, setting: Setting, on: CivilDate): Term[] {
  const start = (fromOn: CivilDate): Term[] => startTerms(['county-survey'], { head, setting, fromOn });
  const planned = start(head.acceptedOn ?? on);
  return planned.every(({ dueOn }) => dueOn >= on) ? planned : start(on);
}
