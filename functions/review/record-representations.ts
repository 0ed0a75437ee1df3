import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Representations } from '../../schemas/management.ts';
import { AttachmentId, Team } from '../../schemas/review-proofs.ts';
import { countedOn } from '../core/assessed.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { managementOf, recipientOf } from '../core/managed.ts';
import { issuePapers } from '../core/paper.ts';
import { isApplicant } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const lines = z.array(z.string().min(1).max(2000)).max(20).default([]);

const RecordRepresentationsInput = z
  .strictObject({
    form: Representations.shape.form.describe('陈述意见 heard、书面放弃 waived、已无家庭成员 nobody-left'),
    way: Representations.shape.way.default('oral').describe('方式 way'),
    staff: Team.default([]).describe('听取人员，不少于二人 staff who heard, two or more'),
    statements: lines.describe('陈述和申辩（不填姓名） what was said'),
    reply: lines.describe('回应 what is answered'),
    memberSigned: z.boolean().default(false).describe('陈述人签字 signed by who spoke'),
    evidence: z
      .array(AttachmentId)
      .max(20)
      .default([])
      .describe('提交的证据、书面放弃材料 evidence, or the written waiver'),
  })
  .meta({
    id: 'RecordRepresentationsInput',
    description: '听取意见 Representations',
    examples: [
      {
        form: 'heard',
        staff: ['p-clerk-1', 'p-survey-1'],
        statements: ['收入为临时工资，下月起可能减少'],
        memberSigned: true,
      },
    ],
  });
type RecordRepresentationsInput = z.infer<typeof RecordRepresentationsInput>;

/**
 * Records what the household says to a proposed reduction, stop or revocation, or that it gives up saying anything, in writing (LAW §48,
 * W24). Two or more hear it and who spoke signs; a decision may then come before the window ends (B2). Views may be added until decided.
 */
export const recordRepresentations = defineStep({
  id: 'review.record-representations',
  zh: '登记听取意见',
  en: 'Record representations',
  route: 'POST /v1/cases/{caseId}/representations',
  provision: [cite('LAW', '§48')],
  input: RecordRepresentationsInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.evidence }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { proposal } = managementOf(state);
    must(proposal?.notice, 'proposal-missing', { proposed: proposal?.result });
    const nobodyLeft = countedOn(state, on).length === 0;
    must(proposal.windowEndsOn || nobodyLeft, 'hearing-notice-not-served', { paperId: proposal.notice });
    checkForm(facts, input, nobodyLeft);
    const evidence = input.evidence.map((id) => storedFile(facts, id, head.countyCode).sha256);
    const { form, way, staff } = input;
    const speaker = form === 'nobody-left' ? {} : { speaker: recipientOf(state, on) };
    const representations = { form, on, way, staff: [...new Set(staff)], ...speaker, evidence };
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
      {
        kind: 'W24',
        to: 'file',
        clauses: [cite('LAW', '§48')],
        data: {
          form,
          noticeNumber: parts.papers.find(({ paperId }) => paperId === proposal.notice)?.number ?? '',
          on,
          way,
          ...speaker,
          staff: representations.staff,
          statements: form === 'nobody-left' ? ['家庭成员均已死亡，无人可陈述意见'] : input.statements,
          evidence,
          reply: input.reply,
          memberSigned: input.memberSigned,
        },
      },
    ]);
    const end = runningTerms(parts.terms).filter(
      (name) => name === 'hearing' || (nobodyLeft && name === 'hearing-notice'),
    );
    return reply(
      facts,
      { type: 'representations-recorded', data: { on, representations }, terms: { end }, papers },
      now,
    );
  },
});

function checkForm(facts: Facts, input: RecordRepresentationsInput, nobodyLeft: boolean): void {
  const { form, staff, memberSigned, statements, evidence } = input;
  if (form === 'waived') {
    must(evidence.length > 0, 'waiver-not-in-writing');
    return;
  }
  if (form === 'nobody-left') {
    must(nobodyLeft && evidence.length > 0, 'waiver-not-in-writing', { counted: !nobodyLeft });
    return;
  }
  const persons = new Set(staff);
  const present = persons.has(facts.actor.personId) || isApplicant(facts.actor);
  must(persons.size >= 2 && present && memberSigned && statements.length > 0, 'hearing-staff-too-few', {
    staff: persons.size,
    memberSigned,
  });
}
