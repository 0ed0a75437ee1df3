import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { deliverTo } from '../deliver-changes.ts';
import { once, productionPorts, settingOf } from './production-ports.ts';
import { wakeAll, wakeOne } from './wake-callbacks.ts';

/** What the queue hands on, or the schedule's call to look after everybody. */
const Messages = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const Wake = z.strictObject({ subscriptionId: z.string().min(1).max(64) });
const Sweep = z.strictObject({ sweep: z.literal(true) });

/** Well within the time-out of the function and the lease. */
const BUDGET_MS = 45_000;

const ports = once(() => productionPorts(process.env));

export interface Answer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Delivers to the receiver that a message names, one receiver a call; what is left over comes with a message of its own. Every few
 * minutes all active callbacks are woken, so that no retry depends on a message (design section 6).
 */
export async function handler(event: unknown): Promise<Answer> {
  if (Sweep.safeParse(event).success) {
    await wakeAll(ports().store, settingOf(process.env, 'SUNLIGHT_COUNTIES').split(','));
    return { batchItemFailures: [] };
  }
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Messages.parse(event).Records) {
    try {
      const { subscriptionId } = Wake.parse(JSON.parse(body));
      const { next } = await deliverTo(ports(), subscriptionId, { owner: randomUUID(), budgetMs: BUDGET_MS });
      if (next === 'more') await wakeOne(subscriptionId);
    } catch (error) {
      process.stderr.write(`${JSON.stringify({ level: 'error', messageId, error: String(error) })}\n`);
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
}
