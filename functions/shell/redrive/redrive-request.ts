import * as z from 'zod';
import { CivilDate, Instant } from '../../../schemas/dates.ts';
import { subjectKinds } from '../../core/subject.ts';
import { addDays } from '../../law/calendar.ts';
import { instantOf } from '../../law/clock-face.ts';

const Bound = z.union([CivilDate, Instant]);

/** What an operator asks to be told again: a county, all of it or what was recorded in some days, or one subject of it. */
export const RedriveRequest = z
  .strictObject({
    countyCode: z
      .string()
      .regex(/^64(\d{4}|ND00)$/)
      .describe('区划代码：县、市或自治区 division whose events they are'),
    from: Bound.optional().describe('自此日（北京时间）或此刻起 from this day in Beijing, or this instant'),
    to: Bound.optional().describe('至此日止（含），或此刻止（不含） up to and with this day, or before this instant'),
    subjectKind: z.enum(subjectKinds).optional(),
    subjectId: z.string().min(1).max(200).optional(),
  })
  .refine(({ subjectKind, subjectId }) => (subjectKind === undefined) === (subjectId === undefined), {
    message: '主体种类与编号须同时给出 kind and number of a subject go together',
  });
export type RedriveRequest = z.infer<typeof RedriveRequest>;

const isDay = (bound: string): boolean => CivilDate.safeParse(bound).success;

/** The instants of a request: from the first on, before the second. */
export function spanOf({ from, to }: Pick<RedriveRequest, 'from' | 'to'>): {
  readonly from: string;
  readonly to: string;
} {
  const start = from === undefined ? '' : isDay(from) ? instantOf(from, '00:00') : from;
  const end = to === undefined ? '9999-12-31T00:00:00.000Z' : isDay(to) ? instantOf(addDays(to, 1), '00:00') : to;
  return { from: start, to: end };
}
