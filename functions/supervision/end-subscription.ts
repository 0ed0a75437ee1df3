import * as z from 'zod';
import { SubscriptionView } from '../../schemas/subscription.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { subscriptionFacts, subscriptionReply, theSubscription } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

const SubscriptionEnding = z
  .strictObject({})
  .meta({ id: 'SubscriptionEnding', description: '终止回调 End of a callback', examples: [{}] });

/** Ends a callback for good: nothing more is sent to its address. */
export const endSubscription = defineStep({
  id: 'supervision.end-subscription',
  zh: '终止回调',
  en: 'End a callback',
  route: 'POST /v1/subscriptions/{subscriptionId}/ending',
  provision: [cite('SEED', '二(四)')],
  input: SubscriptionEnding,
  output: SubscriptionView,
  facts: subscriptionFacts,
  decide: (facts, _input, now) => {
    const state = theSubscription(facts);
    must(state.head.state !== 'ended', 'subscription-ended');
    return subscriptionReply(state, { type: 'subscription-ended', data: { at: now } });
  },
});
