import type { AppealState } from '../../functions/core/appeal-fold.ts';
import { steps } from '../../functions/steps.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { Appeal } from '../../schemas/appeal.ts';
import { actor, attach, noon, type Played, play } from '../world.ts';
import { asked, receiving } from './receiving.ts';
import { done, type Walk, walkTo } from './walk-through.ts';

export const county = actor('CC', 'cc-1');
export const confirmer = actor('TD', 't1-td');
export const other = actor('TD', 't1-td2');

/** A denial of 25 August 2026, served on a day or not at all. */
export function denied(servedOn: string | null = '2026-08-26'): Walk {
  const walk = walkTo('post-publicity');
  done(walk, 'decide-case', '2026-08-25', {
    input: { result: 'not-confirmed', grounds: ['income'], reasons: ['家庭收入超过标准'] },
  });
  if (servedOn) served(walk, 'W21-1', servedOn);
  return walk;
}

export const served = (walk: Walk, paperId: string, servedOn: string): Played =>
  done(walk, 'record-delivery', servedOn, { input: { paperId, method: 'direct', servedOn } });

/** A reduction from 660 to 210 yuan from December 2026 on, decided on 18 November and served the day after (G14). */
export function reduced(): Walk {
  const walk = receiving();
  asked(walk);
  done(walk, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } });
  served(walk, 'W25-1', '2026-11-19');
  return walk;
}

export interface Told {
  readonly by?: Actor;
  readonly appealId?: string;
  readonly input?: Record<string, unknown>;
}

/** An act on an appeal of a case, on a day. */
export function onAppeal(walk: Walk, act: string, on: string, { by = county, appealId, input = {} }: Told): Played {
  const step = steps.find(({ id }) => id.endsWith(`.${act}`));
  if (!step) throw new Error(`no step ${act}`);
  const params = { caseId: walk.caseId, appealId: appealId ?? `${walk.caseId}-A1` };
  return play(walk.world, step, { actor: by, now: noon(on), params, input });
}

/** Registers an appeal filed and received on a day, unless told otherwise. */
export const appealed = (
  walk: Walk,
  on: string,
  input: Record<string, unknown>,
  by: Actor = actor('TC', 't1-tc'),
): Played =>
  onAppeal(walk, 'record-appeal', on, {
    by,
    input: {
      kind: 'review',
      filedOn: on,
      claims: ['请求撤销该决定'],
      evidence: [attach(walk.world, 'copy of the application')],
      ...input,
    },
  });

/** Registers an outcome. */
export const settled = (
  walk: Walk,
  on: string,
  input: Record<string, unknown>,
  more: Omit<Told, 'input'> = {},
): Played =>
  onAppeal(walk, 'settle-appeal', on, {
    ...more,
    input: { decidedOn: on, orderNo: '演示复决〔2026〕3号', evidence: attach(walk.world, 'the decision'), ...input },
  });

export const must = (played: Played): Played => {
  if (!played.ok) throw new Error(`${played.code} ${JSON.stringify(played.detail)}`);
  return played;
};

export const appealIn = ({ world, caseId }: Walk, serial = 1): Appeal => {
  const state = world.states.get(`appeal:${caseId}-A${serial}`) as AppealState | undefined;
  if (!state) throw new Error('no such appeal');
  return state.head;
};
