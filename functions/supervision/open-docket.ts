import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { CountyCode } from '../../schemas/ids.ts';
import { stateOf } from '../core/facts.ts';
import type { DocketState } from '../core/log-fold.ts';
import { defineStep } from '../core/step.ts';
import type { SubjectRef } from '../core/subject.ts';
import { cite } from '../law/sources.ts';

export const DocketInput = z
  .strictObject({ countyCode: CountyCode, on: CivilDate.describe('清单日期 day of the docket') })
  .meta({
    id: 'DocketInput',
    description: '某县某日的当日限办清单 Docket of a county and day',
    examples: [{ countyCode: '649900', on: '2026-08-03' }],
  });

export const DocketReply = z
  .strictObject({ docketId: z.string().describe('清单编号 docket'), closed: z.boolean().describe('已关闭 closed') })
  .meta({ id: 'DocketReply', description: '当日限办清单 Docket' });

/** Number of a docket: a pure function of county and day, so that opening it twice is harmless. */
export const docketIdOf = ({ countyCode, on }: { readonly countyCode: string; readonly on: string }): string =>
  `${countyCode}-${on}`;

/** The docket of a county and day as a subject. */
export const docketOf = (of: { readonly countyCode: string; readonly on: string }): SubjectRef => ({
  kind: 'docket',
  id: docketIdOf(of),
});

/** Opens the day's docket of a county; opening it again changes nothing. */
export const openDocket = defineStep({
  id: 'supervision.open-docket',
  zh: '打开当日限办清单',
  en: 'Open the docket of a day',
  route: 'DOCKET open-docket',
  provision: [cite('SEED', '二(三)5')],
  input: DocketInput.extend({
    unclosed: z
      .array(CountyCode)
      .describe('前一日未关闭清单的县 counties whose docket of the day before is not closed'),
  }),
  output: DocketReply,
  facts: ({ input }) => ({ subjects: [docketOf(input)] }),
  decide: (facts, input) => {
    const docketId = docketIdOf(input);
    const opened = stateOf<DocketState>(facts, docketOf(input));
    if (opened) return { reply: { docketId, closed: opened.head.closed } };
    return {
      event: { type: 'docket-opened', data: { on: input.on, unclosed: input.unclosed } },
      subject: docketOf(input),
      reply: { docketId, closed: false },
    };
  },
});
