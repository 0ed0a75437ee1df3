import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Team } from '../../schemas/review-proofs.ts';
import { reply } from '../core/case-reply.ts';
import { heldBy } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTeam, teamFacts } from '../core/team.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const AssignSurveyorsInput = z.strictObject({ surveyors: Team.describe('指派的调查人员 surveyors assigned') }).meta({
  id: 'AssignSurveyorsInput',
  description: '指派入户调查人员 Assignment of surveyors',
  examples: [{ surveyors: ['p-survey-1', 'p-survey-2'] }],
});

/** Names who will visit the household and starts the investigation (T5, D57 §15); refuses near relatives, the reviewer (SD2) and groups below two. */
export const assignSurveyors = defineStep({
  id: 'review.assign-surveyors',
  zh: '指派调查人员',
  en: 'Assign surveyors',
  route: 'POST /v1/cases/{caseId}/assignments',
  provision: [cite('D57', '§15'), cite('D57', '§16')],
  input: AssignSurveyorsInput,
  output: CaseView,
  facts: (call) => teamFacts(call, call.input.surveyors),
  decide: (facts, { surveyors }, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    settingOf(facts, head.program, on);
    checkTeam(facts, { persons: surveyors, post: 'TS', on });
    checkRelativesFiled(facts);
    const reviewer = head.reviewer && surveyors.includes(head.reviewer) ? head.reviewer : undefined;
    must(!reviewer, 'surveyor-may-not-review', { reviewer });
    const terms = { start: heldBy(parts.terms, 'survey', surveyors[0] ?? ''), end: ['investigation-start' as const] };
    return reply(facts, { type: 'surveyors-assigned', data: { surveyors: [...new Set(surveyors)], on }, terms }, now);
  },
});
