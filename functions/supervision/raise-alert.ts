import * as z from 'zod';
import { AlertLevel } from '../../schemas/alert.ts';
import { AlertRecord } from '../../schemas/alert-record.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { TermName } from '../../schemas/term.ts';
import { type AlertState, alertIdOf } from '../core/alert-fold.ts';
import { alertSettingOf } from '../core/alert-setting.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { subjectKinds } from '../core/subject.ts';
import { type WatchedTerms, watchedTerms } from '../core/watched-terms.ts';
import { deliverAt, recipientsOf } from '../law/alert-recipients.ts';
import { alertsDueBy, supervisionAnswerDueOn } from '../law/alerts.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

const RaiseAlertInput = z
  .strictObject({
    subjectKind: z.enum(subjectKinds).describe('主体种类 kind of subject'),
    subjectId: z.string().min(6).max(80).describe('主体编号 subject whose term it is'),
    term: TermName,
    dueOn: CivilDate.describe('期限最后一日 last day of the term'),
    level: AlertLevel,
  })
  .meta({ id: 'RaiseAlertInput', description: '登记一条提醒 Raise one alert' });
type RaiseAlertInput = z.infer<typeof RaiseAlertInput>;

/**
 * Raises one alert of one term, once (rulebook 3.9a; key: subject, term, last day, level). True day and instant are the law's, also
 * when it comes late; outside the delivery window it is recorded now and delivered at the next opening. The subject is not touched.
 */
export const raiseAlert = defineStep({
  id: 'supervision.raise-alert',
  zh: '登记提醒',
  en: 'Raise an alert',
  route: 'DOCKET raise-alert',
  provision: [cite('SEED', '二(三)5'), cite('DESIGN', '3.9a', 'design')],
  input: RaiseAlertInput,
  output: AlertRecord,
  facts: ({ input }) => ({
    ...(input.subjectKind === 'case' ? { case: input.subjectId } : {}),
    county: countyOf(input.subjectId),
    subjects: [{ kind: 'alert', id: alertIdOf(input) }, ...(input.subjectKind === 'case' ? [] : [subjectOf(input)])],
  }),
  decide: (facts, input, now) => {
    const raised = stateOf<AlertState>(facts, { kind: 'alert', id: alertIdOf(input) });
    if (raised) return { reply: raised.head };
    const alert = alertOf(facts, watchedIn(facts, input), { input, now });
    return {
      event: { type: 'alert-raised', data: { alert } },
      subject: { kind: 'alert', id: alert.alertId },
      reply: alert,
    };
  },
});

const subjectOf = ({ subjectKind, subjectId }: RaiseAlertInput) => ({ kind: subjectKind, id: subjectId });

function watchedIn(facts: Facts, input: RaiseAlertInput): WatchedTerms {
  const state = input.subjectKind === 'case' ? facts.case : stateOf(facts, subjectOf(input));
  const watched = state && watchedTerms(input.subjectKind, state);
  must(watched, 'alert-not-found', { subjectId: input.subjectId });
  return watched;
}

function alertOf(
  facts: Facts,
  watched: WatchedTerms,
  of: { readonly input: RaiseAlertInput; readonly now: string },
): AlertRecord {
  const { input, now } = of;
  const { countyCode, townshipCode, caseId } = watched;
  const term = watched.terms.find((one) => one.term === input.term);
  const accounted = watched.accounted.find((one) => one.term === input.term) ?? term;
  const directory = facts.county?.parts.directory;
  must(term && accounted, 'alert-not-found', { term: input.term });
  must(directory, 'program-closed', { missing: ['alert-directory'] });
  const setting = alertSettingOf(facts.county, watched.program, civilDateOf(now));
  const due = alertsDueBy(term, { ...setting, raised: [], instant: now }).find(
    ({ level, dueOn }) => level === input.level && dueOn === input.dueOn,
  );
  must(due, 'alert-not-found', { level: input.level });
  const delivery = deliverAt(now, due.level, { calendar: setting.calendar, window: setting.params });
  const recipients = recipientsOf(due.level, accounted, {
    directory,
    townshipCode,
    ...(delivery.toDuty ? { dutyOn: civilDateOf(delivery.at) } : {}),
  });
  return {
    alertId: alertIdOf(input),
    level: due.level,
    subjectKind: input.subjectKind,
    subjectId: input.subjectId,
    subjectName: watched.zh,
    ...(caseId ? { caseId } : {}),
    countyCode,
    ...(townshipCode ? { townshipCode } : {}),
    term: term.term,
    dueOn: due.dueOn,
    provisional: due.provisional,
    on: due.on,
    at: due.at,
    raisedAt: now,
    deliverAt: delivery.at,
    holderOrg: term.holderOrg,
    holderPost: term.holderPost,
    ...(term.holderId ? { holderId: term.holderId } : {}),
    countyHeld: accounted.countyHeld,
    recipients: [...recipients.persons],
    missingRecipient: recipients.missingRecipient,
    ...(due.level === 'supervised' ? { answerBy: supervisionAnswerDueOn(setting.calendar, due.on) } : {}),
  };
}
