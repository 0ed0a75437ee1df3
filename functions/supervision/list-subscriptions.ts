import { type Subscription, SubscriptionList, SubscriptionQuery } from '../../schemas/subscription.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { isOwn, subscriptionViewOf } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

/** Lists the callbacks that the calling system registered for the caller's organisation; never their secrets. */
export const listSubscriptions = defineStep({
  id: 'supervision.list-subscriptions',
  zh: '回调清单',
  en: 'List callbacks',
  route: 'GET /v1/subscriptions',
  provision: [cite('SEED', '二(四)')],
  input: SubscriptionQuery,
  output: SubscriptionList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'subscription'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => {
    const subscriptions = headsOf<Subscription>(facts)
      .filter(({ head }) => isOwn(head, facts))
      .map(({ head, version }) => subscriptionViewOf(head, version));
    return { reply: { subscriptions, ...nextOf(facts) } };
  },
});
