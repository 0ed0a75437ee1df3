import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { MemberRef } from '../../schemas/member-ref.ts';
import { storedFile } from '../core/attachments.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { personsWithoutConsent } from '../law/consents.ts';
import { cite } from '../law/sources.ts';

const SignedConsent = z
  .strictObject({
    by: MemberRef.describe('签署的成员；未成年人由监护人一并签署 member who signed'),
    attachmentId: z.string().min(8).max(64).describe('授权书附件（W03）the signed consent'),
    signedOn: CivilDate.describe('签署日期 signed'),
  })
  .meta({
    id: 'SignedConsent',
    description: '核对授权书 Verification consent',
    examples: [
      {
        by: { member: 't_00112233445566778899aabbccddeeff' },
        attachmentId: 'att-0123456789abcdef',
        signedOn: '2026-08-03',
      },
    ],
  });

const RecordConsentsInput = z
  .strictObject({
    consents: z.array(SignedConsent).min(1).max(30).describe('授权书，每位成年成员一份 one for each adult'),
  })
  .meta({
    id: 'RecordConsentsInput',
    description: '登记核对授权 Verification consents',
    examples: [
      {
        consents: [
          {
            by: { member: 't_00112233445566778899aabbccddeeff' },
            attachmentId: 'att-0123456789abcdef',
            signedOn: '2026-08-03',
          },
        ],
      },
    ],
  });

/**
 * Records the verification consents of the household (W03), before or after acceptance. Complete once every counted adult has signed:
 * without that nothing may be queried (LAW §40, D57 §9; P02).
 */
export const recordConsents = defineStep({
  id: 'intake.record-consents',
  zh: '登记核对授权',
  en: 'Record verification consents',
  route: 'POST /v1/cases/{caseId}/consents',
  provision: [cite('LAW', '§40'), cite('D57', '§9'), cite('SEED', '二(三)2')],
  input: RecordConsentsInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    people: numbersIn(call.input.consents.map(({ by }) => by)),
    attachments: call.input.consents.map(({ attachmentId }) => attachmentId),
  }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const late = input.consents.find(({ signedOn }) => signedOn > on);
    must(!late, 'date-out-of-order', { signedOn: late?.signedOn, today: on });
    const consents = input.consents.map(({ by, attachmentId, signedOn }) => ({
      person: listedMember(facts, by),
      sha256: storedFile(facts, attachmentId, head.countyCode).sha256,
      signedOn,
    }));
    const missing = personsWithoutConsent(parts.household, [...parts.consents, ...consents], {
      program: head.program,
      on,
    });
    const act: CaseAct = { type: 'consents-recorded', data: { consents, complete: missing.length === 0 } };
    return reply(facts, act, now);
  },
});
