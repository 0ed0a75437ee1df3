import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Household } from '../../schemas/household.ts';
import { Team } from '../../schemas/review-proofs.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { correctedHousehold } from '../core/household-correction.ts';
import { evaluationTerm } from '../core/investigation.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTeam, mustBeAmong, teamFacts } from '../core/team.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ReinvestigateCaseInput = z
  .strictObject({
    investigators: Team.describe('重新调查人员，至少一人未参与前次调查 at least one of them new'),
    findings: z.string().min(1).max(2000).describe('调查情况 findings'),
    changed: z.boolean().describe('查明情况与原调查不同 findings differ from those before'),
    household: Household.optional().describe('按重新调查更正的家庭情况 household as found, where it differs'),
  })
  .meta({
    id: 'ReinvestigateCaseInput',
    description: '重新调查 Re-investigation',
    examples: [{ investigators: ['p-survey-2', 'p-survey-3'], findings: '车辆系邻居所有，情况属实', changed: false }],
  });

/**
 * Looks into an objection with at least one investigator who was not among those before (rulebook 3.4, SEED 二(三)3); the
 * evaluation a dispute calls for follows the investigation (T9).
 */
export const reinvestigateCase = defineStep({
  id: 'review.reinvestigate-case',
  zh: '重新调查',
  en: 'Re-investigate',
  route: 'POST /v1/cases/{caseId}/reinvestigation',
  provision: [cite('D57', '§19(2)'), cite('SEED', '二(三)3')],
  input: ReinvestigateCaseInput,
  output: CaseView,
  facts: (call) => teamFacts(call, call.input.investigators),
  decide: (facts, { investigators: persons, findings, changed, household }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    mustBeAmong(facts, persons, 'investigators');
    checkTeam(facts, { persons, post: 'TS', on });
    must(!head.reviewer || !persons.includes(head.reviewer), 'surveyor-may-not-review', { reviewer: head.reviewer });
    const before = head.reinvestigators ?? head.surveyors;
    must(
      persons.some((id) => !before.includes(id)),
      'investigator-unchanged',
      { before },
    );
    const corrected = correctedHousehold(state, household, on);
    const data = { on, investigators: [...new Set(persons)], findings, changed, ...corrected };
    const start = evaluationTerm(head, setting, on);
    return reply(facts, { type: 'case-reinvestigated', data, terms: { start } }, now);
  },
});
