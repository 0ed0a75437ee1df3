import { CalendarList, CalendarListQuery } from '../../schemas/calendar.ts';
import { countyAsked } from '../core/division-asked.ts';
import { defineStep } from '../core/step.ts';
import { calendarOf } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';

/** The holiday notices a county has loaded, and the version of the calendar they make. */
export const listCalendars = defineStep({
  id: 'supervision.list-calendars',
  zh: '日历清单',
  en: 'List calendars',
  route: 'GET /v1/calendars',
  provision: [cite('HOL-REG', '§2')],
  input: CalendarListQuery,
  output: CalendarList,
  facts: ({ input, actor }) => ({ county: countyAsked(actor, input.county) }),
  decide: (facts, input) => {
    const { notices = [], regional = [] } = facts.county?.parts.calendars ?? {};
    return {
      reply: {
        county: countyAsked(facts.actor, input.county),
        calendar: calendarOf(notices, regional).version,
        notices: [...notices],
        regional: [...regional],
      },
    };
  },
});
