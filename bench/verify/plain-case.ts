import type { Event } from '../../functions/core/event.ts';
import { steps } from '../../functions/steps.ts';
import { application, familyOfThree } from '../../test/applications.ts';
import { clerk, usualActors, usualInput, type Walk } from '../../test/decide/usual-acts.ts';
import { demonstrationWorld, noon, type Played, play } from '../../test/world.ts';

/** Days of worked example G01. */
const days: readonly (readonly [act: string, on: string])[] = [
  ['submit-application', '2026-08-03'],
  ['accept-application', '2026-08-03'],
  ['record-consents', '2026-08-03'],
  ['assign-surveyors', '2026-08-04'],
  ['request-verification', '2026-08-04'],
  ['start-verification', '2026-08-05'],
  ['record-visit', '2026-08-06'],
  ['record-verification', '2026-08-10'],
  ['give-opinion', '2026-08-14'],
  ['post-publicity', '2026-08-17'],
  ['decide-case', '2026-08-25'],
  ['publish-confirmation', '2026-08-27'],
];

/** The events of a plain case from application to publication, as the steps make them. */
export function plainCase(): readonly Event[] {
  const world = demonstrationWorld();
  let walk: Walk = { world, persons: familyOfThree(0), caseId: '' };
  for (const [act, on] of days) {
    const step = steps.find(({ id }) => id.endsWith(`.${act}`));
    if (!step) throw new Error(`no step ${act}`);
    const first = walk.caseId === '';
    const played: Played = play(world, step, {
      actor: usualActors[act] ?? clerk,
      now: noon(on),
      params: first ? {} : { caseId: walk.caseId },
      input: first ? application(world, walk.persons) : usualInput(act, walk, on),
    });
    if (!played.ok) throw new Error(`${act}: ${played.code}`);
    if (first) walk = { ...walk, caseId: played.reply.caseId as string };
  }
  return world.events.filter(({ subjectId }) => subjectId === walk.caseId);
}
