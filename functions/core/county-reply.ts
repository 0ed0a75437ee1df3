import type { CountyEventBody } from '../../schemas/county-events.ts';
import type { Outcome } from './step.ts';

/** The outcome of an act on a county's set-up: a typed body, numbered within that county. */
export const countyReply = <Reply>(countyCode: string, event: CountyEventBody, reply: Reply): Outcome<Reply> => ({
  event,
  subject: { kind: 'county', id: countyCode },
  reply,
});
