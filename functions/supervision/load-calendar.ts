import * as z from 'zod';
import { HolidayNotice } from '../../schemas/calendar.ts';
import { countyReply } from '../core/county-reply.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { calendarOf, weekday } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';

const LoadedCalendar = z
  .strictObject({
    year: z.int().describe('年度 Year'),
    revision: z.int().optional().describe('版次 Edition'),
    calendar: z.string().describe('现行日历版本 Version of the county’s calendar from now on'),
    replaced: z.boolean().describe('是否更正了原放假安排 Whether an earlier notice was replaced'),
    note: z.string().describe('说明 What this does and does not change'),
  })
  .meta({
    id: 'LoadedCalendar',
    description: '已录入的放假安排 Holiday notice as loaded',
    examples: [{ year: 2026, calendar: 'CN-2026', replaced: false, note: '自录入时起算的期限按新日历计算。' }],
  });

const note =
  '自录入时起算的期限按新日历计算；已在计算中的期限维持原定最后一日，暂定的仍标注为暂定，本次录入不自动重算。' +
  ' Terms that start from now on are counted on this calendar; terms already running keep the last day they were given, still marked provisional where they are: loading does not recount them.';

/**
 * Loads the State Council's holiday notice of one year (HOL-REG §2). A year is loaded once; a correction carries a higher `revision` and
 * replaces its forerunner, while every decision keeps the version it was made under.
 */
export const loadCalendar = defineStep({
  id: 'supervision.load-calendar',
  zh: '录入放假安排',
  en: 'Load a holiday notice',
  route: 'POST /v1/calendars',
  provision: [cite('HOL-REG', '§2')],
  input: HolidayNotice,
  output: LoadedCalendar,
  facts: ({ actor }) => ({ county: actor.orgCode }),
  decide: (facts, notice) => {
    const errors = faultsOf(notice);
    must(errors.length === 0, 'input-invalid', { errors });
    const { notices = [], regional = [] } = facts.county?.parts.calendars ?? {};
    const loaded = notices.find(({ year }) => year === notice.year);
    const loadedRevision = loaded ? (loaded.revision ?? 1) : 0;
    must((notice.revision ?? 1) > loadedRevision, 'calendar-already-loaded', { year: notice.year, loadedRevision });
    const others = notices.filter(({ year }) => year !== notice.year);
    return countyReply(
      facts.actor.orgCode,
      { type: 'calendar-loaded', data: { notice } },
      {
        year: notice.year,
        ...(notice.revision ? { revision: notice.revision } : {}),
        calendar: calendarOf([...others, notice], regional).version,
        replaced: loaded !== undefined,
        note,
      },
    );
  },
});

/** A notice speaks of its year, and of the days before New Year that belong to that holiday; only weekends are made up on. */
function faultsOf({ year, daysOff, makeUpDays }: HolidayNotice): { path: string; message: string }[] {
  const within = (on: string): boolean => on.startsWith(`${year}-`) || on.startsWith(`${year - 1}-12-`);
  const stray = (name: string, days: HolidayNotice['daysOff']) =>
    days.flatMap(({ on }, i) =>
      within(on) ? [] : [{ path: `${name}.${i}.on`, message: '不属于该年度 not of that year' }],
    );
  const onWorkday = makeUpDays.flatMap(({ on }, i) =>
    weekday(on) > 5
      ? []
      : [{ path: `makeUpDays.${i}.on`, message: '调休上班日须为周末 a make-up day is a weekend day' }],
  );
  return [...stray('daysOff', daysOff), ...stray('makeUpDays', makeUpDays), ...onWorkday];
}
