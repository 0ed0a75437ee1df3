import type { RegionalDay } from '../../schemas/calendar.ts';
import { ApprovedRegionalDays, type RegionalDays, RegionalDaysApproval } from '../../schemas/regional-days.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { RegionalDaysState } from '../core/regional-days-fold.ts';
import { defineStep } from '../core/step.ts';
import { calendarOf } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { recountIdOf, recountOpened } from './recount-view.ts';

/** What a recount is named after: the entry without its county. */
const causeOf = (regionalDaysId: string): string => regionalDaysId.slice(7);

/**
 * Publishes regional days in a county's calendar (HOL-REG §4), by another person than the one who entered them. Terms that start from now
 * on are counted with them; running ones are counted anew by the docket, with old and new days listed, as after a national notice.
 */
export const approveRegionalDays = defineStep({
  id: 'supervision.approve-regional-days',
  zh: '批准自治区放假安排',
  en: 'Approve regional days off',
  route: 'POST /v1/regional-days/{regionalDaysId}/approval',
  provision: [cite('HOL-REG', '§4'), cite('CIVIL', '§203')],
  input: RegionalDaysApproval,
  output: ApprovedRegionalDays,
  facts: ({ params }) => {
    const id = params['regionalDaysId'] ?? '';
    const county = countyOf(id);
    return {
      county,
      subjects: [
        { kind: 'regional-days', id },
        { kind: 'recount', id: recountIdOf(county, causeOf(id)) },
      ],
    };
  },
  decide: (facts, _input, now) => {
    const entry = toApprove(facts);
    const { regionalDaysId, countyCode, year } = entry;
    const { notices = [], regional = [] } = facts.county?.parts.calendars ?? {};
    const others = regional.filter(({ on }) => !on.startsWith(`${year}-`));
    const days: RegionalDay[] = [...others, ...entry.days.map((day) => ({ ...day, notice: entry.notice }))];
    const { version } = calendarOf(notices, days);
    const cause = causeOf(regionalDaysId);
    const running = notices.length > 0;
    const approval = { approvedBy: facts.actor.personId, approvedAt: now };
    return {
      event: { type: 'regional-days-approved', data: { regionalDaysId, ...approval } },
      subject: { kind: 'regional-days', id: regionalDaysId },
      also: [
        { subject: { kind: 'county', id: countyCode }, event: { type: 'regional-days-loaded', data: { days } } },
        ...(running ? [recountOpened(countyCode, cause, version)] : []),
      ],
      reply: {
        regionalDaysId,
        calendar: version,
        replaced: regional.filter(({ on }) => on.startsWith(`${year}-`)).map(({ on }) => on),
        ...(running ? { recountId: recountIdOf(countyCode, cause) } : {}),
      },
    };
  },
});

function toApprove(facts: Facts): RegionalDays {
  const regionalDaysId = facts.params['regionalDaysId'] ?? '';
  const entry = stateOf<RegionalDaysState>(facts, { kind: 'regional-days', id: regionalDaysId })?.head;
  must(entry && covers(facts.actor, entry), 'regional-days-not-found', { regionalDaysId });
  must(entry.approvedBy === undefined, 'already-done', { approvedBy: entry.approvedBy });
  must(entry.enteredBy !== facts.actor.personId, 'same-person-approves', { regionalDaysId });
  return entry;
}
