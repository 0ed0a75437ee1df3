import * as z from 'zod';
import { ComplaintReceipt } from '../../schemas/complaint.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { holderPost } from '../core/complaint-registration.ts';
import { must } from '../core/problem.ts';
import { countySettingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import { complaintFacts, complaintOf, theComplaint } from '../core/the-complaint.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { handlingPosts, levelAbove, organAt } from '../law/complaint-levels.ts';
import { cite } from '../law/sources.ts';
import { lastDayByDays } from '../law/terms.ts';

const AskComplaintReviewInput = z
  .strictObject({ askedOn: CivilDate.optional().describe('提出日期，缺省为当日 day it was asked, today if absent') })
  .meta({ id: 'AskComplaintReviewInput', description: '请求复查、复核 Request for review', examples: [{}] });

/**
 * A complainant who does not accept the answer asks the next organ up for a review within 30 days, and after it once more for a re-review
 * (XF §35–36); the last day is theirs (B1). Nothing follows a re-review. The organ above answers by another person.
 */
export const askComplaintReview = defineStep({
  id: 'supervision.ask-complaint-review',
  zh: '请求复查复核',
  en: 'Ask for a review',
  route: 'POST /v1/complaints/{complaintId}/review',
  provision: [cite('XF', '§35'), cite('XF', '§36')],
  input: AskComplaintReviewInput,
  output: ComplaintReceipt,
  facts: (call) => complaintFacts(call),
  decide: (facts, { askedOn }, now) => {
    const head = theComplaint(facts);
    const { countyCode, townshipCode, complaintId } = head;
    must(head.status === 'closed', 'complaint-at-another-stage', { status: head.status });
    const level = levelAbove(head.level);
    const stage = head.stage === 'handling' ? 'review' : 're-review';
    must(level && head.stage !== 're-review', 'complaint-review-over', { stage: head.stage, level: head.level });
    const today = civilDateOf(now);
    const on = askedOn ?? today;
    const setting = countySettingOf(facts, today);
    const told = head.toldOn ?? head.answeredOn ?? on;
    const n = clockOf(setting.clocks, 'complaint.reviewDays');
    const { dueOn: until } = lastDayByDays(setting.calendar, told, { n, roll: true });
    must(on <= today && on >= told, 'date-out-of-order', { askedOn: on, toldOn: told });
    must(on <= until, 'complaint-review-over', { until });
    const orgCode = organAt(level, { countyCode, townshipCode });
    const [post = 'CC'] = handlingPosts[level];
    const holder = { org: level === 'region' ? 'city' : level, post: holderPost(post), orgCode } as const;
    const names = ['complaint-receipt', 'complaint-review'] as const;
    const start = startSubjectTerms(names, { setting, fromOn: on, countyCode, townshipCode, holder });
    return {
      event: { type: 'complaint-review-asked', data: { on, stage, level, orgCode }, terms: { start } },
      subject: complaintOf(complaintId),
      reply: { complaintId, level, orgCode, receivedOn: head.receivedOn, receiptBy: start[0]?.dueOn ?? on },
    };
  },
});
