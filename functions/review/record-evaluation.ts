import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { PersonId } from '../../schemas/ids.ts';
import { AttachmentId, Team } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { minutesForm } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { nearStaff } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

const Participants = z
  .array(
    z.strictObject({
      kind: z
        .enum(['township', 'village', 'party', 'resident'])
        .describe('乡镇工作人员、村居两委、党员代表、居民代表 whom they stand for'),
      count: z.int().min(0).max(200).describe('人数 how many'),
    }),
  )
  .min(1)
  .max(20);

const RecordEvaluationInput = z
  .strictObject({
    heldOn: CivilDate.describe('评议日期 day it was held'),
    invited: z.int().min(1).max(500).describe('应到人数 how many were called'),
    participants: Participants.describe('实到人员构成 who took part'),
    staff: Team.optional().describe(
      '参加的工作人员和村居干部，缺省为登记人 staff and cadres present, the clerk if absent',
    ),
    recused: z.array(PersonId).max(20).default([]).describe('回避的人员 who withdrew as a relative'),
    truthful: z.boolean().describe('评议认为调查情况属实 the findings were held to be true'),
    minutes: AttachmentId.describe('会议记录及签字表（W15）附件 signed minutes'),
    conclusion: z.string().min(1).max(2000).describe('评议结论 conclusion'),
  })
  .meta({
    id: 'RecordEvaluationInput',
    description: '民主评议 Democratic evaluation',
    examples: [
      {
        heldOn: '2026-08-12',
        invited: 12,
        participants: [
          { kind: 'township', count: 1 },
          { kind: 'village', count: 2 },
          { kind: 'resident', count: 7 },
        ],
        truthful: true,
        minutes: 'att-0123456789abcdef',
        conclusion: '调查情况属实',
      },
    ],
  });
type RecordEvaluationInput = z.infer<typeof RecordEvaluationInput>;

/**
 * Records a democratic evaluation (T9, rulebook 3.5): it judges whether the findings are true and votes nobody in or out. Composition:
 * township staff present, residents two thirds of those present, enough of those called; the county may ask for more. No near relative
 * of the household takes part (SD4). Where it holds the findings untrue they are investigated again; it is never a ground to deny (P06).
 * Issues the minutes (W15).
 */
export const recordEvaluation = defineStep({
  id: 'review.record-evaluation',
  zh: '登记民主评议',
  en: 'Record an evaluation',
  route: 'POST /v1/cases/{caseId}/evaluation',
  provision: [cite('D57', '§19(2)'), cite('SEED', '二(三)2'), cite('A220', '§22-23', 'design')],
  input: RecordEvaluationInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: [call.input.minutes] }),
  decide: (facts, input, now) => {
    const { head } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { heldOn, participants, truthful, conclusion } = input;
    const inOrder = heldOn <= today && heldOn >= (head.investigationOn ?? head.acceptedOn ?? heldOn);
    must(inOrder, 'date-out-of-order', { heldOn, investigationOn: head.investigationOn });
    const { staff = [facts.actor.personId], recused } = input;
    checkRecusal(facts, staff);
    checkComposition(facts, setting, input);
    const minutes = storedFile(facts, input.minutes, head.countyCode).sha256;
    const rest = { participants, truthful, recused, minutes, conclusion };
    const data = { on: heldOn, staff, ...rest };
    const papers = minutesForm(
      { facts, setting, on: today },
      {
        form: 'evaluation',
        heldOn,
        invited: input.invited,
        matter: '家庭经济状况调查情况是否属实',
        present: [...staff],
        ...rest,
      },
    );
    return reply(facts, { type: 'evaluation-held', data, terms: { end: ['evaluation'] }, papers }, now);
  },
});

/** Who is near to a member of the household withdraws from its evaluation (SD4, SD9). */
function checkRecusal(facts: Facts, staff: readonly string[]): void {
  const { head } = theCase(facts);
  const near = nearStaff(facts);
  const persons = staff.filter((id) => head.relatives.includes(id) || near.has(id));
  must(persons.length === 0, 'near-relative-recused', { caseId: head.caseId, persons });
}

const ratioOf = (value: unknown): { readonly num: number; readonly den: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value
    ? { num: Number(value.num), den: Number(value.den) }
    : { num: 2, den: 3 };

function checkComposition(facts: Facts, setting: Setting, input: RecordEvaluationInput): void {
  const at = { program: theCase(facts).head.program, on: input.heldOn };
  const value = (key: Parameters<typeof parameterOn>[1]) => parameterOn(setting.parameters, key, at)?.value;
  const minMembers = Number(value('evaluation.minMembers'));
  const [share, quorum] = [ratioOf(value('evaluation.residentShare')), ratioOf(value('evaluation.quorum'))];
  const count = (kind?: string): number =>
    input.participants.reduce((sum, one) => sum + (kind && one.kind !== kind ? 0 : one.count), 0);
  const present = count();
  const enough =
    present >= minMembers &&
    present <= input.invited &&
    count('township') >= 1 &&
    count('resident') * share.den >= present * share.num &&
    present * quorum.den >= input.invited * quorum.num;
  must(enough, 'evaluation-not-enough', {
    present,
    required: { minMembers, residentShare: share, quorum, township: 1 },
  });
}
