import * as z from 'zod';
import { AlertLevel } from '../../schemas/alert.ts';
import { AlertRecord } from '../../schemas/alert-record.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { CaseId } from '../../schemas/ids.ts';
import { TermName } from '../../schemas/term.ts';
import { type AlertState, alertIdOf } from '../core/alert-fold.ts';
import { accountedTerm, alertSettingOf } from '../core/alert-setting.ts';
import type { CaseState } from '../core/case-fold.ts';
import { type Facts, stateOf, theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { deliverAt, recipientsOf } from '../law/alert-recipients.ts';
import { alertsDueBy, supervisionAnswerDueOn } from '../law/alerts.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

const RaiseAlertInput = z
  .strictObject({
    caseId: CaseId,
    term: TermName,
    dueOn: CivilDate.describe('期限最后一日 last day of the term'),
    level: AlertLevel,
  })
  .meta({ id: 'RaiseAlertInput', description: '登记一条提醒 Raise one alert' });
type RaiseAlertInput = z.infer<typeof RaiseAlertInput>;

/**
 * Raises one alert of one term, once (rulebook 3.9a; key: case, term, last day, level). True day and instant are the law's, also when
 * it comes late; outside the delivery window it is recorded now and delivered at the next opening. The case is not touched.
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
    case: input.caseId,
    county: countyOf(input.caseId),
    subjects: [{ kind: 'alert', id: alertIdOf(input) }],
  }),
  decide: (facts, input, now) => {
    const raised = stateOf<AlertState>(facts, { kind: 'alert', id: alertIdOf(input) });
    if (raised) return { reply: raised.head };
    const alert = alertOf(facts, theCase(facts), { input, now });
    return {
      event: { type: 'alert-raised', data: { alert } },
      subject: { kind: 'alert', id: alert.alertId },
      reply: alert,
    };
  },
});

function alertOf(
  facts: Facts,
  { head, parts }: CaseState,
  of: { readonly input: RaiseAlertInput; readonly now: string },
): AlertRecord {
  const { input, now } = of;
  const term = parts.terms.find((one) => one.term === input.term);
  const directory = facts.county?.parts.directory;
  must(term, 'alert-not-found', { term: input.term });
  must(directory, 'program-closed', { missing: ['alert-directory'] });
  const setting = alertSettingOf(facts.county, head.program, civilDateOf(now));
  const due = alertsDueBy(term, { ...setting, raised: [], instant: now }).find(
    ({ level, dueOn }) => level === input.level && dueOn === input.dueOn,
  );
  must(due, 'alert-not-found', { level: input.level });
  const delivery = deliverAt(now, due.level, { calendar: setting.calendar, window: setting.params });
  const accounted = accountedTerm(head, term);
  const recipients = recipientsOf(due.level, accounted, {
    directory,
    townshipCode: head.townshipCode,
    ...(delivery.toDuty ? { dutyOn: civilDateOf(delivery.at) } : {}),
  });
  return {
    alertId: alertIdOf(input),
    level: due.level,
    caseId: head.caseId,
    countyCode: head.countyCode,
    townshipCode: head.townshipCode,
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
