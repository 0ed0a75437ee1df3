import { DrawBeaconInput, type DrawEventBody, DrawView } from '../../schemas/draw.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { isPublished } from './draw/beacon.ts';
import { drawOf, drawOnFile, drawOutcome, mustNotHaveDecided } from './draw-on-file.ts';

/**
 * Enters what the public source came to in the round that was committed: what the lottery drew, what drand signed, what the dice showed.
 * Another person gives it again before anything is drawn. Entered wrongly it is entered anew: both stay in the log.
 */
export const enterBeacon = defineStep({
  id: 'supervision.enter-beacon',
  zh: '录入随机源公开值',
  en: 'Enter the value of a public source of chance',
  route: 'POST /v1/draws/{drawId}/beacon',
  provision: [cite('SEED', '二(二)1'), cite('Z18', '三(四)')],
  input: DrawBeaconInput,
  output: DrawView,
  facts: ({ params }) => ({ subjects: [drawOf(params['drawId'] ?? '')] }),
  decide: (facts, { value }, now) => {
    const head = drawOnFile(facts);
    const { drawId, beacon, state, deciders } = head;
    const on = civilDateOf(now);
    mustNotHaveDecided(facts, deciders);
    must(state === 'frozen' || state === 'beacon-entered', 'draw-ended', { state });
    must(on >= beacon.on, 'beacon-not-due', { on: beacon.on, round: beacon.round });
    must(isPublished(beacon, value), 'beacon-value-unfit', { source: beacon.source });
    const data = { drawId, on, value, by: facts.actor.personId };
    const event: DrawEventBody = { type: 'draw-beacon-entered', data };
    return drawOutcome(head, event);
  },
});
