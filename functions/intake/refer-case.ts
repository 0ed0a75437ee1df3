import * as z from 'zod';
import type { CivilDate } from '../../schemas/dates.ts';
import { Department } from '../../schemas/department.ts';
import { MemberRef } from '../../schemas/member-ref.ts';
import { Need } from '../../schemas/need.ts';
import { type Referral, ReferralView } from '../../schemas/referral.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import { referralRef, referralViewOf } from '../core/the-referral.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { consentNeeded, departmentText, needText, notOfDepartment, referralBasis } from '../law/needs.ts';
import { cite } from '../law/sources.ts';

const ReferCaseInput = z
  .strictObject({
    department: Department.describe('接收部门 department asked'),
    needs: z.array(Need).min(1).max(11).describe('转请办理的需求，须经综合评估 needs passed on, as assessed'),
    person: MemberRef.describe('有需求的成员 member in need'),
    situation: z
      .string()
      .min(1)
      .max(2000)
      .describe('与需求有关的情况，不写姓名和家庭收入财产 what bears on the need; no names, no finances'),
    agreed: z.boolean().optional().describe('本人是否同意转介，未征求的不填 whether the person agrees, if asked'),
    consent: AttachmentId.optional().describe('本人签署的同意书，转慈善组织必填 signed consent, for a charity'),
  })
  .meta({
    id: 'ReferCaseInput',
    description: '转办（转介） Referral',
    examples: [
      {
        department: 'medical',
        needs: ['medical'],
        person: { member: 't_00112233445566778899aabbccddeeff' },
        situation: '成员住院，自付费用较高',
        agreed: true,
      },
    ],
  });
type ReferCaseInput = z.infer<typeof ReferCaseInput>;

/**
 * Passes an assessed need on to the department whose duty it is (SEED 二(三)1, LAW §64; rulebook 1.2 row 31): W33, and ten working days to
 * reply (`clock.referralReply`, design). The person's refusal ends it; a charity is told nothing without a signed consent (PIPL §23).
 */
export const referCase = defineStep({
  id: 'intake.refer-case',
  zh: '转办（转介）',
  en: 'Refer a need to another department',
  route: 'POST /v1/cases/{caseId}/referrals',
  provision: [cite('SEED', '二(三)1'), cite('LAW', '§64'), cite('PIPL', '§13(三)'), cite('PIPL', '§23', 'recalled')],
  input: ReferCaseInput,
  output: ReferralView,
  status: 201,
  facts: (call) => ({
    ...caseFacts(call),
    countyPapers: true,
    people: numbersIn([call.input.person]),
    attachments: call.input.consent ? [call.input.consent] : [],
  }),
  decide: (facts, input, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const needs = [...new Set(input.needs)];
    checkNeeds(facts, input, needs);
    checkConsent(input);
    const referral = referralOf(facts, setting, { input, needs, on });
    const { referralId, department, person, agreed, replyBy: dueOn } = referral;
    const data = { on, referralId, department, needs, person, agreed, dueOn };
    const papers = paper(facts, setting, { referral, situation: input.situation, asked: input.agreed });
    return {
      event: { type: 'case-referred' as const, data, papers },
      also: [{ subject: referralRef(referralId), event: { type: 'referral-made', data: { referral } } }],
      reply: referralViewOf(referral, 1, on),
    };
  },
});

function checkNeeds(facts: Facts, { department }: ReferCaseInput, needs: readonly Need[]): void {
  const assessed = theCase(facts).head.needs?.found ?? [];
  const unknown = needs.filter((need) => !assessed.includes(need));
  must(unknown.length === 0, 'need-not-assessed', { needs: unknown, assessed });
  const others = notOfDepartment(department, needs);
  must(others.length === 0, 'department-not-of-need', { department, needs: others });
}

function checkConsent({ department, agreed, consent }: ReferCaseInput): void {
  must(agreed !== false, 'referral-declined', { department });
  must(!consentNeeded(department) || (agreed && consent), 'referral-consent-missing', { department });
}

function referralOf(
  facts: Facts,
  setting: Setting,
  { input, needs, on }: { readonly input: ReferCaseInput; readonly needs: Need[]; readonly on: CivilDate },
): Referral {
  const { caseId, countyCode, townshipCode, paperCounts } = theCase(facts).head;
  const { post, personId } = facts.actor;
  const serial = (paperCounts['W33'] ?? 0) + 1;
  const terms = startSubjectTerms(['referral-reply'], {
    ...{ setting, fromOn: on, countyCode, townshipCode, holderId: personId },
    ...(post === 'CC' ? { holder: { org: 'county', post: 'CC', orgCode: countyCode } } : {}),
  });
  const [{ dueOn = on, provisional = false } = {}] = terms;
  return {
    referralId: `${caseId}-R${serial}`,
    ...{ caseId, countyCode, townshipCode },
    department: input.department,
    needs,
    person: listedMember(facts, input.person),
    agreed: input.agreed ?? false,
    ...(input.consent ? { consent: storedFile(facts, input.consent, countyCode).sha256 } : {}),
    paperId: `W33-${serial}`,
    referredOn: on,
    referredBy: personId,
    replyBy: dueOn,
    provisional,
    terms,
  };
}

const paper = (
  facts: Facts,
  setting: Setting,
  of: { readonly referral: Referral; readonly situation: string; readonly asked: boolean | undefined },
) => {
  const { department, needs, person, replyBy, provisional, referredOn: on, referredBy: contact } = of.referral;
  const by = facts.actor.post === 'CC' ? 'county' : 'township';
  const data = {
    department: `${setting.divisions.countyName}${departmentText(department)}`,
    person,
    needs: needs.map(needText),
    situation: of.situation,
    consent: of.asked ?? false,
    ...{ replyBy, provisional, contact },
  };
  return issuePapers({ facts, setting, townshipCode: theCase(facts).head.townshipCode, on, by }, [
    { kind: 'W33', to: 'department', clauses: [...referralBasis], data },
  ]);
};
