import * as z from 'zod';
import { HolidayNotice } from '../../schemas/calendar.ts';
import { countyReply } from '../core/county-reply.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { calendarOf, weekday } from '../law/calendar.ts';
import { cite } from '../law/sources.ts';
import { recountIdOf, recountOpened } from './recount-view.ts';

const LoadedCalendar = z
  .strictObject({
    year: z.int().describe('年度 Year'),
    revision: z.int().optional().describe('版次 Edition'),
    calendar: z.string().describe('现行日历版本 Version of the county’s calendar from now on'),
    replaced: z.boolean().describe('是否更正了原放假安排 Whether an earlier notice was replaced'),
    recountId: z.string().optional().describe('期限重算编号；首次录入时没有在计算的期限 recount of running terms'),
    note: z.string().describe('说明 What this does and does not change'),
  })
  .meta({
    id: 'LoadedCalendar',
    description: '已录入的放假安排 Holiday notice as loaded',
    examples: [{ year: 2026, calendar: 'CN-2026', replaced: false, note: '自录入时起算的期限按新日历计算。' }],
  });

const note =
  '自录入时起算的期限按新日历计算；在计算中的期限由当日限办清单逐件重算，列明原日和现日，进度见 recount。' +
  ' Terms that start from now on are counted on this calendar; terms already running are counted anew by the next docket, one by one, with old and new days listed: see recount.';

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
  facts: ({ input, actor }) => ({
    county: actor.orgCode,
    subjects: [{ kind: 'recount', id: recountIdOf(actor.orgCode, causeOf(input)) }],
  }),
  decide: (facts, notice) => {
    const errors = faultsOf(notice);
    must(errors.length === 0, 'input-invalid', { errors });
    const { notices = [], regional = [] } = facts.county?.parts.calendars ?? {};
    const loaded = notices.find(({ year }) => year === notice.year);
    const loadedRevision = loaded ? (loaded.revision ?? 1) : 0;
    must((notice.revision ?? 1) > loadedRevision, 'calendar-already-loaded', { year: notice.year, loadedRevision });
    const others = notices.filter(({ year }) => year !== notice.year);
    const { version } = calendarOf([...others, notice], regional);
    const outcome = countyReply(
      facts.actor.orgCode,
      { type: 'calendar-loaded', data: { notice } },
      {
        year: notice.year,
        ...(notice.revision ? { revision: notice.revision } : {}),
        calendar: version,
        replaced: loaded !== undefined,
        ...(notices.length > 0 ? { recountId: recountIdOf(facts.actor.orgCode, causeOf(notice)) } : {}),
        note,
      },
    );
    // Before the first notice nothing could be accepted, so nothing runs that could be counted anew.
    return notices.length > 0
      ? { ...outcome, also: [recountOpened(facts.actor.orgCode, causeOf(notice), version)] }
      : outcome;
  },
});

/** What a recount is named after: the notice and its edition. */
const causeOf = ({ year, revision = 1 }: HolidayNotice): string => `${year}-${revision}`;

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
