import type { CaseHead } from '../../schemas/case.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import type { UndoneAct, Visit } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { TermName } from '../../schemas/term.ts';
import type { CaseState } from '../core/case-fold.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { countySurveyTerm } from '../core/county-gate.ts';
import type { Setting } from '../core/setting.ts';

const surveyIsVoid = (head: CaseHead, visits: readonly Visit[], recused: readonly string[]): boolean => {
  const byCounty = (visit: Visit) => visit.surveyors.some((id) => head.countySurvey?.by.includes(id));
  const ofTownship = visits.filter((visit) => !byCounty(visit));
  const touched = ofTownship.some(({ surveyors }) => surveyors.some((id) => recused.includes(id)));
  return touched && ofTownship.every(({ surveyors }) => surveyors.some((id) => recused.includes(id)));
};

/**
 * What a near relative did in the case before the filing and another must do again (B21). A survey counts on if another visit without
 * the relative stands. An opinion falls with whatever it rests on; the county survey stands by itself.
 */
export function undoneActs({ head, parts }: CaseState, staff: string): UndoneAct[] {
  const recused = [...head.relatives, staff];
  const survey = head.surveyors.includes(staff) && surveyIsVoid(head, parts.visits, recused);
  const verification = head.verification?.by === staff;
  const reinvestigation = head.reinvestigators?.includes(staff) === true;
  const reviewed = head.status === 'reviewed' || head.status === 'publicizing';
  const opinion = reviewed && (survey || verification || reinvestigation || head.reviewer === staff);
  return [
    ...(survey ? (['survey'] as const) : []),
    ...(verification ? (['verification'] as const) : []),
    ...(opinion ? (['opinion'] as const) : []),
    ...(reinvestigation ? (['reinvestigation'] as const) : []),
    ...(head.countySurvey?.by.includes(staff) ? (['county-survey'] as const) : []),
  ];
}

/**
 * The terms a filing starts: the county's survey (T12), unless it runs or is done; and anew, from the day of the filing, the terms of what must be done again. The decision term goes on: no text lets a clock stop (rulebook 3.7).
 */
export function termsOfFiling(
  state: CaseState,
  undone: readonly UndoneAct[],
  { setting, on }: { readonly setting: Setting; readonly on: CivilDate },
): TermChanges {
  const { head, parts } = state;
  const again: readonly TermName[] = [
    ...(undone.includes('survey') ? (['survey'] as const) : []),
    ...(undone.includes('verification') ? (['verification-start'] as const) : []),
    ...(undone.includes('opinion') ? (['opinion'] as const) : []),
    ...(undone.includes('county-survey') ? (['county-survey'] as const) : []),
  ];
  const gate = head.acceptedOn && !head.countySurvey && !runningTerms(parts.terms).includes('county-survey');
  const start = [
    ...startTerms(again, { head, setting, fromOn: on }),
    ...(gate ? countySurveyTerm(head, setting, on) : []),
  ];
  const end: TermName[] = undone.includes('verification') ? ['verification-result', 'verification-inform'] : [];
  return { ...(start.length > 0 ? { start } : {}), ...(end.length > 0 ? { end } : {}) };
}
