import * as z from 'zod';
import type { EntitlementEntry } from '../../schemas/benefit.ts';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { PersonId } from '../../schemas/ids.ts';
import { type CareGrade, SelfCare } from '../../schemas/self-care.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { nearStaff } from '../core/near-staff.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { amountIn } from '../law/entitlements.ts';
import { monthAfter } from '../law/programs/gl-rates.ts';
import { resolveTk } from '../law/programs/tk-parameters.ts';
import { careGrade, failedIndicators } from '../law/self-care.ts';
import { cite } from '../law/sources.ts';

const AssessSelfCareInput = z
  .strictObject({
    ...SelfCare.omit({ assessedOn: true }).shape,
    assessedOn: CivilDate.optional().describe('评估日，缺省为今天 day of the assessment, today by default'),
    assessors: z.array(PersonId).min(1).max(10).describe('评估人员 assessors'),
    institution: z.string().min(1).max(120).optional().describe('受托评估的第三方机构 body entrusted with it'),
    findings: z.string().min(1).max(2000).optional().describe('情况说明，不写姓名 findings, without names'),
  })
  .meta({
    id: 'AssessSelfCareInput',
    description: '生活自理能力评估 Assessment of self-care',
    examples: [
      {
        eating: true,
        dressing: false,
        bed: true,
        toilet: true,
        walking: false,
        bathing: false,
        assessors: ['cc-2'],
      },
    ],
  });

/**
 * The county assesses the six indicators of self-care (T43 §20–23, W30), before the care standard is paid. After a confirmation a higher
 * amount runs from the next month; a lower one is left to an adjustment, which hears the person first (LAW §48).
 */
export const assessSelfCare = defineStep({
  id: 'review.assess-self-care',
  zh: '评估生活自理能力',
  en: 'Assess self-care',
  route: 'POST /v1/cases/{caseId}/self-care-assessment',
  provision: [cite('T43', '§20'), cite('T43', '§21'), cite('T43', '§22'), cite('T43', '§23')],
  input: AssessSelfCareInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const on = input.assessedOn ?? today;
    const setting = settingOf(facts, head.program, today);
    must(head.program === 'TK', 'act-of-another-program', { program: head.program, programs: ['TK'] });
    must(on <= today && on >= (head.acceptedOn ?? today), 'date-out-of-order', { assessedOn: on });
    const near = input.assessors.filter((id) => head.relatives.includes(id) || nearStaff(facts).has(id));
    must(near.length === 0, 'near-relative-recused', { caseId: head.caseId, assessors: near });
    const { assessors, institution, findings, assessedOn: _on, ...indicators } = input;
    const selfCare: SelfCare = { ...indicators, assessedOn: on };
    const failed = failedIndicators(selfCare);
    const grade = careGrade(failed);
    const household = withSelfCare(parts.household, head.applicant, selfCare);
    const occasion = household.before ? ('change' as const) : ('first' as const);
    const entitlements = raised(facts, { setting, household: household.after, grade, on: today });
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on: today, by: 'county' }, [
      {
        kind: 'W30',
        to: head.applicant,
        clauses: [cite('T43', '§20-22')],
        data: {
          person: head.applicant,
          occasion,
          selfCare,
          failed,
          grade,
          assessors,
          ...(institution ? { institution } : {}),
          ...(findings ? { findings } : {}),
        },
      },
    ]);
    const end = runningTerms(parts.terms).filter((name) => name === 'self-care' || name === 'self-care-again');
    const data = { on, occasion, failed, grade, assessors, household: household.after, entitlements };
    return reply(facts, { type: 'self-care-assessed', data, terms: { end }, papers }, now);
  },
});

const withSelfCare = (household: Household, person: string, selfCare: SelfCare) => ({
  before: household.members.find((member) => member.person === person)?.selfCare,
  after: {
    ...household,
    members: household.members.map((member) => (member.person === person ? { ...member, selfCare } : member)),
  },
});

/** What the grade adds from the month after the assessment, where somebody is in 特困 already; nothing where it would take away. */
function raised(
  facts: Facts,
  of: { readonly setting: Setting; readonly household: Household; readonly grade: CareGrade; readonly on: CivilDate },
): EntitlementEntry[] {
  const { head, parts } = theCase(facts);
  if (head.decision?.result !== 'confirmed') return [];
  const { setting, household, grade, on } = of;
  const { basicFen, careFen } = resolveTk(setting.parameters, household, on);
  const fromMonth = [monthAfter(on), head.decision.firstMonth ?? ''].sort().at(-1) ?? monthAfter(on);
  const amountFen = basicFen + careFen[grade];
  const now = amountIn(parts.benefit?.entitlements ?? [], fromMonth);
  return amountFen > now ? [{ kind: 'increase', fromMonth, amountFen }] : [];
}
