import type { Subscription, SubscriptionEventBody, SubscriptionView } from '../../schemas/subscription.ts';
import type { Effect } from './effect.ts';
import { type Facts, stateOf } from './facts.ts';
import { must } from './problem.ts';
import type { FactRequest, Outcome } from './step.ts';
import { foldSubscription, type SubscriptionEvent, type SubscriptionState } from './subscription-fold.ts';

/** What an act on the subscription of the path needs. */
export const subscriptionFacts = ({ params }: { readonly params: Readonly<Record<string, string>> }): FactRequest => ({
  subjects: [{ kind: 'subscription', id: params['subscriptionId'] ?? '' }],
});

/** A subscription as it is shown: where delivery stands is told by its list of deliveries. */
export function subscriptionViewOf(head: Subscription, version: number): SubscriptionView {
  const { after: _after, restarts: _restarts, secretNo: _secretNo, ...told } = head;
  return { ...told, version };
}

/** Whether a subscription is the caller's: of the same system and organisation. */
export const isOwn = (head: Subscription, { actor }: Facts): boolean =>
  head.clientId === actor.clientId && head.orgCode === actor.orgCode;

/** The subscription of the path; another system's, or another organisation's, does not exist. */
export function theSubscription(facts: Facts): SubscriptionState {
  const id = facts.params['subscriptionId'] ?? '';
  const state = stateOf<SubscriptionState>(facts, { kind: 'subscription', id });
  must(state && isOwn(state.head, facts), 'subscription-not-found');
  return state;
}

/** The outcome of an act on a loaded subscription. */
export function subscriptionReply(
  { head, version }: SubscriptionState,
  body: SubscriptionEventBody,
  effect?: Effect,
): Outcome<SubscriptionView> {
  const event = { ...body, subjectId: head.subscriptionId, seq: version + 1, hash: '' } as unknown as SubscriptionEvent;
  const after = foldSubscription({ version, chain: '', head, parts: {} }, event);
  return {
    event: body,
    subject: { kind: 'subscription', id: head.subscriptionId },
    ...(effect ? { effect } : {}),
    reply: subscriptionViewOf(after.head, after.version),
  };
}

/** The position a cursor of a county's feed stands for; refuses what this county's feed never gave out. */
export function positionOf(countyCode: string, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^(\w{6})-(0|[1-9]\d{0,10})$/.exec(cursor);
  must(match && match[1] === countyCode, 'cursor-invalid', { after: cursor });
  return Number(match[2]);
}

/** A position of a county's feed as callers see it. */
export const cursorOf = (countyCode: string, position: number): string => `${countyCode}-${position}`;
