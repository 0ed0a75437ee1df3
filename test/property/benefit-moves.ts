import { assessCase } from '../../functions/core/assessed.ts';
import type { CaseState } from '../../functions/core/case-fold.ts';
import type { CountyState } from '../../functions/core/county-fold.ts';
import type { Facts } from '../../functions/core/facts.ts';
import { benefitIn, effectMonth, managementOf, openChanges } from '../../functions/core/managed.ts';
import { settingOf } from '../../functions/core/setting.ts';
import { addDays, nextDay } from '../../functions/law/calendar.ts';
import { householdAfter } from '../../functions/law/household-changes.ts';
import { lastDayOf } from '../../functions/law/term-start.ts';
import type { Household } from '../../schemas/household.ts';
import type { House, PlannedChange } from './house.ts';
import { doer, type Move, type Next, plainMove, serve } from './moves.ts';
import { surveyorsOf, visitOf } from './plain-inputs.ts';
import { file, type Scene, stateOf } from './scene.ts';

const reasons = ['经核查，家庭情况已变化'];

/** What an honest township does next for a household that receives aid: an act, a day to wait for, or nothing more. */
export function benefitNext(scene: Scene, house: House): Next {
  const state = stateOf(scene, house);
  if (!state) return undefined;
  const paper = ['W20', 'W23', 'W25', 'W26'].flatMap((kind) => serve(kind, scene, house) ?? [])[0];
  if (paper) return paper;
  const running = state.parts.terms.filter(({ endedOn }) => endedOn === undefined).map(({ term }) => term);
  if (running.includes('adjustment-publication')) return plainMove('publish-adjustment', scene, house);
  if (state.head.status === 'hearing') return hearing(scene, house, state);
  if (state.head.status === 'checking') return checking(scene, house, state);
  return state.head.endedOn ? undefined : resting(scene, house, state);
}

/** The confirming authority of the day decides, by somebody who neither looked nor proposed. */
function decided(act: string, scene: Scene, house: House, input: Record<string, unknown>): Move {
  const standard = stateOf(scene, house)?.head.mode === 'standard';
  return { ...plainMove(act, scene, house, input), by: doer(act, scene, house, standard ? 'CC' : 'TD') };
}

function hearing(scene: Scene, house: House, state: CaseState): Next {
  const { proposal, representations } = managementOf(state);
  const { windowEndsOn } = proposal ?? {};
  if (house.plan.objects && !representations && scene.random.chance(0.7))
    return plainMove('record-representations', scene, house);
  if (!representations && windowEndsOn && scene.on <= windowEndsOn && scene.random.chance(0.9))
    return { waitFor: nextDay(windowEndsOn) };
  return postedFirst(scene, house, state) ?? decided('decide-adjustment', scene, house, { result: proposal?.result });
}

/** 特困 is ended only after seven days of publicity (T43 §26). */
function postedFirst(scene: Scene, house: House, state: CaseState): Next {
  const { proposal, posted } = managementOf(state);
  if (state.head.program !== 'TK' || proposal?.result !== 'stop') return undefined;
  if (!posted?.endsOn) return plainMove('post-termination', scene, house);
  return scene.on <= posted.endsOn ? { waitFor: nextDay(posted.endsOn) } : undefined;
}

function checking(scene: Scene, house: House, state: CaseState): Next {
  const { check, proposal } = managementOf(state);
  if (proposal?.result === 'fade-out')
    return decided('decide-fade-out', scene, house, { months: scene.random.chance(0.1) ? 7 : 6 });
  if (proposal)
    return postedFirst(scene, house, state) ?? decided('decide-adjustment', scene, house, { result: proposal.result });
  const [near] = state.head.unfiledRelatives ?? [];
  if (near) return plainMove('file-near-relative', scene, house, { staff: near });
  if (!check?.visitedOn) {
    const barred = [...state.head.relatives, ...(house.kin ? [house.kin] : [])];
    const household = foundHousehold(house, state);
    const visit = visitOf(surveyorsOf(house, barred), scene.on, household ? { household } : {});
    return plainMove('record-visit', scene, house, visit);
  }
  return plainMove('record-reverification', scene, house, conclusion(scene, state));
}

/** The change that is being looked into, where it was planned. */
const planned = ({ plan }: House, state: CaseState): PlannedChange | undefined => {
  const last = managementOf(state).changes.length - 1;
  return openChanges(state).length > 0 ? plan.changes[last] : undefined;
};

/** The household as surveyors find it: the applicant's wage is another one. */
function foundHousehold(house: House, { parts, ...state }: CaseState): Household | undefined {
  const { wageFen } = planned(house, { ...state, parts }) ?? {};
  const [first, ...others] = parts.household.members;
  if (wageFen === undefined || !first) return undefined;
  const wage = { kind: 'wage' as const, per: 'month' as const, amountFen: wageFen, evidence: 'verified' as const };
  return { ...parts.household, members: [{ ...first, labourAbility: '1', income: [wage] }, ...others] };
}

/** What follows from the means test of the day: a result that does not follow is refused. */
function conclusion(scene: Scene, state: CaseState): Record<string, unknown> {
  const { head, parts } = state;
  const { on, random } = scene;
  const open = openChanges(state);
  const kinds = open.map(({ kind }) => kind);
  if (kinds.includes('voluntary-exit')) return { result: 'stop', ground: 'voluntary-exit', reasons };
  const county = scene.world.states.get('county:649900') as CountyState;
  const setting = settingOf({ county } as Facts, head.program, on);
  const changed = open.some(({ person }) => person !== undefined);
  const household = changed ? householdAfter(parts.household, open) : parts.household;
  const { entitled, amountFen } = assessCase({ ...state, parts: { ...parts, household } }, setting, on);
  const { fadeOut, lastFadeOutUntil } = managementOf(state);
  const old = benefitIn(state, effectMonth(on));
  if (entitled === false) {
    const fades = kinds.includes('employment') && !fadeOut && !lastFadeOutUntil && random.chance(0.8);
    return { result: fades ? 'fade-out' : 'stop', reasons };
  }
  if (amountFen > old || (fadeOut && amountFen === old)) return { result: 'increase' };
  return amountFen < old ? { result: 'reduce', reasons } : { result: 'none' };
}

/** Nothing is looked into: the next change of the household's life, or the next re-verification, whichever comes first. */
function resting(scene: Scene, house: House, state: CaseState): Next {
  const { head, parts } = state;
  const change = house.plan.changes[managementOf(state).changes.length];
  const due = change && addDays(head.publishedOn ?? head.decision?.on ?? scene.on, change.days);
  if (change && due && due <= scene.on) return reported(scene, house, { change, due, state });
  const cycle = parts.terms.find(
    ({ term, endedOn }) => (term === 'reverification' || term === 'fade-out-end') && endedOn === undefined,
  );
  const opens = cycle && addDays(lastDayOf(cycle), -20);
  if (opens && opens <= scene.on) return plainMove('open-reverification', scene, house);
  const next = [due, opens].filter((day) => day !== undefined).sort()[0];
  return next ? { waitFor: next } : undefined;
}

function reported(
  scene: Scene,
  house: House,
  { change, due, state }: { readonly change: PlannedChange; readonly due: string; readonly state: CaseState },
): Move {
  const { kind } = change;
  const persons = state.parts.household.members.map(({ person }) => person);
  return plainMove('report-change', scene, house, {
    kind,
    source: kind === 'voluntary-exit' ? 'household' : 'staff',
    happenedOn: due,
    ...(kind === 'death' ? { person: persons.at(-1) } : {}),
    ...(kind === 'voluntary-exit' ? { proof: file('evidence') } : {}),
  });
}
