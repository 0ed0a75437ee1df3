import * as z from 'zod';
import { SubscriptionView } from '../../schemas/subscription.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { subscriptionFacts, subscriptionReply, theSubscription } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

const CallbackSecretRenewal = z
  .strictObject({})
  .meta({ id: 'CallbackSecretRenewal', description: '更换签名密钥 A new secret', examples: [{}] });

/** Gives a callback a new secret, shown once; the one before it signs nothing from then on. */
export const renewCallbackSecret = defineStep({
  id: 'supervision.renew-callback-secret',
  zh: '更换回调密钥',
  en: 'Renew the secret of a callback',
  route: 'POST /v1/subscriptions/{subscriptionId}/secret',
  provision: [cite('PIPL', '§51')],
  input: CallbackSecretRenewal,
  output: SubscriptionView,
  effects: ['callback-secret'],
  facts: subscriptionFacts,
  decide: (facts) => {
    const state = theSubscription(facts);
    const { subscriptionId, secretNo } = state.head;
    must(state.head.state !== 'ended', 'subscription-ended');
    return subscriptionReply(
      state,
      { type: 'subscription-secret-renewed', data: {} },
      { kind: 'callback-secret', subscriptionId, secretNo: secretNo + 1 },
    );
  },
});
