import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CountyCode } from './ids.ts';

const NamedDay = z
  .strictObject({
    on: CivilDate.describe('日期 Day'),
    name: z.string().min(1).max(20).describe('节日名称 Festival it belongs to'),
  })
  .meta({
    id: 'NamedDay',
    description: '节日日期 Day of a festival',
    examples: [{ on: '2026-10-01', name: '国庆节' }],
  });

/** The document days off rest on. */
export const NoticeSource = z
  .strictObject({
    title: z.string().min(1).max(120).describe('通知标题 Title'),
    documentNo: z.string().min(1).max(60).optional().describe('文号 Document number'),
    url: z.url().max(300).optional().describe('网址 Address'),
    publishedOn: CivilDate.optional().describe('发布日期 Day of publication'),
  })
  .meta({
    id: 'NoticeSource',
    description: '放假通知的出处 Where a notice stands',
    examples: [{ title: '国务院办公厅关于2026年部分节假日安排的通知', documentNo: '国办发明电〔2025〕7号' }],
  });
export type NoticeSource = z.infer<typeof NoticeSource>;

/** The State Council's arrangement of one year (放假调休安排). A year without one makes every last day in it provisional. */
export const HolidayNotice = z
  .strictObject({
    year: z.int().min(2000).max(2200).describe('年度 Year'),
    revision: z.int().min(2).max(99).optional().describe('更正后的版次，首次发布不填 Edition, only after a correction'),
    notice: NoticeSource,
    daysOff: z.array(NamedDay).min(1).max(80).describe('放假日 Days off, weekends inside a holiday included'),
    makeUpDays: z.array(NamedDay).max(30).describe('调休上班日 Weekend days that are working days'),
  })
  .refine(({ daysOff, makeUpDays }) => {
    const days = [...daysOff, ...makeUpDays].map(({ on }) => on);
    return new Set(days).size === days.length;
  }, '同一日期不得重复，也不得既放假又上班')
  .meta({
    id: 'HolidayNotice',
    description: '年度放假调休安排 Holiday notice of a year',
    examples: [
      {
        year: 2026,
        notice: { title: '国务院办公厅关于2026年部分节假日安排的通知', documentNo: '国办发明电〔2025〕7号' },
        daysOff: [{ on: '2026-10-01', name: '国庆节' }],
        makeUpDays: [{ on: '2026-10-10', name: '国庆节' }],
      },
    ],
  });
export type HolidayNotice = z.infer<typeof HolidayNotice>;

/** A day off, or its make-up day, that the region sets for an ethnic festival (全国年节及纪念日放假办法 §4). */
export const RegionalDay = z
  .strictObject({
    on: CivilDate.describe('日期 Day'),
    name: z.string().min(1).max(20).describe('节日名称 Festival'),
    working: z.boolean().describe('是否上班：放假为 false，调休上班为 true Working day or not'),
    notice: NoticeSource,
  })
  .meta({
    id: 'RegionalDay',
    description: '自治区放假日 Regional day off',
    examples: [{ on: '2021-05-13', name: '开斋节', working: false, notice: { title: '示例：自治区放假通知' } }],
  });
export type RegionalDay = z.infer<typeof RegionalDay>;

export const CalendarListQuery = z
  .strictObject({ county: CountyCode.optional() })
  .meta({ id: 'CalendarListQuery', description: '日历查询 Whose calendars to list', examples: [{ county: '649900' }] });

export const CalendarList = z
  .strictObject({
    county: CountyCode,
    calendar: z.string().describe('现行日历版本 Version in use'),
    notices: z.array(HolidayNotice).describe('已录入的放假安排 Notices loaded'),
    regional: z.array(RegionalDay).describe('自治区放假日 Regional days'),
  })
  .meta({
    id: 'CalendarList',
    description: '日历 Calendars of a county',
    examples: [
      {
        county: '649900',
        calendar: 'CN-2026',
        notices: [
          {
            year: 2026,
            notice: { title: '国务院办公厅关于2026年部分节假日安排的通知', documentNo: '国办发明电〔2025〕7号' },
            daysOff: [{ on: '2026-10-01', name: '国庆节' }],
            makeUpDays: [{ on: '2026-10-10', name: '国庆节' }],
          },
        ],
        regional: [],
      },
    ],
  });
