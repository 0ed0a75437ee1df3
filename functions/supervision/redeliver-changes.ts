import { RedeliveryRequest, SubscriptionView } from '../../schemas/subscription.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { positionOf, subscriptionFacts, subscriptionReply, theSubscription } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

/**
 * Delivers again what comes after a position, or goes on where delivery stopped; a callback that was disabled becomes active.
 * A receiver may so be told of a version twice, and keeps the highest.
 */
export const redeliverChanges = defineStep({
  id: 'supervision.redeliver-changes',
  zh: '重新送达',
  en: 'Deliver changes again',
  route: 'POST /v1/subscriptions/{subscriptionId}/redelivery',
  provision: [cite('SEED', '二(四)')],
  input: RedeliveryRequest,
  output: SubscriptionView,
  facts: subscriptionFacts,
  decide: (facts, { after }) => {
    const state = theSubscription(facts);
    must(state.head.state !== 'ended', 'subscription-ended');
    const from = after === undefined ? {} : { after: positionOf(state.head.countyCode, after) };
    return subscriptionReply(state, { type: 'subscription-restarted', data: from });
  },
});
