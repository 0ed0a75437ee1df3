import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterKey, ParameterRecord } from '../../schemas/parameter.ts';
import type { Term } from '../../schemas/term.ts';
import { isOnCountyAccount } from '../law/alert-recipients.ts';
import { type AlertParams, type AlertSetting, defaultAlertParams } from '../law/alerts.ts';
import { type Calendar, calendarOf } from '../law/calendar.ts';
import { parameterOn } from '../law/parameters.ts';
import { countySurveyPending } from './case-view.ts';
import type { CountyState } from './county-fold.ts';

const keys: Readonly<Record<keyof AlertParams, ParameterKey>> = {
  warnDays: 'alert.warnDays',
  reasonDays: 'alert.reasonDays',
  countyAfter: 'alert.countyAfter',
  cityAfter: 'alert.cityAfter',
  windowFrom: 'alert.windowFrom',
  windowTo: 'alert.windowTo',
};

const paramsOn = (
  records: readonly ParameterRecord[],
  program: CaseHead['program'] | undefined,
  on: CivilDate,
): AlertParams =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [
      name,
      parameterOn(records, key, { program, on })?.value ?? defaultAlertParams[name as keyof AlertParams],
    ]),
  ) as unknown as AlertParams;

/** What a county's alerts are computed under on a day. Without a loaded calendar every year is provisional, and nothing is lost. */
export function alertSettingOf(
  county: CountyState | undefined,
  program: CaseHead['program'] | undefined,
  on: CivilDate,
): AlertSetting & { readonly calendar: Calendar } {
  const { calendars, parameters = [] } = county?.parts ?? {};
  return {
    calendar: calendarOf(calendars?.notices ?? [], calendars?.regional ?? []),
    params: paramsOn(parameters, program, on),
  };
}

/** A term as alerts see it: on the county's account while the decision waits for the county's survey (T12, G10). */
export const accountedTerm = (head: CaseHead, term: Term): Term => ({
  ...term,
  countyHeld: isOnCountyAccount(term, { countySurveyPending: countySurveyPending(head) }),
});
