import * as z from 'zod';
import { stateOf } from '../core/facts.ts';
import type { DocketState } from '../core/log-fold.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { DocketInput, DocketReply, docketIdOf, docketOf } from './open-docket.ts';

/** Closes a docket after its midnight, with what it did and whether events in table and lake agree. Closing it again changes nothing. */
export const closeDocket = defineStep({
  id: 'supervision.close-docket',
  zh: '关闭当日限办清单',
  en: 'Close the docket of a day',
  route: 'DOCKET close-docket',
  provision: [cite('SEED', '二(三)5')],
  input: DocketInput.extend({
    raised: z.int().min(0).describe('登记的提醒数 alerts raised'),
    delivered: z.int().min(0).describe('送出的提醒数 alerts delivered'),
    eventsInTable: z.int().min(0).describe('库中事件数 events in the table'),
    eventsInLake: z.int().min(0).describe('数据湖中事件数 events in the lake'),
    ledger: z
      .strictObject({
        size: z.int().min(0).describe('已存证事件数 events in the log'),
        root: z.string().describe('根哈希 root, base64'),
        manifest: z.string().describe('最近一份封存清单的哈希 hash of the last manifest'),
      })
      .describe('存证链的现状 where the log stands'),
    gaps: z
      .strictObject({
        ledger: z.int().min(0).describe('与存证不符的事件数 events that table and log do not agree on'),
        lake: z.int().min(0).describe('与数据湖不符的事件数 events that table and lake do not agree on'),
      })
      .describe('差异，应为零 gaps, which should be none'),
  }),
  output: DocketReply,
  facts: ({ input }) => ({ subjects: [docketOf(input)] }),
  decide: (facts, input) => {
    const docketId = docketIdOf(input);
    const docket = stateOf<DocketState>(facts, docketOf(input));
    must(docket, 'docket-not-open', { docketId });
    if (docket.head.closed) return { reply: { docketId, closed: true } };
    const { countyCode: _county, ...data } = input;
    return {
      event: { type: 'docket-closed', data },
      subject: docketOf(input),
      reply: { docketId, closed: true },
    };
  },
});
