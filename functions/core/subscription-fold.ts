import type { Subscription, SubscriptionEventBody } from '../../schemas/subscription.ts';
import type { Event, State } from './event.ts';

export type SubscriptionState = State<Subscription>;
export type SubscriptionEvent = Event & SubscriptionEventBody;

/** The next state of a callback. */
export function foldSubscription(state: SubscriptionState | undefined, event: SubscriptionEvent): SubscriptionState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: Subscription | undefined, event: SubscriptionEvent): Subscription {
  if (event.type === 'subscription-created') return event.data.subscription;
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  switch (event.type) {
    case 'subscription-restarted': {
      const { disabledAt: _disabledAt, after: _after, ...rest } = head;
      const { after } = event.data;
      return { ...rest, state: 'active', restarts: head.restarts + 1, ...(after === undefined ? {} : { after }) };
    }
    case 'subscription-secret-renewed':
      return { ...head, secretNo: head.secretNo + 1 };
    case 'subscription-disabled':
      return { ...head, state: 'disabled', disabledAt: event.data.at };
    case 'subscription-ended':
      return { ...head, state: 'ended' };
  }
}
