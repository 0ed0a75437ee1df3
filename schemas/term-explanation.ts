import * as z from 'zod';
import { CivilDate } from './dates.ts';

/** One day of a term and why it was counted or passed over. */
export const CountedDay = z
  .strictObject({
    on: CivilDate.describe('日期 Day'),
    counted: z.boolean().describe('是否计入期间 Counted or not'),
    n: z.int().min(1).optional().describe('计入的第几日 Its number among the days counted'),
    working: z.boolean().describe('是否工作日 Working day or not'),
    zh: z.string().describe('理由 Why, in Chinese'),
    en: z.string().describe('理由 Why, in English'),
    provisional: z.boolean().describe('该年度放假安排未公布 No holiday notice for its year'),
  })
  .meta({
    id: 'CountedDay',
    description: '期间内的一日 One day of a term',
    examples: [
      {
        on: '2026-10-10',
        counted: true,
        n: 2,
        working: true,
        zh: '调休上班（国庆节）',
        en: 'make-up working day, National Day',
        provisional: false,
      },
    ],
  });
export type CountedDay = z.infer<typeof CountedDay>;

/** A term counted out day by day: the same count alerts, console and papers use (design decision 6). */
export const TermExplanation = z
  .strictObject({
    fromOn: CivilDate.describe('起算日，不计入 Day it runs from, not counted'),
    dueOn: CivilDate.describe('最后一日 Last day'),
    provisional: z.boolean().describe('是否暂定 Provisional or not'),
    calendar: z.string().describe('日历版本 Version of the calendar'),
    days: z.array(CountedDay).describe('逐日说明 Every day'),
  })
  .meta({ id: 'TermExplanation', description: '期限逐日计算 Term counted day by day' });
export type TermExplanation = z.infer<typeof TermExplanation>;
