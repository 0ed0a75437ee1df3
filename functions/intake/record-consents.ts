import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { MemberRef } from '../../schemas/member-ref.ts';
import { storedFile } from '../core/attachments.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { obligorsToSign, personsWithoutConsent } from '../law/consents.ts';
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

const ObligorConsent = z
  .strictObject({
    obligor: z
      .int()
      .min(0)
      .max(59)
      .describe('在申报的户外法定义务人中的序号，从 0 起 place in the list of obligors, from 0'),
    attachmentId: z.string().min(8).max(64).describe('授权书附件，拒绝的为记录 consent, or the record of the refusal'),
    signedOn: CivilDate.describe('签署日期 signed'),
    refused: z.literal(true).optional().describe('拒绝授权 refuses'),
  })
  .meta({
    id: 'ObligorConsent',
    description: '户外法定义务人核对授权（特困） Consent of an obligor outside the household',
    examples: [{ obligor: 0, attachmentId: 'att-0123456789abcdef', signedOn: '2026-08-03' }],
  });

const RecordConsentsInput = z
  .strictObject({
    consents: z.array(SignedConsent).max(30).default([]).describe('授权书，每位成年成员一份 one for each adult'),
    obligors: z.array(ObligorConsent).max(60).default([]).describe('户外法定义务人的授权 of obligors outside'),
  })
  .refine(({ consents, obligors }) => consents.length + obligors.length > 0, {
    error: '须至少登记一份 at least one is needed',
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
 * without that nothing may be queried (LAW §40, D57 §9; P02). For 特困 the obligors outside the household are asked too (T43 §10).
 */
export const recordConsents = defineStep({
  id: 'intake.record-consents',
  zh: '登记核对授权',
  en: 'Record verification consents',
  route: 'POST /v1/cases/{caseId}/consents',
  provision: [cite('LAW', '§40'), cite('D57', '§9'), cite('T43', '§10'), cite('SEED', '二(三)2')],
  input: RecordConsentsInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    people: numbersIn(call.input.consents.map(({ by }) => by)),
    attachments: [...call.input.consents, ...call.input.obligors].map(({ attachmentId }) => attachmentId),
  }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const late = [...input.consents, ...input.obligors].find(({ signedOn }) => signedOn > on);
    must(!late, 'date-out-of-order', { signedOn: late?.signedOn, today: on });
    const consents = input.consents.map(({ by, attachmentId, signedOn }) => ({
      person: listedMember(facts, by),
      sha256: storedFile(facts, attachmentId, head.countyCode).sha256,
      signedOn,
    }));
    const household = withObligors(facts, input.obligors);
    const asked = { program: head.program, on };
    const missing = personsWithoutConsent(household, [...parts.consents, ...consents], asked);
    const complete = missing.length === 0 && obligorsToSign(household, asked).length === 0;
    const signed = input.obligors.map(({ attachmentId, ...one }) => ({
      ...one,
      sha256: storedFile(facts, attachmentId, head.countyCode).sha256,
    }));
    const ofObligors = signed.length > 0 ? { obligors: signed, household } : {};
    const act: CaseAct = { type: 'consents-recorded', data: { consents, complete, ...ofObligors } };
    return reply(facts, act, now);
  },
});

/** The household with what its obligors outside said to the query: agreed, or refused on record (T43 §10). Refuses a place not in the list. */
function withObligors(facts: Facts, given: readonly z.infer<typeof ObligorConsent>[]): Household {
  const { household } = theCase(facts).parts;
  const { obligors = [] } = household;
  const unknown = given.filter(({ obligor }) => obligor >= obligors.length).map(({ obligor }) => obligor);
  must(unknown.length === 0, 'obligor-not-listed', { unknown, listed: obligors.length });
  if (given.length === 0) return household;
  const saying = new Map(given.map(({ obligor, refused }) => [obligor, refused !== true]));
  return {
    ...household,
    obligors: obligors.map((one, i) => (saying.has(i) ? { ...one, consented: saying.get(i) } : one)),
  };
}
