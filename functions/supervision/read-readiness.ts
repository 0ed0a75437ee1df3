import type { CivilDate } from '../../schemas/dates.ts';
import type { Delegation } from '../../schemas/delegation.ts';
import { CountyCode } from '../../schemas/ids.ts';
import { Program } from '../../schemas/program.ts';
import { Readiness, ReadinessQuery } from '../../schemas/readiness.ts';
import { type Facts, inForce, stateOf } from '../core/facts.ts';
import { partitionOf } from '../core/list-keys.ts';
import { recordsOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { type PolicyState, policyFileIdOf, policyOn } from '../core/policy-fold.ts';
import { must } from '../core/problem.ts';
import { missingFor } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import type { SubjectRef } from '../core/subject.ts';
import { addMonths } from '../law/civil-day.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { setUpGap } from '../law/set-up-gaps.ts';
import { cite } from '../law/sources.ts';

/** More delegations than this no county has: 60 townships, eight programs. */
const MOST_DELEGATIONS = 500;

/**
 * What of a county is open on a day and what is closed, with everything that is missing, named as refusals name it, and who enters it
 * where (rulebook 11.3: fail closed, never a default). Also who confirms in which township, and what should be entered though nothing
 * is closed for want of it.
 */
export const readReadiness = defineStep({
  id: 'supervision.read-readiness',
  zh: '县级设置完备情况',
  en: 'Read a county’s readiness',
  route: 'GET /v1/counties/{countyCode}/readiness',
  provision: [cite('SEED', '二(一)1'), cite('SEED', '二(二)1')],
  input: ReadinessQuery,
  output: Readiness,
  facts: ({ params }) => ({
    county: params['countyCode'],
    subjects: Program.options.map((program) => policyFile(params['countyCode'] ?? '', program)),
    list: {
      partition: partitionOf('county', params['countyCode'] ?? ''),
      prefix: 'DELEGATION#',
      limit: MOST_DELEGATIONS,
    },
  }),
  decide: (facts, { on }, now) => {
    const asked = CountyCode.safeParse(facts.params['countyCode']);
    must(asked.success, 'division-not-yours', { division: facts.params['countyCode'] });
    const countyCode = asked.data;
    must(covers(facts.actor, { countyCode }), 'division-not-yours', { division: countyCode });
    const day = on ?? civilDateOf(now);
    const programs = Program.options.map((program) => readinessOf(facts, program, day));
    const open = programs.filter((one) => one.open).map(({ program }) => program);
    const advice = [...adviceFor(facts, day), ...conductAdvice(facts, open, day)].map(setUpGap);
    const lastTrainingOn = facts.county?.head.lastTrainingOn;
    const ready = programs.every(({ missing }) => missing.length === 0) && advice.length === 0;
    const training = lastTrainingOn ? { lastTrainingOn } : {};
    return { reply: { countyCode, on: day, ready, programs, advice, ...training } };
  },
});

const policyFile = (countyCode: string, program: Program): SubjectRef => ({
  kind: 'policy',
  id: policyFileIdOf(countyCode, program),
});

/** What the notice asks of a county beside its rules: the policy of every open program published, a training within a year. */
function conductAdvice(facts: Facts, open: readonly Program[], on: CivilDate): readonly string[] {
  const { countyCode = '', lastTrainingOn } = facts.county?.head ?? {};
  const unpublished = open.filter((program) => {
    const published = stateOf<PolicyState>(facts, policyFile(countyCode, program))?.head.published ?? [];
    return policyOn(published, on) === undefined;
  });
  const trained = lastTrainingOn !== undefined && addMonths(lastTrainingOn, 12) >= on;
  return [...unpublished.map((program) => `policy:${program}`), ...(open.length === 0 || trained ? [] : ['training'])];
}

type Area = 'urban' | 'rural';

/** 低保 is a program for each; the others look at the area of the household, and may be open in one and closed in the other. */
const areasOf = (program: Program): readonly Area[] => {
  if (program === 'DB_URBAN') return ['urban'];
  return program === 'DB_RURAL' ? ['rural'] : ['urban', 'rural'];
};

function readinessOf(facts: Facts, program: Program, on: CivilDate): Readiness['programs'][number] {
  const closing = areasOf(program).map((area) => missingFor(facts.county, { program, area }, on));
  const missing = [...new Set(closing.flat())].map(setUpGap);
  const openIn = areasOf(program).filter((_, i) => closing[i]?.length === 0);
  const townships = facts.county?.parts.divisions?.townships.map(({ code }) => code) ?? [];
  const granted = recordsOf<Delegation>(facts).filter((one) => one.program === program && inForce(one, on));
  const delegated = townships.filter((code) => granted.some(({ townshipCode }) => townshipCode === code));
  const standard = townships.filter((code) => !delegated.includes(code));
  return { program, open: openIn.length > 0, openIn, missing, delegated, standard };
}

/** The list of a year is published in its last months (Appendix A): from October on the next one should be there. */
function adviceFor({ county }: Facts, on: CivilDate): readonly string[] {
  const { divisions, calendars } = county?.parts ?? {};
  const nextYear = Number(on.slice(0, 4)) + 1;
  const late = on.slice(5, 7) >= '10' && !calendars?.notices.some(({ year }) => year === nextYear);
  return [
    ...(calendars && late ? ['calendar:next-year'] : []),
    ...(divisions && divisions.countyGovernment === undefined ? ['review-body'] : []),
  ];
}
