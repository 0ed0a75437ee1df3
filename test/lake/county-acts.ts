import { fold } from '../../functions/core/fold.ts';
import { seal } from '../../functions/core/perform.ts';
import type { Step } from '../../functions/core/step.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { steps } from '../../functions/steps.ts';
import type { Actor } from '../../schemas/actor.ts';
import { actor, noon, play, type World } from '../world.ts';

export const county = '649900';
export const township = '649900101';
export const officer = actor('CC', 'cc-1');
export const second = actor('CC', 'cc-2');
export const chief = actor('TD', 't1-td');
export const clerk = actor('TC', 't1-tc');

interface Doing {
  readonly by: Actor;
  readonly on: string;
  readonly params?: Record<string, string>;
  readonly input?: unknown;
}

/** One act, as a step of the product performs it; a refusal is an error of the test. */
export function act(world: World, name: string, { by, on, params = {}, input = {} }: Doing) {
  const step = steps.find(({ id }) => id.endsWith(`.${name}`)) as Step;
  const played = play(world, step, { actor: by, now: noon(on), params, input });
  if (!played.ok) throw new Error(`${name} on ${on}: ${played.code} ${JSON.stringify(played.detail)}`);
  return played.reply;
}

/** What the shell notes beside the steps, sealed as it seals it. */
export function noted(
  world: World,
  by: Actor,
  body: { readonly type: string; readonly data: { readonly at: string } },
): void {
  const kind = body.type === 'attempt-refused' ? ('refusals' as const) : ('access' as const);
  const name = `${kind}:${by.orgCode}`;
  const before = world.states.get(name);
  const meta = {
    subject: { kind, id: by.orgCode },
    before,
    actor: by,
    step: 'supervision.run-query',
    at: body.data.at,
    countyCode: county,
    lawPack: 'RP-2026B',
    calendar: '',
  };
  const event = seal(body, meta, hashOfEvent);
  world.states.set(name, fold(before, event));
  world.events.push(event);
}
