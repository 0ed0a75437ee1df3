import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CountyCode, TownshipCode } from './ids.ts';
import { Program } from './program.ts';

/** One thing a county has still to enter, and who enters it where. */
export const SetUpGap = z
  .strictObject({
    what: z.string().describe('缺少的设置或参数 item or parameter, as refusals name it'),
    zh: z.string().describe('中文名称 in Chinese'),
    en: z.string().describe('英文名称 in English'),
    by: z.string().describe('由谁录入 who enters it'),
    how: z.string().describe('录入接口 where it is entered'),
  })
  .meta({
    id: 'SetUpGap',
    description: '尚缺的设置 What is missing',
    examples: [
      {
        what: 'parameter:standard.DB_URBAN',
        zh: '城市低保标准（分/人·月）',
        en: 'Urban standard, fen per person and month',
        by: '县级民政部门（CC），录入和批准须为两人 county civil affairs, entered by one person and approved by another',
        how: 'POST /v1/parameters',
      },
    ],
  });
export type SetUpGap = z.infer<typeof SetUpGap>;

/** Whether a program is open in a county on a day, what closes it, and who decides in which township. */
export const ProgramReadiness = z
  .strictObject({
    program: Program,
    open: z.boolean().describe('已开通（至少城乡之一） open, in one area at least'),
    openIn: z.array(z.enum(['urban', 'rural'])).describe('已开通的城乡类别 areas in which it is open'),
    missing: z.array(SetUpGap).describe('尚缺，补齐后自动开通 what is missing; it opens by itself once all is there'),
    delegated: z.array(TownshipCode).describe('当日受权确认的乡镇（街道） townships that confirm on the day'),
    standard: z.array(TownshipCode).describe('由县级确认的乡镇（街道） townships where the county confirms'),
  })
  .meta({
    id: 'ProgramReadiness',
    description: '业务开通情况 Readiness of a program',
    examples: [
      { program: 'DB_URBAN', open: true, openIn: ['urban'], missing: [], delegated: ['649900101'], standard: [] },
    ],
  });

export const ReadinessQuery = z
  .strictObject({ on: CivilDate.optional().describe('日期，缺省为今日 day, today when absent') })
  .meta({ id: 'ReadinessQuery', description: '开通情况查询 Query of the readiness', examples: [{ on: '2026-08-03' }] });

export const Readiness = z
  .strictObject({
    countyCode: CountyCode,
    on: CivilDate.describe('日期 day'),
    ready: z.boolean().describe('全部业务已开通且无提醒 all programs open and nothing to advise'),
    programs: z.array(ProgramReadiness).describe('各业务 programs'),
    lastTrainingOn: CivilDate.optional().describe('最近一次培训 last training held for the county'),
    advice: z.array(SetUpGap).describe('不影响开通但应补充的事项 what closes nothing but should be entered'),
  })
  .meta({
    id: 'Readiness',
    description: '县级设置完备情况 Readiness of a county',
    examples: [{ countyCode: '649900', on: '2026-08-03', ready: false, programs: [], advice: [] }],
  });
export type Readiness = z.infer<typeof Readiness>;
