import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { countySurveyRequired } from '../core/case-view.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { unfiledStaff } from '../core/near-staff.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { authorityOn, type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { requiredMaterials } from '../law/materials.ts';
import { cite } from '../law/sources.ts';
import { villageStamp } from './village-stamp.ts';

const AcceptApplicationInput = z
  .strictObject({})
  .meta({ id: 'AcceptApplicationInput', description: '受理 Acceptance', examples: [{}] });

/**
 * Accepts a complete application (T1): the term of 20 working days starts (30 without a delegation on this day, K1), near relatives among staff and
 * cadres are looked for (T4), and W07 names the last day. Late acceptance is accepted and shows as overdue (B9).
 */
export const acceptApplication = defineStep({
  id: 'intake.accept-application',
  zh: '受理申请',
  en: 'Accept an application',
  route: 'POST /v1/cases/{caseId}/acceptance',
  provision: [cite('D57', '§10'), cite('D57', '§11'), cite('N83', '四(一)')],
  input: AcceptApplicationInput,
  output: CaseView,
  prohibited: villageStamp,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const have = new Set(parts.materials.map(({ item }) => item));
    const missing = requiredMaterials.filter((item) => !have.has(item));
    must(missing.length === 0, 'materials-incomplete', { missing });
    const relativesFound = [...unfiledStaff(facts)];
    const authority = authorityOn(facts, head.program, head.townshipCode, on);
    const gate = relativesFound.length > 0 || countySurveyRequired(head);
    const start = startTerms(termsOfAcceptance(gate), {
      head: { ...head, mode: authority.mode },
      setting,
      fromOn: on,
      holders: { 'investigation-start': facts.actor.personId },
    });
    const decision = named(start, 'decision');
    const dates = { dueOn: decision.dueOn, provisional: decision.provisional };
    const act: CaseAct = {
      type: 'application-accepted',
      data: { on, ...authority, ...dates, postBy: named(start, 'posting').dueOn, relativesFound },
      terms: { start, end: ['intake', 'correction'] },
      papers: notice(facts, setting, { ...dates, acceptedOn: on, mode: authority.mode }),
    };
    return reply(facts, act, now);
  },
});

const termsOfAcceptance = (countyGate: boolean): readonly TermName[] => [
  'investigation-start',
  'survey',
  'opinion',
  'posting',
  'decision',
  ...(countyGate ? (['county-survey'] as const) : []),
];

const named = (terms: readonly Term[], name: TermName): Term => {
  const term = terms.find((one) => one.term === name);
  if (!term) throw new Error(`acceptance starts no term ${name}`);
  return term;
};

/** Without delegation the county decides within 30 working days, and the notice says so by the other clause. */
const basisOf = (mode: CaseHead['mode']) =>
  mode === 'delegated'
    ? ({ clock: 'clock.total.delegated', clause: cite('N83', '四(一)') } as const)
    : ({ clock: 'clock.total.standard', clause: cite('D57', '§22') } as const);

function notice(
  facts: Facts,
  setting: Setting,
  {
    mode,
    ...dates
  }: Pick<CaseHead, 'mode'> & {
    readonly acceptedOn: CivilDate;
    readonly dueOn: CivilDate;
    readonly provisional: boolean;
  },
) {
  const { head } = theCase(facts);
  const { townshipCode, program } = head;
  const basis = basisOf(mode);
  return issuePapers({ facts, setting, townshipCode, on: dates.acceptedOn }, [
    {
      kind: 'W07',
      to: head.applicant,
      clauses: [cite('D57', '§10'), basis.clause],
      data: {
        program,
        ...dates,
        workingDays: clockOf(setting.clocks, basis.clock),
        clerk: facts.actor.personId,
        phone: setting.divisions.townships.find(({ code }) => code === townshipCode)?.phone ?? '',
      },
    },
  ]);
}
