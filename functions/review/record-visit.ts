import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Household } from '../../schemas/household.ts';
import { VisitReport, visitExample } from '../../schemas/review-proofs.ts';
import { surveyForm } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { checkCompanions, providersOf } from '../core/companions.ts';
import { theCase } from '../core/facts.ts';
import { correctedHousehold } from '../core/household-correction.ts';
import { evaluationTerm } from '../core/investigation.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTeam, mustBeAmong, teamFacts } from '../core/team.ts';
import { checkTrained } from '../core/trained.ts';
import { storedVisit } from '../core/visit.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordVisitInput = z
  .strictObject({
    ...VisitReport.shape,
    household: Household.optional().describe('按入户调查更正的家庭情况 household as surveyed, where it differs'),
  })
  .meta({ id: 'RecordVisitInput', description: '入户调查 Visit to the household', examples: [visitExample] });

/**
 * Records a visit by two or more surveyors of the township (T8, D57 §16, W13): all signed, so did a present member, with time, place and
 * photos. The first visit also starts the investigation. A visit that contradicts the declaration makes a dispute (3.5).
 */
export const recordVisit = defineStep({
  id: 'review.record-visit',
  zh: '登记入户调查',
  en: 'Record a visit',
  route: 'POST /v1/cases/{caseId}/visits',
  provision: [cite('D57', '§16'), cite('D57', '§11')],
  input: RecordVisitInput,
  output: CaseView,
  facts: (call) => ({
    ...teamFacts(call, [...call.input.surveyors, ...helpersIn(call.input).map(({ personId }) => personId)]),
    attachments: call.input.photos,
    subjects: providersOf(call.input.companions),
  }),
  decide: (facts, { household, ...report }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    mustBeAmong(facts, report.surveyors, 'surveyors');
    checkTeam(facts, { persons: report.surveyors, post: 'TS', on: today });
    checkRelativesFiled(facts);
    checkTrained(facts, 'record-visit', { persons: report.surveyors, on: today });
    const reviewer = head.reviewer && report.surveyors.includes(head.reviewer) ? head.reviewer : undefined;
    must(!reviewer, 'surveyor-may-not-review', { reviewer });
    const { visit, on } = storedVisit(facts, report, now);
    checkCompanions(facts, helpersIn(report), { task: 'visit', on, investigators: report.surveyors });
    const corrected = correctedHousehold(state, household, today);
    const start = visit.consistent || head.status === 'checking' ? [] : evaluationTerm(head, setting, on);
    return reply(
      facts,
      {
        type: 'household-visited',
        data: { on, visit, investigationOn: head.investigationOn ?? on, ...corrected },
        terms: { start, end: ['investigation-start', 'survey'] },
        papers: surveyForm({ facts, setting, on: today }, visit, corrected.household !== undefined),
      },
      now,
    );
  },
});

/** People of providers who went along; they investigate nothing. */
const helpersIn = ({ companions = [] }: Pick<VisitReport, 'companions'>) => companions;
