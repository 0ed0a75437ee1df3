import type { Actor } from '../../schemas/actor.ts';
import type { Effect } from '../core/effect.ts';
import type { Step } from '../core/step.ts';
import type { PerformEffect, Ports } from './ports.ts';

/** Performs an effect that the step declares; another is a defect, since no Lambda would carry what it takes. */
export async function performed(
  ports: Ports,
  effect: Effect,
  by: { readonly actor: Actor; readonly step: Pick<Step, 'id' | 'effects'> },
): Promise<object> {
  const { actor, step } = by;
  const perform = ports.effects[effect.kind] as PerformEffect<never> | undefined;
  if (!perform || !step.effects?.includes(effect.kind)) throw new Error(`${step.id} does not declare ${effect.kind}`);
  return perform(ports, effect as never, { actor, step: step.id });
}
