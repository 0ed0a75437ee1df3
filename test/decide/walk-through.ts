import { expect } from '@jest/globals';
import type { Step } from '../../functions/core/step.ts';
import { steps } from '../../functions/steps.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { Household } from '../../schemas/household.ts';
import type { PropertyItem } from '../../schemas/property.ts';
import type { TermName } from '../../schemas/term.ts';
import { application, familyOfThree, type Person } from '../applications.ts';
import { caseIn, demonstrationWorld, noon, type Played, play, refolded, type World } from '../world.ts';
import { clerk, usualActors, usualInput, type Walk } from './usual-acts.ts';

export { boardPosting, idNumberOf, visitReport, type Walk } from './usual-acts.ts';

const stepOf = (act: string): Step => {
  const step = steps.find(({ id }) => id.endsWith(`.${act}`));
  if (!step) throw new Error(`no step ${act}`);
  return step;
};

export interface Taking {
  readonly by?: Actor;
  /** Replaces fields of the usual input. */
  readonly input?: Record<string, unknown>;
  /** Replaces the whole input, whatever it is. */
  readonly raw?: unknown;
}

/** One act on the case on a day, by whom it is usually done and with the usual input; answers what happened. */
export function take(walk: Walk, act: string, on: string, { by, input = {}, raw }: Taking = {}): Played {
  const step = stepOf(act);
  return play(walk.world, step, {
    actor: by ?? usualActors[act] ?? clerk,
    now: noon(on),
    params: step.route.includes('{caseId}') ? { caseId: walk.caseId } : {},
    input: raw ?? { ...usualInput(act, walk, on), ...input },
  });
}

/** As `take`, but a refusal is an error of the test. */
export function done(walk: Walk, act: string, on: string, taking: Taking = {}): Played {
  const played = take(walk, act, on, taking);
  if (!played.ok) throw new Error(`${act} on ${on}: ${played.code} ${JSON.stringify(played.detail)}`);
  return played;
}

/** Acts of a plain case in order, with the days of G01. */
const plainDays = {
  'submit-application': '2026-08-03',
  'accept-application': '2026-08-03',
  'record-consents': '2026-08-03',
  'assign-surveyors': '2026-08-04',
  'request-verification': '2026-08-04',
  'start-verification': '2026-08-05',
  'record-visit': '2026-08-06',
  'record-verification': '2026-08-10',
  'give-opinion': '2026-08-14',
  'post-publicity': '2026-08-17',
  'decide-case': '2026-08-25',
  'publish-confirmation': '2026-08-27',
} as const;
export type PlainAct = keyof typeof plainDays;

export interface Route {
  readonly world?: World;
  readonly persons?: readonly Person[];
  /** Fields of the application. */
  readonly application?: Record<string, unknown>;
  /** Days that differ from those of G01; an act with `null` is left out. */
  readonly days?: Partial<Record<PlainAct, string | null>>;
  /** What is said otherwise in one of the acts. */
  readonly taking?: Partial<Record<PlainAct, Taking>>;
}

/** Walks a plain case up to and including an act. Every day of G01 stands unless the route gives another. */
export function walkTo(until: PlainAct, route: Route = {}): Walk {
  const { world = demonstrationWorld(), persons = familyOfThree(0), days = {}, taking = {} } = route;
  const dayOf = (act: PlainAct): string | null => (days[act] === undefined ? plainDays[act] : (days[act] ?? null));
  const submitted = play(world, stepOf('submit-application'), {
    actor: taking['submit-application']?.by ?? clerk,
    now: noon(dayOf('submit-application') ?? ''),
    input: application(world, persons, route.application),
  });
  if (!submitted.ok) throw new Error(`submit-application: ${submitted.code} ${JSON.stringify(submitted.detail)}`);
  const walk: Walk = { world, persons, caseId: submitted.reply.caseId };
  const acts = Object.keys(plainDays) as PlainAct[];
  for (const act of acts.slice(1, acts.indexOf(until) + 1)) {
    const on = dayOf(act);
    if (on !== null) done(walk, act, on, taking[act]);
  }
  return walk;
}

/** The case item. */
export const headOf = ({ world, caseId }: Walk): CaseHead => caseIn(world, caseId).head;

/** The stored state is the fold of the events. */
export const expectFolded = ({ world, caseId }: Walk): void =>
  expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));

/** A term of the case. */
export function termOf({ world, caseId }: Walk, name: TermName) {
  const term = caseIn(world, caseId).parts.terms.find((one) => one.term === name);
  if (!term) throw new Error(`no term ${name}`);
  return term;
}

/** Names of the terms that run. */
export const running = ({ world, caseId }: Walk): readonly TermName[] =>
  caseIn(world, caseId)
    .parts.terms.filter(({ endedOn }) => endedOn === undefined)
    .map(({ term }) => term);

/** The last paper of a kind, as issued. */
export function paperOf({ world, caseId }: Walk, kind: string) {
  const entry = caseIn(world, caseId)
    .parts.papers.filter((one) => one.kind === kind)
    .at(-1);
  const paper = entry && world.papers.get(`${caseId} ${entry.paperId}`);
  if (!paper) throw new Error(`no paper ${kind}`);
  return paper;
}

/** The household on file with other property, as a verification would find it. */
export function withProperty(
  walk: Walk,
  property: readonly Omit<PropertyItem, 'ownerPerson' | 'evidence'>[],
): Household {
  const { household } = caseIn(walk.world, walk.caseId).parts;
  const ownerPerson = household.members[0]?.person ?? '';
  return { ...household, property: property.map((item) => ({ ...item, ownerPerson, evidence: 'verified' as const })) };
}

/** What a refusal must leave untouched. */
export const untouched = ({ world, caseId }: Walk): string =>
  JSON.stringify([caseIn(world, caseId), world.events.length, world.papers.size]);

/** The county takes the delegation back from a day on. */
export function revokeDelegation({ world }: Pick<Walk, 'world'>, revokedOn: string): void {
  const county = world.states.get('county:649900') as unknown as { parts: { delegations: Record<string, object> } };
  const key = 'DB_URBAN#649900101';
  const { parts } = county;
  const delegations = { ...parts.delegations, [key]: { ...parts.delegations[key], revokedOn } };
  world.states.set('county:649900', { ...county, parts: { ...parts, delegations } } as never);
}
