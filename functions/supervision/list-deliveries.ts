import * as z from 'zod';
import { DeliveryList } from '../../schemas/subscription.ts';
import { DELIVERY, DeliveryState } from '../core/delivery-state.ts';
import { partitionOf } from '../core/list-keys.ts';
import { defineStep } from '../core/step.ts';
import { cursorOf, subscriptionFacts, theSubscription } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

/** How far a callback has come, the last attempts, and when the next one is due. */
export const listDeliveries = defineStep({
  id: 'supervision.list-deliveries',
  zh: '回调送达情况',
  en: 'List deliveries of a callback',
  route: 'GET /v1/subscriptions/{subscriptionId}/deliveries',
  provision: [cite('SEED', '二(四)')],
  input: z.strictObject({}),
  output: DeliveryList,
  facts: (call) => ({
    ...subscriptionFacts(call),
    list: { partition: partitionOf('subscription', call.params['subscriptionId'] ?? ''), prefix: DELIVERY },
  }),
  decide: (facts) => {
    const { head } = theSubscription(facts);
    const record = facts.list?.records.find(({ sk }) => sk === DELIVERY)?.record;
    const kept = record === undefined ? undefined : DeliveryState.parse(record);
    const current = kept?.restarts === head.restarts ? kept : undefined;
    return {
      reply: {
        subscriptionId: head.subscriptionId,
        state: head.state,
        reached: cursorOf(head.countyCode, current?.position ?? head.after ?? kept?.position ?? 0),
        ...(current?.failingSince ? { failingSince: current.failingSince } : {}),
        ...(current?.nextAt && head.state === 'active' ? { nextAttemptAt: current.nextAt } : {}),
        deliveries: kept?.recent ?? [],
      },
    };
  },
});
