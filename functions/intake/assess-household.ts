import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { Household } from '../../schemas/household.ts';
import { ClosedProgram, ProgramAssessment, ProgramOffer } from '../../schemas/household-assessment.ts';
import { Program } from '../../schemas/program.ts';
import { must } from '../core/problem.ts';
import { preparedFor } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lawPacks } from '../law/law-packs.ts';
import { areaProgram } from '../law/programs/findings.ts';
import { assessAll } from '../law/programs/index.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { checkDivision, checkHousehold } from './application-checks.ts';

const example = {
  household: {
    townshipCode: '649900101',
    villageCode: '649900101201',
    urbanRural: 'urban',
    members: [
      {
        person: 't_00112233445566778899aabbccddeeff',
        relation: '01',
        birthOn: '1985-11-20',
        sex: '1',
        hukou: { countyCode: '649900', townshipCode: '649900101' },
        labourAbility: '1',
        income: [{ kind: 'wage', per: 'month', amountFen: 60_000, evidence: 'declared' }],
      },
    ],
    property: [],
  },
  on: '2026-08-25',
} as const;

const AssessHouseholdInput = z
  .strictObject({
    household: Household.describe(
      '家庭；成员代号由调用方自拟，不得用真实号码推算 household; the caller invents the tokens',
    ),
    programs: z
      .array(Program)
      .min(1)
      .max(Program.options.length)
      .optional()
      .describe('业务，缺省为当地类别的低保 programs; by default 低保 of the area'),
    on: CivilDate.optional().describe('评估日，缺省为今天 day of the assessment, today by default'),
  })
  .meta({
    id: 'AssessHouseholdInput',
    description: '模拟测算 What-if assessment',
    examples: [structuredClone(example)],
  });

const estimate = '测算结果仅供参考，不是审核确认决定 An estimate, not a decision';

const AssessmentReply = z
  .strictObject({
    on: CivilDate.describe('评估日 day of the assessment'),
    assessments: z.array(ProgramAssessment).describe('各业务的测算结果 result for each program'),
    closed: z.array(ClosedProgram).describe('尚未开办、未测算的业务 programs not open here'),
    offers: z
      .array(ProgramOffer)
      .describe('未申请、可告知的其他业务，由申请人自愿决定 other programs to tell the household of'),
    note: z.string().describe('说明 note'),
  })
  .meta({
    id: 'AssessmentReply',
    description: '测算结果 What-if result',
    examples: [
      {
        on: '2026-08-25',
        assessments: ProgramAssessment.meta()?.examples?.slice(0, 1) ?? [],
        closed: ClosedProgram.meta()?.examples ?? [],
        offers: ProgramOffer.meta()?.examples ?? [],
        note: estimate,
      },
    ],
  });

/**
 * What a household would be entitled to, program by program, with grounds, clauses and the computation in Chinese. Stores nothing and
 * decides nothing. A program the county has not opened says what is missing; refused only where that is all of them (`program-closed`).
 */
export const assessHousehold = defineStep({
  id: 'intake.assess-household',
  zh: '模拟测算',
  en: 'Assess a household (what-if)',
  route: 'POST /v1/assessments',
  provision: [cite('SEED', '二(三)1'), cite('L39', '五(一)'), cite('D57', '§13'), cite('D57', '§14')],
  input: AssessHouseholdInput,
  output: AssessmentReply,
  facts: ({ input }) => ({ county: countyOf(input.household.townshipCode) }),
  decide: (facts, { household, programs, on: asked }, now) => {
    const on = asked ?? civilDateOf(now);
    const earliest = lawPacks[0]?.fromOn ?? on;
    must(on >= earliest, 'date-out-of-order', { on, earliest });
    const { urbanRural: area } = household;
    const wanted = programs ?? [areaProgram(household)];
    const { calendar, divisions, parameters } = preparedFor(facts, wanted, { area, on });
    checkDivision(household, divisions);
    checkHousehold(household, on);
    const answer = assessAll(household, { programs: wanted, parameters, on, calendar });
    return { reply: { on, ...answer, note: estimate } };
  },
});
