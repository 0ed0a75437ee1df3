import type { CaseState } from '../../functions/core/case-fold.ts';
import { closedStates } from '../../functions/law/procedure.ts';
import { steps } from '../../functions/steps.ts';
import { type Played, play } from '../world.ts';
import { honestNext } from './honest-moves.ts';
import type { House } from './house.ts';
import type { Move } from './moves.ts';
import { moveTo, nowOf, openScene, passTime, type Scene, stateOf } from './scene.ts';
import { wickedMove } from './wicked-moves.ts';

/** One command of a walk and what came of it. */
export interface Walked {
  readonly move: Move;
  readonly house: House;
  readonly now: string;
  readonly params: Readonly<Record<string, string>>;
  readonly played: Played;
  readonly before: CaseState | undefined;
  readonly after: CaseState | undefined;
}

const LONGEST = 42;
/** Commands after every case of the walk is closed: acts on closed cases are refused too. */
const AFTERWARDS = 4;

const byAct = new Map(steps.map((step) => [step.id.slice(step.id.indexOf('.') + 1), step]));
export const stepOf = (act: string) => {
  const step = byAct.get(act);
  if (!step) throw new Error(`no step ${act}`);
  return step;
};

/** How far a walk goes: so many commands, and not beyond a civil day. */
export interface Reach {
  readonly longest: number;
  readonly until?: string;
}

/** Walks one seed from the empty file to a closed case or to the end of its reach; `see` hears of every command. */
export function walk(
  seed: number,
  see: (walked: Walked, scene: Scene) => void,
  { longest, until = '9999-12-31' }: Reach = { longest: LONGEST },
): Scene {
  const scene = openScene(seed);
  let left = AFTERWARDS;
  for (let n = 0; n < longest && left > 0 && scene.on <= until; n += 1) {
    const { random } = scene;
    const house = random.pick(scene.houses);
    if (!house.plan.slow || random.chance(0.5)) passTime(scene);
    const next = random.chance(0.7) ? honestNext(scene, house) : undefined;
    if (next && 'waitFor' in next) {
      if (random.chance(0.8)) moveTo(scene, next.waitFor);
      continue;
    }
    see(command(scene, house, next ?? wickedMove(scene, house)), scene);
    if (scene.houses.every((one) => isClosed(stateOf(scene, one)))) left -= 1;
  }
  return scene;
}

const isClosed = (state: CaseState | undefined): boolean =>
  state !== undefined && closedStates.includes(state.head.status);

/** Plays a command in the world of a scene and tells what came of it. */
export function command(scene: Scene, house: House, move: Move): Walked {
  const step = stepOf(move.act);
  const now = nowOf(scene);
  const submits = move.act === 'submit-application';
  const before = stateOf(scene, house);
  const caseId = house.cases.at(-1) ?? `${house.townshipCode}-DB-2026-999999`;
  const params = move.params ?? (step.route.includes('{caseId}') ? { caseId } : {});
  const played = play(scene.world, step, { actor: move.by, now, params, input: move.input });
  if (played.ok && submits) house.cases.push(played.reply.caseId);
  const after = stateOf(scene, house);
  return { move, house, now, params, played, before: played.ok && submits ? undefined : before, after };
}
