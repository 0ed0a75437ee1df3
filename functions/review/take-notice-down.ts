import * as z from 'zod';
import { OnlineNoticeView } from '../../schemas/notice.ts';
import { theCase } from '../core/facts.ts';
import { noticeRecord, noticeView } from '../core/online-notice.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const TakeNoticeDownInput = z
  .strictObject({
    paperId: z
      .string()
      .regex(/^W(17|22)-\d+$/)
      .describe('公示单或公布表的案内编号 W17 or W22 of the case'),
    reason: z.string().min(1).max(400).describe('撤下原因 why it is taken down'),
  })
  .meta({
    id: 'TakeNoticeDownInput',
    description: '撤下网上公示 Taking a notice down',
    examples: [{ paperId: 'W17-1', reason: '姓名有误，更正后重新上网' }],
  });

/** Takes a notice off the public pages before its day, at once and with the reason (PIPL §47). The boards, and the period, are not touched. */
export const takeNoticeDown = defineStep({
  id: 'review.take-notice-down',
  zh: '撤下网上公示',
  en: 'Take a notice down',
  route: 'POST /v1/cases/{caseId}/notice-removals',
  provision: [cite('PIPL', '§47'), cite('D57', '§24')],
  input: TakeNoticeDownInput,
  output: OnlineNoticeView,
  facts: (call) => caseFacts(call),
  decide: (facts, { paperId, reason }, now) => {
    const state = theCase(facts);
    const notice = state.parts.notices?.find((one) => one.paper.paperId === paperId && one.downOn === undefined);
    must(notice, 'notice-not-current', { paperId });
    const on = civilDateOf(now);
    return {
      event: { type: 'notice-taken-down', data: { paperId, on, reason } },
      reply: noticeView(noticeRecord({ ...notice, downOn: on }, state)),
    };
  },
});
