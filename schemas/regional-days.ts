import * as z from 'zod';
import { NoticeSource, RegionalDay } from './calendar.ts';
import { CivilDate, Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

const text = {
  year: z.int().min(2000).max(2200).describe('年度 year'),
  days: z
    .array(RegionalDay.omit({ notice: true }))
    .max(20)
    .describe('放假日和调休上班日；空表示该年度没有 days off and make-up days; none: empty'),
  notice: NoticeSource,
};

const regionalDaysId = z.string().min(1).max(60).describe('编号 number');

/** The regional days of a year as one person enters them for a county (HOL-REG §4). */
export const RegionalDays = z
  .strictObject({
    regionalDaysId,
    countyCode: CountyCode,
    ...text,
    enteredBy: PersonId,
    enteredAt: Instant,
    approvedBy: PersonId.optional(),
    approvedAt: Instant.optional(),
  })
  .meta({
    id: 'RegionalDays',
    description: '自治区放假安排 Regional days of a year',
    examples: [
      {
        regionalDaysId: '649900-RD-2021-0123456789abcdef',
        countyCode: '649900',
        year: 2021,
        days: [{ on: '2021-05-13', name: '开斋节', working: false }],
        notice: { title: '示例：自治区放假通知' },
        enteredBy: 'cc-1',
        enteredAt: '2021-03-01T02:00:00.000Z',
      },
    ],
  });
export type RegionalDays = z.infer<typeof RegionalDays>;

export const RegionalDaysEventBody = z.discriminatedUnion('type', [
  event('regional-days-entered', { entry: RegionalDays }),
  event('regional-days-approved', { regionalDaysId, approvedBy: PersonId, approvedAt: Instant }),
]);
export type RegionalDaysEventBody = z.infer<typeof RegionalDaysEventBody>;

export const RegionalDaysEntry = z
  .strictObject({
    county: CountyCode.optional().describe('县级代码；自治区录入时填写 county, where the region enters it'),
    ...text,
  })
  .meta({
    id: 'RegionalDaysEntry',
    description: '录入自治区放假安排 Regional days to enter',
    examples: [
      {
        year: 2021,
        days: [{ on: '2021-05-13', name: '开斋节', working: false }],
        notice: { title: '示例：自治区放假通知' },
      },
    ],
  });
export type RegionalDaysEntry = z.infer<typeof RegionalDaysEntry>;

export const RegionalDaysApproval = z
  .strictObject({})
  .meta({ id: 'RegionalDaysApproval', description: '批准自治区放假安排 Approval of regional days', examples: [{}] });

export const ApprovedRegionalDays = z
  .strictObject({
    regionalDaysId,
    calendar: z.string().describe('现行日历版本 version of the county’s calendar from now on'),
    replaced: z.array(CivilDate).describe('被取代的原放假日 days of the year that no longer hold'),
    recountId: z.string().optional().describe('期限重算编号 recount of running terms'),
  })
  .meta({
    id: 'ApprovedRegionalDays',
    description: '已公布的自治区放假安排 Regional days as published',
    examples: [
      { regionalDaysId: '649900-RD-2021-0123456789abcdef', calendar: 'CN-2021+regional:1-9c1f03aa', replaced: [] },
    ],
  });

export const RegionalDaysQuery = z.strictObject({ county: CountyCode.optional(), ...pageQuery }).meta({
  id: 'RegionalDaysQuery',
  description: '自治区放假安排查询 Whose entries to list',
  examples: [{ limit: 50 }],
});

export const RegionalDaysList = z
  .strictObject({ entries: z.array(RegionalDays).describe('录入和批准的安排 entries'), ...pageNext })
  .meta({ id: 'RegionalDaysList', description: '自治区放假安排清单 List of entries', examples: [{ entries: [] }] });
