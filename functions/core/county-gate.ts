import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { startTerms } from './case-terms.ts';
import { countySurveyRequired } from './case-view.ts';
import { must } from './problem.ts';
import type { Setting } from './setting.ts';

/** Whether the county has surveyed since what made it necessary: a complaint after the survey asks for another (D57 §20(2)). */
const surveyed = ({ countySurvey, complaintOn }: CaseHead): boolean =>
  countySurvey !== undefined && (complaintOn === undefined || complaintOn <= countySurvey.doneOn);

/** The county gate (T12): no decision before the required survey, and no confirmation against its result. */
export function checkCountyGate(head: CaseHead, result: 'confirmed' | 'not-confirmed'): void {
  const { relativeFiled = false, complaint = false, countySurvey } = head;
  must(!countySurveyRequired(head) || surveyed(head), 'county-survey-missing', { relativeFiled, complaint });
  must(result === 'not-confirmed' || countySurvey?.passed !== false, 'county-survey-missing', { passed: false });
}

/** The county's term to survey: from acceptance as planned (rulebook 3.9); from the complaint where that day has already passed. */
export function countySurveyTerm(head: CaseHead, setting: Setting, on: CivilDate): Term[] {
  const start = (fromOn: CivilDate): Term[] => startTerms(['county-survey'], { head, setting, fromOn });
  const planned = start(head.acceptedOn ?? on);
  return planned.every(({ dueOn }) => dueOn >= on) ? planned : start(on);
}
