import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { countySurveyTerm } from '../core/county-gate.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordComplaintInput = z
  .strictObject({
    channel: z.enum(['visit', 'letter', 'phone', 'online', 'transferred']).describe('来源渠道，含上级转办 how it came'),
    content: z
      .string()
      .min(1)
      .max(2000)
      .describe('投诉举报内容，不写举报人姓名 what is complained of, without the name'),
    receivedOn: CivilDate.optional().describe('收到日期，缺省为当日 day of receipt, today if absent'),
  })
  .meta({
    id: 'RecordComplaintInput',
    description: '投诉举报 Complaint during review',
    examples: [{ channel: 'phone', content: '举报该户隐瞒收入' }],
  });

/** A complaint between acceptance and decision, anonymous or not, opens the county gate (T12, D57 §20(2), B13). */
export const recordComplaint = defineStep({
  id: 'review.record-complaint',
  zh: '登记投诉举报',
  en: 'Record a complaint',
  route: 'POST /v1/cases/{caseId}/complaints',
  provision: [cite('D57', '§20(2)'), cite('LAW', '§60')],
  input: RecordComplaintInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { channel, content, receivedOn }, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const on = receivedOn ?? today;
    must(on <= today && on >= (head.acceptedOn ?? on), 'date-out-of-order', { receivedOn: on });
    const running = runningTerms(parts.terms).includes('county-survey');
    const start = running ? [] : countySurveyTerm(head, setting, on);
    return reply(facts, { type: 'complaint-recorded', data: { on, channel, content }, terms: { start } }, now);
  },
});
