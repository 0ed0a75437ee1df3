import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ReportSelfCareChangeInput = z
  .strictObject({
    reportedOn: CivilDate.optional().describe('报告日期，缺省为今天 day of the report, today by default'),
    change: z.string().min(1).max(2000).describe('变化情况，不写姓名 what changed, without names'),
  })
  .meta({
    id: 'ReportSelfCareChangeInput',
    description: '自理能力变化报告 Report of a change',
    examples: [{ change: '跌倒骨折，不能自主如厕' }],
  });

/** Reports that somebody in 特困 can do more or less alone than before: the county assesses again within ten working days (T43 §23, G08). */
export const reportSelfCareChange = defineStep({
  id: 'review.report-self-care-change',
  zh: '报告自理能力变化',
  en: 'Report a change of self-care',
  route: 'POST /v1/cases/{caseId}/self-care-change',
  provision: [cite('T43', '§23')],
  input: ReportSelfCareChangeInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { reportedOn, change }, now) => {
    const { head } = theCase(facts);
    const today = civilDateOf(now);
    const on = reportedOn ?? today;
    const setting = settingOf(facts, head.program, today);
    must(head.program === 'TK', 'act-of-another-program', { program: head.program, programs: ['TK'] });
    must(on <= today && on >= (head.decision?.on ?? today), 'date-out-of-order', { reportedOn: on });
    const start = startTerms(['self-care-again'], { head, setting, fromOn: on });
    return reply(facts, { type: 'self-care-change-reported', data: { on, change }, terms: { start } }, now);
  },
});
