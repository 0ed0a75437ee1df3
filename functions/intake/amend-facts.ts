import * as z from 'zod';
import { AmendmentKind } from '../../schemas/amendment.ts';
import { ApplicationMember } from '../../schemas/application.ts';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { Household } from '../../schemas/household.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { amendedFacts, claimedFindings, consentsCompleteFor, termsOfAmendment, toDoAgain } from '../core/amendment.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { contactsOf, phonesGiven } from '../core/contacts.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { correctedHousehold } from '../core/household-correction.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { checkHousehold } from './application-checks.ts';
import { phonesOf } from './household-on-file.ts';
import { checkJoining, joinedMembers, joinedPersons } from './joining-members.ts';
import { villageStamp } from './village-stamp.ts';

const AmendFactsInput = z
  .strictObject({
    amendment: AmendmentKind.describe('更正有误的申报，或补充申请后的变化 correction, or what happened since'),
    household: Household.optional().describe(
      '更正后的家庭情况，原有成员须全部保留；缺省为原情况 household as amended, with all listed members; as on file if absent',
    ),
    joining: z
      .array(ApplicationMember)
      .max(10)
      .default([])
      .describe('新增成员，如新生儿、配偶、遗漏的成员 who joins: a child born, a spouse, somebody left out'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(20)
      .describe('更正或补充的理由（不填姓名） reasons, without names'),
    evidence: z.array(AttachmentId).min(1).max(20).describe('证明材料附件 attachments that show it'),
  })
  .meta({
    id: 'AmendFactsInput',
    description: '更正或补充申报的情况，收款账号不在此办理 Amendment of facts; accounts are changed elsewhere',
    examples: [
      {
        amendment: 'addition',
        joining: [
          {
            name: '测试丁',
            idNumber: '649900201509010058',
            relation: '20',
            birthOn: '2015-09-01',
            sex: '1',
            hukou: { countyCode: '649900', townshipCode: '649900101' },
            labourAbility: '3',
            income: [],
          },
        ],
        reasons: ['申请时遗漏一名子女'],
        evidence: ['att-0123456789abcdef'],
      },
    ],
  });
type AmendFactsInput = z.infer<typeof AmendFactsInput>;

/**
 * Amends the facts of a household between acceptance and decision, by the applicant or the clerk, with reasons and evidence (D57 §9, PIPL §46). The
 * former facts stay on record. Whoever joins must consent and be verified before anybody concludes (LAW §40, P02); an opinion falls with the facts it
 * rested on, and is posted again where what the notice tells changes. Nobody is dropped (P07); after the decision a change is reported instead.
 */
export const amendFacts = defineStep({
  id: 'intake.amend-facts',
  zh: '更正或补充家庭情况',
  en: 'Amend the facts of a household',
  route: 'POST /v1/cases/{caseId}/amendments',
  provision: [cite('D57', '§9'), cite('PIPL', '§46'), cite('LAW', '§40')],
  input: AmendFactsInput,
  output: CaseView,
  prohibited: villageStamp,
  early: (head) => mustBeUndecided(head),
  facts: (call) => ({
    ...caseFacts(call),
    people: call.input.joining.map(({ idNumber }) => idNumber),
    contacts: phonesGiven(call.input.joining),
    attachments: call.input.evidence,
  }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const household = amendedHousehold(facts, input, on);
    const changed = amendedFacts(parts.household, household);
    must(changed.length > 0, 'nothing-amended');
    const claims = claimedFindings(parts.household, household);
    must(claims.length === 0, 'amendment-claims-finding', { claims });
    const again = toDoAgain(state, household, on);
    const data = {
      on,
      amendment: input.amendment,
      facts: changed,
      joined: joinedMembers(facts, input.joining).map(({ person }) => person),
      ...contactsOf(facts, phonesOf(facts, input.joining)),
      reasons: input.reasons,
      evidence: input.evidence.map((id) => storedFile(facts, id, head.countyCode).sha256),
      before: parts.household,
      household,
      consentsComplete: consentsCompleteFor(state, household, on),
      again,
    };
    const terms = termsOfAmendment(state, again, { setting, on });
    const outcome = reply(facts, { type: 'facts-amended', data, terms }, now);
    return { ...outcome, personal: joinedPersons(facts, input.joining) };
  },
});

/** What was decided is changed by other acts: a report of a change, a correction, an appeal. */
const mustBeUndecided = ({ caseId, decision }: CaseHead): void =>
  must(decision === undefined, 'amendment-after-decision', { caseId, decidedOn: decision?.on });

/** The household as amended, with those who join; refuses one that drops a member, moves, or on which nothing can be computed. */
function amendedHousehold(facts: Facts, { household, joining }: AmendFactsInput, on: CivilDate): Household {
  const state = theCase(facts);
  const { household: told = state.parts.household } = correctedHousehold(state, household, on);
  checkJoining(facts, joining);
  const amended = { ...told, members: [...told.members, ...joinedMembers(facts, joining)] };
  checkHousehold(amended, on);
  return amended;
}
