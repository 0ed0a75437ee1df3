import type { Appeal, AppealEventBody } from '../../schemas/appeal.ts';
import { type AppealEvent, type AppealState, foldAppeal } from './appeal-fold.ts';
import { appealRef, theAppeal } from './appeals.ts';
import type { EventBody } from './event.ts';
import { type Facts, stateOf } from './facts.ts';
import type { Outcome } from './step.ts';

type Body = AppealEventBody & Pick<EventBody, 'terms'>;

/** The loaded appeal as it stands after an event of its own. */
export function appealAfter(facts: Facts, body: Body, now: string): Appeal {
  const { appealId } = theAppeal(facts);
  const before = stateOf<AppealState>(facts, appealRef(appealId));
  const event = { ...body, at: now, seq: (before?.version ?? 0) + 1, hash: '', subjectId: appealId };
  return foldAppeal(before, event as unknown as AppealEvent).head;
}

/** The outcome of an act on the loaded appeal alone: its event, and the appeal as it stands after it. */
export const appealReply = (facts: Facts, body: Body, now: string): Outcome<Appeal> => ({
  event: body,
  subject: appealRef(theAppeal(facts).appealId),
  reply: appealAfter(facts, body, now),
});
