import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { PersonId } from '../../schemas/ids.ts';
import { AttachmentId, Team } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { type Facts, staffOf, theCase } from '../core/facts.ts';
import { nearStaff } from '../core/near-staff.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { ratioAtLeast } from '../law/meeting.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

const RecordCollectiveReviewInput = z
  .strictObject({
    heldOn: CivilDate.describe('会议日期 day it was held'),
    why: z
      .enum(['complex', 'objection-rounds', 'left-to-a-person', 'clergy', 'other'])
      .describe('情况复杂、两轮异议后、须人工认定、宗教教职人员、其他 why it was called'),
    matter: z.string().min(1).max(2000).describe('议题 matter'),
    invited: z.int().min(1).max(50).describe('应到人数 how many were called'),
    members: Team.describe('实到的工作人员（按自然人）members present, by person'),
    recused: z.array(PersonId).max(20).default([]).describe('回避的人员 who withdrew as a relative'),
    views: z.array(z.string().min(1).max(2000)).min(1).max(30).describe('发言要点 views'),
    conclusion: z.string().min(1).max(2000).describe('研究结论，供确认人参考 conclusion, for the confirmer to weigh'),
    minutes: AttachmentId.describe('会议记录及签字表附件 signed minutes'),
  })
  .meta({
    id: 'RecordCollectiveReviewInput',
    description: '集体研究（一事一议） Collective review',
    examples: [
      {
        heldOn: '2026-08-20',
        why: 'left-to-a-person',
        matter: '家庭拥有一辆低值车辆如何认定',
        invited: 3,
        members: ['p-clerk-1', 'p-reviewer-1', 'p-confirmer-1'],
        views: ['车辆系残疾代步'],
        conclusion: '建议认定为必要代步工具',
        minutes: 'att-0123456789abcdef',
      },
    ],
  });
type RecordCollectiveReviewInput = z.infer<typeof RecordCollectiveReviewInput>;

/**
 * Records a collective review of a hard case (一事一议; Z18 15, R62 §9; after two rounds of objections, rulebook 3.4): members by person,
 * quorum, recusal (SD4), minutes (W15). Its conclusion is evidence that the confirmer weighs: it has no result to confirm or deny by, never
 * stands for the decision, and a vote is no ground (P06).
 */
export const recordCollectiveReview = defineStep({
  id: 'review.record-collective-review',
  zh: '登记集体研究',
  en: 'Record a collective review',
  route: 'POST /v1/cases/{caseId}/collective-review',
  provision: [cite('Z18', '§15'), cite('R62', '§9'), cite('DESIGN', '3.4', 'design')],
  input: RecordCollectiveReviewInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    staff: call.input.members,
    attachments: [call.input.minutes],
    countyPapers: true,
  }),
  decide: (facts, input, now) => {
    const { head } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { heldOn, why, matter, invited, members, recused, conclusion } = input;
    const inOrder = heldOn <= today && heldOn >= (head.acceptedOn ?? heldOn);
    must(inOrder, 'date-out-of-order', { heldOn, acceptedOn: head.acceptedOn });
    checkMembers(facts, members);
    checkQuorum(facts, setting, input);
    const minutes = storedFile(facts, input.minutes, head.countyCode).sha256;
    const data = {
      on: heldOn,
      why,
      matter,
      invited,
      members: [...new Set(members)],
      recused,
      views: input.views,
      conclusion,
      minutes,
    };
    return reply(
      facts,
      { type: 'collectively-reviewed', data, papers: paperOf(facts, setting, { input, minutes, on: today }) },
      now,
    );
  },
});

/** Staff of the township or the county, none of them near to the household (SD4, SD9). */
function checkMembers(facts: Facts, members: readonly string[]): void {
  const { head } = theCase(facts);
  const near = nearStaff(facts);
  const persons = members.filter((id) => head.relatives.includes(id) || near.has(id));
  must(persons.length === 0, 'near-relative-recused', { caseId: head.caseId, persons });
  const organs = [head.townshipCode, head.countyCode];
  const strangers = members.filter((id) => !staffOf(facts, id)?.posts.some(({ orgCode }) => organs.includes(orgCode)));
  must(strangers.length === 0, 'staff-unknown', { staff: strangers });
}

function checkQuorum(facts: Facts, setting: Setting, { heldOn, invited, members }: RecordCollectiveReviewInput): void {
  const at = { program: theCase(facts).head.program, on: heldOn };
  const fewest = Number(parameterOn(setting.parameters, 'collective.minMembers', at)?.value);
  const quorum = parameterOn(setting.parameters, 'collective.quorum', at)?.value;
  const present = new Set(members).size;
  const enough = present >= fewest && present <= invited && ratioAtLeast(present, invited, quorum);
  must(enough, 'collective-review-not-enough', { present, invited, required: { fewest, quorum } });
}

function paperOf(
  facts: Facts,
  setting: Setting,
  {
    input,
    minutes,
    on,
  }: { readonly input: RecordCollectiveReviewInput; readonly minutes: string; readonly on: string },
) {
  const { heldOn, invited, members, recused, views, matter, conclusion } = input;
  const county = new Set(members.filter((id) => staffOf(facts, id)?.posts.some(({ orgCode }) => orgCode.length === 6)));
  const { townshipCode } = theCase(facts).head;
  const participants = [
    { kind: 'township' as const, count: new Set(members).size - county.size },
    { kind: 'county' as const, count: county.size },
  ].filter(({ count }) => count > 0);
  const data = {
    form: 'collective' as const,
    heldOn,
    invited,
    matter,
    participants,
    present: members,
    recused,
    views,
    conclusion,
    minutes,
  };
  return issuePapers({ facts, setting, townshipCode, on }, [
    { kind: 'W15', to: 'file', data, clauses: [cite('Z18', '§15'), cite('DESIGN', '3.4', 'design')] },
  ]);
}
