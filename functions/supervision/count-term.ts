import { TermCount, TermCountQuery } from '../../schemas/term-count.ts';
import { defineStep } from '../core/step.ts';
import { cn2026 } from '../law/calendar/cn-2026.ts';
import { calendarOf } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';
import { explainTerm } from '../law/terms.ts';

const note =
  '该县尚未录入放假安排，按系统自带的 2026 年全国放假安排计算，仅供参考。' +
  ' This county has loaded no holiday notice; counted on the built-in national notice of 2026, for information only.';

/**
 * Counts a term day by day and says why each day counts (CIVIL §201–203): the count that alerts and papers use. On the county's own
 * calendar, or on the national one where the county has loaded none.
 */
export const countTerm = defineStep({
  id: 'supervision.count-term',
  zh: '计算期限',
  en: 'Count a term',
  route: 'GET /v1/terms',
  provision: [cite('CIVIL', '§201')],
  input: TermCountQuery,
  output: TermCount,
  facts: ({ input }) => ({ county: input.county }),
  decide: (facts, { county, from, workingDays, days, roll }) => {
    const loaded = facts.county?.parts.calendars;
    const own = loaded && loaded.notices.length > 0;
    const calendar = own ? calendarOf(loaded.notices, loaded.regional) : calendarOf([cn2026]);
    const question =
      workingDays === undefined ? { from, days: days ?? 0, roll: roll !== 'false' } : { from, workingDays };
    const count = explainTerm(calendar, question);
    const basis = own ? { basis: 'county' as const } : { basis: 'national' as const, note };
    return { reply: { county, ...count, ...basis } };
  },
});
