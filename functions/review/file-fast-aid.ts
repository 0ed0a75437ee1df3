import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const FileFastAidInput = z
  .strictObject({
    remarks: z.string().min(1).max(2000).optional().describe('县级备案意见，不写姓名 remarks, without names'),
  })
  .meta({ id: 'FileFastAidInput', description: '小额快救备案 Filing with the county', examples: [{}] });

/** The county files what a township paid first (TA26 二(一), rulebook 3.6). It approves nothing afterwards; an error is corrected by its own acts. */
export const fileFastAid = defineStep({
  id: 'review.file-fast-aid',
  zh: '小额快救县级备案',
  en: 'File fast aid with the county',
  route: 'POST /v1/cases/{caseId}/fast-filing',
  provision: [cite('TA26', '二(一)'), cite('DESIGN', '3.6')],
  input: FileFastAidInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { remarks }, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    settingOf(facts, head.program, on);
    const data = { on, ...(remarks ? { remarks } : {}) };
    return reply(facts, { type: 'fast-aid-filed', data, terms: { end: ['fast-filing'] } }, now);
  },
});
