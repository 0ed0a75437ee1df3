import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { PersonId, PersonToken, ResidentId } from '../../schemas/ids.ts';
import { FiledRelation } from '../../schemas/staff.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { type Facts, kinOf, staffOf, theCase } from '../core/facts.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { termsOfFiling, undoneActs } from './undone-acts.ts';
import { type Prohibition, rawBody } from './village-stamp.ts';

const FileNearRelativeInput = z
  .strictObject({
    staff: PersonId.describe('经办人员或村居干部编号 member of staff or village cadre'),
    member: PersonToken.optional().describe('申请家庭成员代号（与 idNumber 二选一）the member, or give idNumber'),
    idNumber: ResidentId.optional().describe(
      '申请家庭成员公民身份号码（与 member 二选一）the member’s identity number',
    ),
    relation: FiledRelation.describe(
      '该成员是工作人员的何种近亲属；工作人员本人申请的填 self what the member is to the staff member',
    ),
    declaredBy: z
      .enum(['applicant', 'staff'])
      .optional()
      .describe('申报人；系统在登记册中查到的不填 who declared it; not needed where the register shows it'),
  })
  .refine(({ member, idNumber }) => (member === undefined) !== (idNumber === undefined), {
    error: 'member 与 idNumber 须且只须填写一项 give member or idNumber, not both',
    path: ['member'],
  })
  .meta({
    id: 'FileNearRelativeInput',
    description: '近亲属登记备案 Near-relative filing',
    examples: [{ staff: 't1-vc', member: 't_00112233445566778899aabbccddeeff', relation: 'sibling' }],
  });
type FileNearRelativeInput = z.infer<typeof FileNearRelativeInput>;

/** Only the relations of Civil Code §1045 are filed (SD5): an uncle or a cousin is no near relative. */
const distant = (body: unknown): Prohibition | undefined => {
  const { relation } = rawBody(body);
  const near = typeof relation !== 'string' || FiledRelation.safeParse(relation).success;
  return near ? undefined : { code: 'relation-not-near', detail: { relation, near: FiledRelation.options } };
};

/**
 * Files a near relation between a household member and a person of the staff or a village committee (T4, W09, D57 §11): the person
 * has no task on the case any more (SD4), the county must survey the household before the decision (D57 §20(2)), and what the person
 * already did in the case must be done again by another (B21).
 */
export const fileNearRelative = defineStep({
  id: 'intake.file-near-relative',
  zh: '近亲属登记备案',
  en: 'File a near relative',
  route: 'POST /v1/cases/{caseId}/relative-filing',
  provision: [cite('D57', '§11'), cite('D57', '§20(2)'), cite('CIVIL', '§1045')],
  input: FileNearRelativeInput,
  output: CaseView,
  prohibited: distant,
  facts: (call) => ({ ...caseFacts(call), staff: [call.input.staff], people: numbersIn([call.input]) }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const { staff, relation } = input;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const member = listedMember(facts, input);
    const inRegister = related(facts, { staff, member });
    must(inRegister || staffOf(facts, staff), 'staff-unknown', { staff });
    const filed = head.relatives.includes(staff) && !head.unfiledRelatives?.includes(staff);
    must(!filed, 'already-done', { staff });
    const undone = undoneActs(state, staff);
    const act: CaseAct = {
      type: 'relative-filed',
      data: {
        staff,
        ...ownToken(facts, staff),
        member,
        relation,
        on,
        declaredBy: inRegister ? 'check' : (input.declaredBy ?? 'staff'),
        undone,
      },
      terms: termsOfFiling(state, undone, { setting, on }),
      papers: filing(facts, { ...input, member }, { setting, on }),
    };
    return reply(facts, act, now);
  },
});

const ownToken = (facts: Facts, staff: string) => {
  const staffToken = staffOf(facts, staff)?.token;
  return staffToken ? { staffToken } : {};
};

/** Whether the register of staff already shows the two as near relatives. */
const related = (facts: Facts, { staff, member }: { readonly staff: string; readonly member: string }): boolean => {
  const { head } = theCase(facts);
  return [head.townshipCode, head.countyCode].some((org) =>
    (kinOf(facts, org)[member] ?? []).some((near) => near.staff === staff),
  );
};

function filing(
  facts: Facts,
  { staff, member, relation }: FileNearRelativeInput & { readonly member: string },
  { setting, on }: { readonly setting: Setting; readonly on: CivilDate },
) {
  const { head } = theCase(facts);
  const post = staffOf(facts, staff)?.posts[0]?.post;
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
    {
      kind: 'W09',
      to: 'county',
      clauses: [cite('D57', '§11'), cite('CIVIL', '§1045')],
      data: { staff, member, relation, filedOn: on, program: head.program, ...(post ? { post } : {}) },
    },
  ]);
}
