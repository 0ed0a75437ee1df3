import type { AlertLevel, ScheduledAlert } from '../../schemas/alert.ts';
import type { CivilDate, Instant } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { type Calendar, nextDay, workingDayBefore } from './calendar.ts';
import { instantOf } from './clock-face.ts';
import { termRule } from './term-rules.ts';
import { lastDayOf } from './term-start.ts';
import { lastDayByWorkingDays } from './terms.ts';

/** The county's settings for alerts (rulebook 11.2): working days, and the window as times of day in Asia/Shanghai. */
export interface AlertParams {
  readonly warnDays: number;
  readonly reasonDays: number;
  readonly countyAfter: number;
  readonly cityAfter: number;
  readonly windowFrom: string;
  readonly windowTo: string;
}

/** What holds where a county has set nothing. */
export const defaultAlertParams: AlertParams = Object.freeze({
  warnDays: 2,
  reasonDays: 1,
  countyAfter: 1,
  cityAfter: 5,
  windowFrom: '08:30',
  windowTo: '18:00',
});

/** What a schedule is computed under. */
export interface AlertSetting {
  readonly calendar: Calendar;
  readonly params: AlertParams;
  /** The limit of 45 working days is used up, so that running out goes to the city at once; by default a decision term that was extended. */
  readonly extensionExhausted?: boolean;
}

const levels: readonly AlertLevel[] = ['warning', 'due', 'overdue', 'supervised', 'escalated'];

/** Terms up to this many working days are warned of one working day before (rulebook 3.9a). */
const SHORT = 3;

/**
 * Every alert a term would raise if nobody acted, in order, with true days and instants (rulebook 3.9a, B14). A window of the
 * applicant or the public raises none.
 *
 * 临期预警 and 到期提醒 fall on the opening of the window; 超时限 on 00:00 after the last day; 督办 once `countyAfter` working
 * days are over, or the day for the reason has passed, whichever is first; 上报 once `cityAfter` working days are over, or
 * with 超时限 where the extension is used up.
 */
export const alertSchedule = (term: Term, setting: AlertSetting): readonly ScheduledAlert[] => {
  if (!termRule(term.term).watched) return [];
  const { calendar, params } = setting;
  const last = lastDayOf(term);
  const warnOn = warningDay(term, setting);
  const days: Partial<Record<AlertLevel, CivilDate>> = {
    ...(warnOn === undefined ? {} : { warning: warnOn }),
    due: last,
    overdue: nextDay(last),
    supervised: earlier(
      afterWorkingDays(calendar, last, params.countyAfter),
      nextDay(overdueReasonDueOn(term, setting)),
    ),
    escalated: isExhausted(term, setting) ? nextDay(last) : afterWorkingDays(calendar, last, params.cityAfter),
  };
  return levels
    .flatMap((level) => {
      const on = days[level];
      if (on === undefined) return [];
      const time = level === 'warning' || level === 'due' ? params.windowFrom : '00:00';
      return [{ level, on, at: instantOf(on, time), dueOn: last, provisional: term.provisional }];
    })
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
};

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** The day after the `n`-th working day has passed: 00:00 of it is the first moment that is too late. */
const afterWorkingDays = (calendar: Calendar, on: CivilDate, n: number): CivilDate =>
  nextDay(n < 1 ? on : lastDayByWorkingDays(calendar, on, n).dueOn);

const isExhausted = (term: Term, setting: AlertSetting): boolean =>
  setting.extensionExhausted ?? (term.term === 'decision' && term.extendedTo !== undefined);

/** Never on the day the term started, nor together with 到期提醒: a term of one working day has no warning. */
const warningDay = (term: Term, { calendar, params }: AlertSetting): CivilDate | undefined => {
  const last = lastDayOf(term);
  const isShort = workingDayBefore(calendar, last, SHORT) <= term.fromOn;
  const wanted = workingDayBefore(calendar, last, isShort ? 1 : params.warnDays);
  const on = wanted > term.fromOn ? wanted : lastDayByWorkingDays(calendar, term.fromOn, 1).dueOn;
  return on < last ? on : undefined;
};

/** The last day for the holder's reason: `reasonDays` working days, not counting the day the term became overdue (B14). */
export const overdueReasonDueOn = (term: Pick<Term, 'dueOn' | 'extendedTo'>, setting: AlertSetting): CivilDate => {
  const overdueOn = nextDay(lastDayOf(term));
  const { calendar, params } = setting;
  return params.reasonDays < 1 ? overdueOn : lastDayByWorkingDays(calendar, overdueOn, params.reasonDays).dueOn;
};

/** The last day to answer a 督办: 3 working days from the day it was raised (rulebook 3.9a). */
export const supervisionAnswerDueOn = (calendar: Calendar, supervisedOn: CivilDate): CivilDate =>
  lastDayByWorkingDays(calendar, supervisedOn, 3).dueOn;

/**
 * Alerts that can still be raised. An act ends the term, so what lies after it never is; what lies before it is, however late,
 * because the duty was open then. An act done in time but recorded late raises nothing from the day after it.
 */
const raisable = (term: Term, raised: readonly AlertLevel[], setting: AlertSetting): readonly ScheduledAlert[] =>
  alertSchedule(term, setting).filter(
    ({ level, on, at }) =>
      !raised.includes(level) &&
      (term.endedAt === undefined || at <= term.endedAt) &&
      (term.endedOn === undefined || on <= term.endedOn),
  );

/**
 * The next alert of a term, or null when nothing is left to raise. `raised` are the levels already raised for its present
 * last day: an extension starts a new row of alerts. An ended term has one only where a level it had reached was missed.
 */
export const nextAlert = (term: Term, raised: readonly AlertLevel[], setting: AlertSetting): ScheduledAlert | null =>
  raisable(term, raised, setting)[0] ?? null;

/** What must have been raised by an instant and was not, in the order to raise it. The clock's silence loses none (design decision 4). */
export const alertsDueBy = (
  term: Term,
  state: AlertSetting & { readonly raised: readonly AlertLevel[]; readonly instant: Instant },
): readonly ScheduledAlert[] => raisable(term, state.raised, state).filter(({ at }) => at <= state.instant);
