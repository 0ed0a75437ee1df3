import type { BeaconRound, DrawEventBody } from '../../schemas/draw.ts';
import { DrawView, FreezeDrawInput } from '../../schemas/draw.ts';
import type { DrawState } from '../core/draw-fold.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { addDays } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';
import { confirmationsIn, daysOf, ratesFor, strataOf } from './confirmations-for-draw.ts';
import { fallsOn } from './draw/beacon.ts';
import { casesOf, frameRootOf } from './draw/frame.ts';
import { drawOf, drawOutcome, mustNotHaveDecided } from './draw-on-file.ts';

/** Numbers of the tries of a month. */
const TRIES = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** An entry of the log has at most 65,535 bytes (ADR 0014); a part of them is who, when and the chain. All of a frame is ASCII. */
const MOST_BYTES = 62_000;
/** Days after the freeze within which the round must fall: a draw is made within the month (T43 §16, rulebook 7.1). */
const LONGEST = 31;

const drawIdOf = (county: string, month: string, no: number): string => `${county}-DRAW-${month}-${no}`;

/**
 * Freezes what a spot check is drawn from (rulebook 7.1, 24): every confirmation of a month that is over, as the lake has it, in strata of
 * township, program and class, with the rates of the day; and with it which round of which public source will be used. The event's root
 * is in the log before anybody can know the seed. Once a month; again only after a draw that could not be made. No inspector is known yet.
 */
export const freezeDraw = defineStep({
  id: 'supervision.freeze-draw',
  zh: '冻结抽查范围',
  en: 'Freeze the frame of a draw',
  route: 'POST /v1/draws',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§46(2)'), cite('T43', '§16'), cite('Z18', '三(四)')],
  input: FreezeDrawInput,
  output: DrawView,
  status: 201,
  facts: ({ actor, input: { month, runId } }) => ({
    county: actor.orgCode,
    run: { runId },
    subjects: TRIES.map((no) => drawOf(drawIdOf(actor.orgCode, month, no))),
  }),
  decide: (facts, { month, runId, beacon }, now) => {
    const on = civilDateOf(now);
    const { toOn } = daysOf(month);
    must(on > toOn, 'period-not-over', { period: month, toOn });
    const drawId = nextTry(facts, month);
    checkRound(beacon, on);
    const confirmed = confirmationsIn(facts, month);
    must(confirmed.length > 0, 'draw-frame-empty', { month });
    const deciders = [...new Set(confirmed.map(({ decidedBy }) => decidedBy))].sort();
    mustNotHaveDecided(facts, deciders);
    const records = facts.county?.parts.parameters ?? [];
    const rates = ratesFor(confirmed, records, on);
    const strata = strataOf(confirmed, rates);
    const witnesses = Number(parameterOn(records, 'draw.witnesses', { program: 'DB_URBAN', on })?.value);
    const event: DrawEventBody = {
      type: 'draw-frozen',
      data: {
        ...{ drawId, month, on, by: facts.actor.personId, frameRoot: frameRootOf(casesOf(strata)) },
        rates: [...rates],
        risk: 0,
        ...{ beacon, witnesses, runId, deciders, strata: [...strata] },
      },
    };
    const bytes = JSON.stringify(event).length;
    must(bytes <= MOST_BYTES, 'draw-frame-too-large', { cases: confirmed.length, bytes, most: MOST_BYTES });
    return drawOutcome(undefined, event);
  },
});

/** The number of a new draw: there is none of the month, or all there are could not be made. */
function nextTry(facts: Facts, month: string): string {
  const idOf = (no: number): string => drawIdOf(facts.actor.orgCode, month, no);
  const stateAt = (no: number) => stateOf<DrawState>(facts, drawOf(idOf(no)))?.head.state;
  const standing = TRIES.find((no) => stateAt(no) !== undefined && stateAt(no) !== 'void');
  must(standing === undefined, 'draw-exists', { drawId: idOf(standing ?? 1), state: stateAt(standing ?? 1) });
  const free = TRIES.find((no) => stateAt(no) === undefined);
  must(free !== undefined, 'draw-exists', { drawId: idOf(TRIES.length), state: 'void' });
  return idOf(free);
}

/** The round falls after the whole day whose checkpoint makes the seed: who knew it could choose the last events of the day. */
function checkRound(beacon: BeaconRound, on: string): void {
  const [earliestOn, latestOn] = [addDays(on, 2), addDays(on, LONGEST)];
  must(beacon.on >= earliestOn && beacon.on <= latestOn, 'beacon-day-unfit', { earliestOn, latestOn });
  must(fallsOn(beacon), 'beacon-day-unfit', { round: beacon.round, on: beacon.on });
}
