import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import { VisitReport, visitExample } from '../../schemas/review-proofs.ts';
import { surveyForm } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTeam, mustBeAmong, teamFacts } from '../core/team.ts';
import { storedVisit } from '../core/visit.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const SurveyByCountyInput = z
  .strictObject({
    ...VisitReport.shape,
    passed: z.boolean().describe('县级核查认为可以进入决定 the county found nothing against a confirmation'),
  })
  .meta({
    id: 'SurveyByCountyInput',
    description: '县级入户核查 Survey by the county',
    examples: [
      {
        ...visitExample,
        surveyors: ['p-county-1', 'p-county-2'],
        signatures: ['p-county-1', 'p-county-2'],
        passed: true,
      },
    ],
  });

/** Whoever had a task on the case before; none of them may check it (SD7), compared by person (SD9). */
const handlers = ({
  clerk,
  surveyors,
  reviewer,
  opinion,
  reinvestigators = [],
  verification,
}: CaseHead): readonly string[] =>
  [clerk, ...surveyors, ...reinvestigators, reviewer, opinion?.by, verification?.by].filter((id) => id !== undefined);

/** The county's own visit where a near relative was filed or a complaint came in (T12, D57 §20(2)). */
export const surveyByCounty = defineStep({
  id: 'review.survey-by-county',
  zh: '县级入户核查',
  en: 'Survey by the county',
  route: 'POST /v1/cases/{caseId}/county-survey',
  provision: [cite('D57', '§20(2)')],
  input: SurveyByCountyInput,
  output: CaseView,
  facts: (call) => ({ ...teamFacts(call, call.input.surveyors), attachments: call.input.photos }),
  decide: (facts, { passed, ...report }, now) => {
    const { head } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    mustBeAmong(facts, report.surveyors, 'surveyors');
    checkTeam(facts, { persons: report.surveyors, post: 'CC', on: today });
    const involved = report.surveyors.filter((id) => handlers(head).includes(id));
    must(involved.length === 0, 'handler-may-not-check', { persons: involved });
    const { visit, on } = storedVisit(facts, report, now);
    const terms = { end: ['county-survey' as const] };
    const papers = surveyForm({ facts, setting, on: today, by: 'county' }, visit, false);
    return reply(facts, { type: 'county-surveyed', data: { on, visit, passed }, terms, papers }, now);
  },
});
