import * as z from 'zod';
import { SubscriptionView } from '../../schemas/subscription.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import type { SubscriptionState } from '../core/subscription-fold.ts';
import { subscriptionReply, subscriptionViewOf } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

const DisableSubscriptionInput = z
  .strictObject({ subscriptionId: z.string().min(1).max(64).describe('回调编号 subscription') })
  .meta({ id: 'DisableSubscriptionInput', description: '停用回调 Disable a callback' });

/** Notes that a receiver did not answer for a day and is not called any more, until somebody has its changes delivered again. */
export const disableSubscription = defineStep({
  id: 'supervision.disable-subscription',
  zh: '停用回调',
  en: 'Disable a callback',
  route: 'DOCKET disable-subscription',
  provision: [cite('SEED', '二(四)')],
  input: DisableSubscriptionInput,
  output: SubscriptionView,
  facts: ({ input }) => ({ subjects: [{ kind: 'subscription', id: input.subscriptionId }] }),
  decide: (facts, { subscriptionId }, now) => {
    const state = stateOf<SubscriptionState>(facts, { kind: 'subscription', id: subscriptionId });
    must(state, 'subscription-not-found');
    if (state.head.state !== 'active') return { reply: subscriptionViewOf(state.head, state.version) };
    return subscriptionReply(state, { type: 'subscription-disabled', data: { at: now } });
  },
});
