import { type DrawEventBody, type DrawHead, DrawId, type DrawView } from '../../schemas/draw.ts';
import { type DrawState, drawAfter } from '../core/draw-fold.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { Outcome } from '../core/step.ts';
import type { SubjectRef } from '../core/subject.ts';
import { countyOf } from '../law/tenants.ts';
import { CERTAIN } from './draw/frame.ts';

export const drawOf = (id: string): SubjectRef => ({ kind: 'draw', id });

/** The draw of the address; one of another county does not exist for the caller. */
export function drawOnFile(facts: Facts): DrawHead {
  const drawId = facts.params['drawId'] ?? '';
  const head = DrawId.safeParse(drawId).success ? stateOf<DrawState>(facts, drawOf(drawId))?.head : undefined;
  must(head && covers(facts.actor, { countyCode: countyOf(drawId) }), 'draw-not-found', { drawId });
  return head;
}

/** Nobody draws who confirmed one of the cases: whoever handled a case does not choose whether it is checked (SD7). */
export function mustNotHaveDecided({ actor }: Facts, deciders: readonly string[]): void {
  must(!deciders.includes(actor.personId), 'handler-may-not-check', { person: actor.personId });
}

/** A draw as supervisors see it: numbers of each stratum, and the cases once they are drawn. */
export function drawView(head: DrawHead): DrawView {
  const { drawId, month, state, on, frameRoot, strata, rates, beacon, witnesses, entered, seeded } = head;
  return {
    ...{ drawId, countyCode: countyOf(drawId), month, state, frozenOn: on, frameRoot },
    cases: strata.reduce((sum, { rows }) => sum + rows.length, 0),
    strata: strata.map(({ rows, ...stratum }) => ({
      ...stratum,
      cases: rows.length,
      certain: rows.filter(([, , pi]) => pi === CERTAIN).length,
    })),
    ...{ rates, beacon, witnesses },
    ...(entered && { enteredBy: entered.by }),
    ...(seeded && { seed: seeded.seed, checkpoint: seeded.checkpoint, drawn: seeded.drawn }),
  };
}

/** What an act makes of a draw: its event, and the draw after it. */
export function drawOutcome(head: DrawHead | undefined, event: DrawEventBody): Outcome<DrawView> {
  return { event, subject: drawOf(event.data.drawId), reply: drawView(drawAfter(head, event)) };
}
