import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Need } from '../../schemas/need.ts';
import { reply } from '../core/case-reply.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const AssessNeedsInput = z
  .strictObject({
    needs: z.array(Need).max(11).describe('救助需求，没有其他需求的为空 needs; empty where there is none'),
    opinion: z
      .string()
      .min(1)
      .max(2000)
      .describe('综合实施社会救助措施的意见（不填姓名） measures proposed, without names'),
  })
  .meta({
    id: 'AssessNeedsInput',
    description: '综合评估救助需求 Comprehensive assessment of needs',
    examples: [{ needs: ['living', 'medical'], opinion: '先办理低保，医疗自付部分转请医疗保障部门救助' }],
  });

/**
 * Records what a household needs beside what it applied for, and what is proposed (综合评估救助需求, SEED 二(三)1). A later assessment
 * replaces the earlier; the record of review carries the one in force. What another department can meet is then passed on.
 */
export const assessNeeds = defineStep({
  id: 'intake.assess-needs',
  zh: '综合评估救助需求',
  en: 'Assess the needs of a household',
  route: 'POST /v1/cases/{caseId}/needs',
  provision: [cite('SEED', '二(三)1'), cite('LAW', '§64')],
  input: AssessNeedsInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { needs, opinion }, now) =>
    reply(facts, { type: 'needs-assessed', data: { on: civilDateOf(now), needs: [...new Set(needs)], opinion } }, now),
});
