import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { groupOf, type Program, type ProgramGroup } from '../../schemas/program.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { orderOf } from '../core/appeal-order.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { countySurveyRequired } from '../core/case-view.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { unfiledStaff } from '../core/near-staff.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { authorityOn, type Setting, settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTrained, trainedFacts } from '../core/trained.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { requiredMaterials } from '../law/materials.ts';
import { publicityDue, surveyAlways } from '../law/program-path.ts';
import { type Citation, cite } from '../law/sources.ts';
import { termRule } from '../law/term-rules.ts';
import { lastDayByWorkingDays } from '../law/terms.ts';
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
  facts: trainedFacts,
  decide: (facts, _input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkTrained(facts, 'accept-application', { persons: [facts.actor.personId], on });
    const have = new Set(parts.materials.map(({ item }) => item));
    const missing = requiredMaterials.filter((item) => !have.has(item));
    must(missing.length === 0, 'materials-incomplete', { missing });
    const relativesFound = [...unfiledStaff(facts)];
    const authority = authorityOn(facts, head.program, head.townshipCode, on);
    const gate = relativesFound.length > 0 || countySurveyRequired(head);
    const of = { ...head, mode: authority.mode };
    const start = startTerms(termsOfAcceptance(of, gate), {
      head: of,
      setting,
      fromOn: on,
      holders: { 'investigation-start': facts.actor.personId },
    });
    const act: CaseAct = {
      type: 'application-accepted',
      data: { on, ...authority, ...datesOf(start, head.program, { setting, on }), relativesFound },
      terms: { start, end: ['intake', 'correction', ...dutyOfAcceptance(facts)] },
      papers: notice(facts, setting, { acceptedOn: on, mode: authority.mode, start }),
    };
    return reply(facts, act, now);
  },
});

/** An order to accept is carried out by the acceptance; one to decide goes on (FYF §66). */
const dutyOfAcceptance = (facts: Facts): TermName[] =>
  orderOf(theCase(facts))?.duty === 'acceptance' ? ['appeal-order'] : [];

/** 特困 is decided after its publicity, in a term that starts then (rulebook 3.3); what is neither posted nor always visited has no term for it. */
const termsOfAcceptance = (head: CaseHead, countyGate: boolean): readonly TermName[] => [
  'investigation-start',
  ...(surveyAlways(head) ? (['survey'] as const) : []),
  'opinion',
  ...(publicityDue(head) && head.program !== 'TK' ? (['posting'] as const) : []),
  ...(head.program === 'TK' ? [] : (['decision'] as const)),
  ...(countyGate ? (['county-survey'] as const) : []),
];

/** The last days a reader asks for. The 20 working days are a target for 特困, reported but no term (rulebook 3.3). */
function datesOf(
  start: readonly Term[],
  program: Program,
  { setting, on }: { readonly setting: Setting; readonly on: CivilDate },
) {
  const [decision, posting] = (['decision', 'posting'] as const).map((name) => start.find(({ term }) => term === name));
  const target = program === 'TK' ? lastDayByWorkingDays(setting.calendar, on, TARGET) : undefined;
  return {
    ...(decision ? { dueOn: decision.dueOn } : {}),
    ...(target ? { targetOn: target.dueOn } : {}),
    ...(posting ? { postBy: posting.dueOn } : {}),
    provisional: decision?.provisional ?? target?.provisional ?? false,
  };
}
const TARGET = 20;

/** What the notice names: the last day to decide, or of the opinion where the decision follows the publicity. */
const named = (start: readonly Term[]): Term => {
  const term = (['decision', 'opinion'] as const).flatMap((name) => start.filter((one) => one.term === name))[0];
  if (!term) throw new Error('acceptance starts no term to name');
  return term;
};

const acceptance: Readonly<Record<ProgramGroup, Citation>> = {
  DB: cite('D57', '§10'),
  TK: cite('T43', '§12'),
  BY: cite('L39', '二'),
  GX: cite('D57', '§10', 'design'),
  GL: cite('D57', '§10', 'design'),
  LS: cite('D57', '§10', 'design'),
};

function notice(
  facts: Facts,
  setting: Setting,
  {
    mode,
    acceptedOn,
    start,
  }: Pick<CaseHead, 'mode'> & { readonly acceptedOn: CivilDate; readonly start: readonly Term[] },
) {
  const { head } = theCase(facts);
  const { townshipCode, program } = head;
  const { term, dueOn, provisional } = named(start);
  const { citations, clockKey } = termRule(term, { program, delegated: mode === 'delegated', on: acceptedOn });
  return issuePapers({ facts, setting, townshipCode, on: acceptedOn }, [
    {
      kind: 'W07',
      to: head.applicant,
      clauses: [acceptance[groupOf(program)], ...citations.filter(({ source }) => source !== 'DESIGN')],
      data: {
        program,
        acceptedOn,
        dueOn,
        provisional,
        workingDays: clockOf(setting.clocks, clockKey),
        ...(term === 'opinion' ? { stage: 'opinion' as const } : {}),
        clerk: facts.actor.personId,
        phone: setting.divisions.townships.find(({ code }) => code === townshipCode)?.phone ?? '',
      },
    },
  ]);
}
