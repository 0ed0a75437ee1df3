import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Household } from '../../schemas/household.ts';
import { AttachmentId, Team } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
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
    signatures: Team.describe('签字的调查人员，须全部签字 all of them sign'),
    evidence: z
      .array(AttachmentId)
      .min(1)
      .max(20)
      .describe('现场照片、询问笔录或回函附件 photos, statements or answers'),
    findings: z.string().min(1).max(2000).describe('调查情况 findings'),
    changed: z.boolean().describe('查明情况与原调查不同 findings differ from those before'),
    household: Household.optional().describe('按重新调查更正的家庭情况 household as found, where it differs'),
  })
  .meta({
    id: 'ReinvestigateCaseInput',
    description: '重新调查 Re-investigation',
    examples: [
      {
        investigators: ['p-survey-2', 'p-survey-3'],
        signatures: ['p-survey-2', 'p-survey-3'],
        evidence: ['att-0123456789abcdef'],
        findings: '车辆系邻居所有，情况属实',
        changed: false,
      },
    ],
  });

/**
 * Looks into an objection, or into what an evaluation did not hold to be true, with at least one investigator who was not among those before (rulebook 3.4, 3.5; SEED 二(三)3):
 * all sign, and what they found is proved by a file. The evaluation a dispute calls for follows the investigation (T9).
 */
export const reinvestigateCase = defineStep({
  id: 'review.reinvestigate-case',
  zh: '重新调查',
  en: 'Re-investigate',
  route: 'POST /v1/cases/{caseId}/reinvestigation',
  provision: [cite('D57', '§19(2)'), cite('SEED', '二(三)3')],
  input: ReinvestigateCaseInput,
  output: CaseView,
  facts: (call) => ({ ...teamFacts(call, call.input.investigators), attachments: call.input.evidence }),
  decide: (facts, { investigators: persons, signatures, evidence: files, findings, changed, household }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const asked = head.status === 'reinvestigating' || head.evaluationFailed === true;
    must(asked, 'step-out-of-order', { status: head.status, needed: ['raise-objection', 'record-evaluation'] });
    const setting = settingOf(facts, head.program, on);
    mustBeAmong(facts, persons, 'investigators');
    checkTeam(facts, { persons, post: 'TS', on });
    must(!head.reviewer || !persons.includes(head.reviewer), 'surveyor-may-not-review', { reviewer: head.reviewer });
    const unsigned = persons.filter((id) => !signatures.includes(id));
    must(unsigned.length === 0, 'signature-missing', { unsigned });
    const before = head.reinvestigators ?? head.surveyors;
    must(
      persons.some((id) => !before.includes(id)),
      'investigator-unchanged',
      { before },
    );
    const corrected = correctedHousehold(state, household, on);
    const evidence = files.map((id) => storedFile(facts, id, head.countyCode).sha256);
    const signed = { investigators: [...new Set(persons)], signatures: [...new Set(signatures)], evidence };
    const data = { on, ...signed, findings, changed, ...corrected };
    const start = head.disputed ? evaluationTerm(head, setting, on) : [];
    return reply(facts, { type: 'case-reinvestigated', data, terms: { start } }, now);
  },
});
