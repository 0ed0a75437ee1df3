import { DrawBeaconInput, type DrawEventBody, type DrawHead, DrawView } from '../../schemas/draw.ts';
import type { LoggedCheckpoint, LoggedSubject } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { nextDay } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { seedOf } from './draw/seed.ts';
import { select } from './draw/select.ts';
import { drawOf, drawOnFile, drawOutcome, mustNotHaveDecided } from './draw-on-file.ts';

/**
 * Draws (rulebook 7.1; detection.md C): a second person gives the value of the round, and the seed is made of it, of the first checkpoint
 * of the day after the freeze that enough witnesses cosigned, and of the frame's root. Nobody can choose any of them once the others are
 * known, and anybody can repeat the draw. Where that day had no such checkpoint the draw is void, which is an event too.
 */
export const seedDraw = defineStep({
  id: 'supervision.seed-draw',
  zh: '核对公开值并抽取',
  en: 'Countersign the value and draw',
  route: 'POST /v1/draws/{drawId}/seed',
  provision: [cite('SEED', '二(二)1'), cite('T43', '§16'), cite('Z18', '三(四)')],
  input: DrawBeaconInput,
  output: DrawView,
  facts: ({ params }) => {
    const draw = drawOf(params['drawId'] ?? '');
    return { subjects: [draw], logged: draw };
  },
  decide: (facts, { value }, now) => {
    const head = drawOnFile(facts);
    const { drawId, state, entered, deciders } = head;
    const by = facts.actor.personId;
    mustNotHaveDecided(facts, deciders);
    must(state === 'frozen' || state === 'beacon-entered', 'draw-ended', { state });
    must(entered, 'beacon-missing', { round: head.beacon.round });
    must(entered.by !== by, 'same-person-approves', { drawId });
    must(entered.value === value, 'beacon-differs', { enteredBy: entered.by });
    const { index, checkpoints = [] } = facts.logged ?? {};
    must(index !== undefined, 'draw-not-sealed', { drawId });
    const on = civilDateOf(now);
    const checkpoint = firstOf(head, { index, checkpoints });
    if (!checkpoint) {
      const lastSize = checkpoints.at(-1)?.size ?? 0;
      return drawOutcome(head, { type: 'draw-voided', data: { drawId, on, by, lastSize } });
    }
    return drawOutcome(head, drawnFrom(head, checkpoint, { on, by, value }));
  },
});

/** The civil day on which as many witnesses as are needed had signed. */
function cosignedOn({ cosignedAt }: LoggedCheckpoint, needed: number): string | undefined {
  const at = cosignedAt[needed - 1];
  return at === undefined ? undefined : civilDateOf(new Date(at * 1000).toISOString());
}

/** The first checkpoint of the day after the freeze that holds it and that enough witnesses cosigned on that day. */
const firstOf = ({ on, witnesses }: DrawHead, { checkpoints }: LoggedSubject): LoggedCheckpoint | undefined =>
  checkpoints.find((one) => cosignedOn(one, witnesses) === nextDay(on));

function drawnFrom(
  { drawId, beacon, frameRoot, strata, risk }: DrawHead,
  { size, note }: LoggedCheckpoint,
  act: { readonly on: string; readonly by: string; readonly value: string },
): DrawEventBody {
  const checkpointText = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const seed = seedOf({ checkpointText, beacon, value: act.value, frameRoot });
  const drawn = select(strata, { seed, risk });
  return { type: 'draw-seeded', data: { drawId, ...act, size, checkpoint: note, seed, drawn } };
}
