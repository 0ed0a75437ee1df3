import type { CivilDate } from '../../schemas/dates.ts';
import { addMonths } from '../law/civil-day.ts';
import { parameterOn } from '../law/parameters.ts';
import { type Facts, staffOf } from './facts.ts';
import { must } from './problem.ts';
import { type Call, caseFacts } from './step.ts';

/** Facts of an act on a case that may ask for a trained person: also the caller's own staff record. */
export const trainedFacts = (call: Pick<Call<unknown>, 'params' | 'actor'>) => ({
  ...caseFacts(call),
  staff: [call.actor.personId],
});

/**
 * Whether those who do an act were trained in time (SEED 三(二)), where the county asks for it: `training.requiredFor` names no act by
 * default. The staff must be among the facts. Refuses with `training-missing`.
 */
export function checkTrained(
  facts: Facts,
  act: string,
  of: { readonly persons: readonly string[]; readonly on: CivilDate },
): void {
  const { persons, on } = of;
  const parameters = facts.county?.parts.parameters ?? [];
  const required = parameterOn(parameters, 'training.requiredFor', { on })?.value;
  if (!Array.isArray(required) || !required.includes(act)) return;
  const months = Number(parameterOn(parameters, 'training.validMonths', { on })?.value);
  const untrained = persons.filter((id) => {
    const last = staffOf(facts, id)?.trainedOn;
    return last === undefined || addMonths(last, months) < on;
  });
  must(untrained.length === 0, 'training-missing', { act, persons: untrained, months });
}
