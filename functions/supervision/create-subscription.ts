import { type Subscription, SubscriptionRequest, SubscriptionView } from '../../schemas/subscription.ts';
import { mustBeCallable } from '../core/callback-address.ts';
import { countyAsked } from '../core/division-asked.ts';
import { defineStep } from '../core/step.ts';
import { positionOf, subscriptionViewOf } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

/**
 * Registers an address to call when cases change (design section 6), in the scope of the caller's organisation. The secret of its
 * signature is shown once. What is sent holds no personal data; a receiver that does not answer holds up nobody.
 */
export const createSubscription = defineStep({
  id: 'supervision.create-subscription',
  zh: '登记回调',
  en: 'Register a callback',
  route: 'POST /v1/subscriptions',
  provision: [cite('SEED', '二(四)')],
  input: SubscriptionRequest,
  output: SubscriptionView,
  effects: ['callback-secret'],
  status: 201,
  facts: ({ input }) => ({ callback: input.url }),
  decide: (facts, input, now) => {
    const { actor, params } = facts;
    const countyCode = countyAsked(actor, undefined);
    mustBeCallable(input.url, facts.callback);
    const { requestKey } = params;
    if (!requestKey) throw new Error('a subscription needs the request key among the parameters');
    const subscription: Subscription = {
      subscriptionId: `${countyCode}-SUB-${requestKey.slice(0, 16)}`,
      countyCode,
      clientId: actor.clientId,
      url: input.url,
      ...(input.events ? { events: input.events } : {}),
      cases: input.cases,
      createdBy: actor.personId,
      post: actor.post,
      orgCode: actor.orgCode,
      createdAt: now,
      after: positionOf(countyCode, input.after),
      restarts: 0,
      secretNo: 1,
      state: 'active',
    };
    return {
      event: { type: 'subscription-created', data: { subscription } },
      subject: { kind: 'subscription', id: subscription.subscriptionId },
      effect: { kind: 'callback-secret', subscriptionId: subscription.subscriptionId, secretNo: 1 },
      reply: subscriptionViewOf(subscription, 1),
    };
  },
});
