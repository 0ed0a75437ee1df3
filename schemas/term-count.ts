import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CountyCode } from './ids.ts';
import { TermExplanation } from './term-explanation.ts';

/** A term to count: working days, or calendar days that roll over days of rest unless told otherwise. */
export const TermCountQuery = z
  .strictObject({
    county: CountyCode,
    from: CivilDate.refine((on) => on >= '2000-01-01' && on < '2200-01-01', '日期须在 2000 至 2199 年间').describe(
      '起算日，不计入期间 Day it runs from, not counted',
    ),
    workingDays: z.coerce.number().int().min(1).max(400).optional().describe('工作日数 Working days'),
    days: z.coerce.number().int().min(1).max(800).optional().describe('自然日数 Calendar days'),
    roll: z
      .enum(['true', 'false'])
      .optional()
      .describe('末日为休息日时是否顺延，仅用于 days，默认 true Whether a last day of rest moves on; with days only'),
  })
  .refine(({ workingDays, days }) => (workingDays === undefined) !== (days === undefined), {
    error: 'workingDays 与 days 须且只能填一项 give either workingDays or days',
    path: ['workingDays'],
  })
  .refine(({ roll, days }) => roll === undefined || days !== undefined, {
    error: 'roll 仅用于 days roll goes with days only',
    path: ['roll'],
  })
  .meta({
    id: 'TermCountQuery',
    description: '期限计算 Term to count',
    examples: [{ county: '649900', from: '2026-09-28', workingDays: 20 }],
  });

export const TermCount = z
  .strictObject({
    county: CountyCode,
    ...TermExplanation.shape,
    basis: z
      .enum(['county', 'national'])
      .describe('county 为该县已录入的日历；national 为系统自带的全国放假安排 Whose calendar was used'),
    note: z.string().optional().describe('说明 Note'),
  })
  .meta({
    id: 'TermCount',
    description: '期限计算结果 Term as counted',
    examples: [
      {
        county: '649900',
        fromOn: '2026-10-09',
        dueOn: '2026-10-10',
        provisional: false,
        calendar: 'CN-2026',
        days: [
          {
            on: '2026-10-09',
            counted: false,
            working: true,
            zh: '起算日不计入（民法典第二百零一条）',
            en: 'the day it runs from is not counted (Civil Code art. 201)',
            provisional: false,
          },
          {
            on: '2026-10-10',
            counted: true,
            n: 1,
            working: true,
            zh: '调休上班（国庆节）',
            en: 'make-up working day, National Day',
            provisional: false,
          },
        ],
        basis: 'county',
      },
    ],
  });
