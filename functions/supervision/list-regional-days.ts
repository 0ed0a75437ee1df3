import { type RegionalDays, RegionalDaysList, RegionalDaysQuery } from '../../schemas/regional-days.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Entries of regional days of a county, with those that wait for a second person; what holds stands in `GET /v1/calendars`. */
export const listRegionalDays = defineStep({
  id: 'supervision.list-regional-days',
  zh: '自治区放假安排清单',
  en: 'List regional days off',
  route: 'GET /v1/regional-days',
  provision: [cite('HOL-REG', '§4')],
  input: RegionalDaysQuery,
  output: RegionalDaysList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'regional-days'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({ reply: { entries: headsOf<RegionalDays>(facts).map(({ head }) => head), ...nextOf(facts) } }),
});
