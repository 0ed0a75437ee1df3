import * as z from 'zod';
import { Posting } from './case-evidence.ts';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { Sha256 } from './ids.ts';
import { OnlineNotice } from './notice.ts';

/** What happens to a notice after it was posted: a channel broken off, a page put online and taken down (rulebook 5). */
export const publicityEvents = [
  event('publicity-broken', {
    channel: Posting.shape.channel,
    /** The day the notice was found missing: whatever is posted again is posted on or after it. */
    on: CivilDate,
    proof: Sha256,
    note: statement.optional(),
    /** Whether a channel without which there is no publicity was broken: the period then starts again with it. */
    restarts: z.boolean(),
  }),
  event('notice-put-online', { notice: OnlineNotice }),
  event('notice-taken-down', { paperId: z.string(), on: CivilDate, reason: statement }),
] as const;
