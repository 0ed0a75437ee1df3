import {
  type RegionalDays,
  RegionalDaysEntry,
  RegionalDays as RegionalDaysSchema,
} from '../../schemas/regional-days.ts';
import { countyAsked } from '../core/division-asked.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { weekday } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';

/**
 * Enters the days the region adds to the calendar of a county for its festivals (开斋节, 古尔邦节; HOL-REG §4; rulebook 3.1). They count
 * once a second person has approved them, and take the place of the county's regional days of that year.
 */
export const enterRegionalDays = defineStep({
  id: 'supervision.enter-regional-days',
  zh: '录入自治区放假安排',
  en: 'Enter regional days off',
  route: 'POST /v1/regional-days',
  provision: [cite('HOL-REG', '§4')],
  input: RegionalDaysEntry,
  output: RegionalDaysSchema,
  status: 201,
  facts: ({ input, actor, params }) => ({
    subjects: [{ kind: 'regional-days', id: idOf(countyAsked(actor, input.county), input.year, params) }],
  }),
  decide: ({ actor, params }, input, now) => {
    const { county, ...text } = input;
    const errors = faultsOf(text);
    must(errors.length === 0, 'input-invalid', { errors });
    const countyCode = countyAsked(actor, county);
    const entry: RegionalDays = {
      regionalDaysId: idOf(countyCode, text.year, params),
      countyCode,
      ...text,
      enteredBy: actor.personId,
      enteredAt: now,
    };
    return {
      event: { type: 'regional-days-entered', data: { entry } },
      subject: { kind: 'regional-days', id: entry.regionalDaysId },
      reply: entry,
    };
  },
});

const idOf = (county: string, year: number, params: Readonly<Record<string, string>>): string =>
  `${county}-RD-${year}-${(params['requestKey'] ?? '').slice(0, 16)}`;

/** Days of the year, each once; people only make up on weekends. */
function faultsOf({ year, days }: Pick<RegionalDaysEntry, 'year' | 'days'>): { path: string; message: string }[] {
  return days.flatMap(({ on, working }, i) => {
    const path = `days.${i}.on`;
    if (!on.startsWith(`${year}-`)) return [{ path, message: '不属于该年度 not of that year' }];
    if (days.findIndex((one) => one.on === on) !== i) return [{ path, message: '日期重复 given twice' }];
    return working && weekday(on) < 6 ? [{ path, message: '调休上班日须为周末 a make-up day is a weekend day' }] : [];
  });
}
