import * as z from 'zod';
import { AppealEntry, AppealId, AppealOrder, AppealOutcome } from './appeal-order.ts';
import { CaseStatus } from './case.ts';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';

/** What appeals do to their case: that there is one, and what came of it. */
export const appealEvents = [
  event('appeal-recorded', { on: CivilDate, entry: AppealEntry, lastOn: CivilDate.optional(), inTime: z.boolean() }),
  event('appeal-settled', {
    on: CivilDate,
    appealId: AppealId,
    outcome: AppealOutcome,
    receivedOn: CivilDate,
    /** Where the case stands once it is to be decided anew; absent where nothing is reopened. */
    status: CaseStatus.optional(),
    order: AppealOrder.optional(),
  }),
] as const;
