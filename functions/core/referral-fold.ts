import type { Referral, ReferralEventBody } from '../../schemas/referral.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type ReferralState = State<Referral>;
export type ReferralEvent = Event & ReferralEventBody;

/** The next state of a referral (转办); its term is its own, so that several of a case run side by side. */
export function foldReferral(state: ReferralState | undefined, event: ReferralEvent): ReferralState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: Referral | undefined, event: ReferralEvent): Referral {
  if (event.type === 'referral-made') return event.data.referral;
  if (head === undefined) throw new Error(`the first event of a referral is ${event.type}`);
  const { on, outcome, by } = event.data;
  const terms = [...foldTerms(head.terms, event.terms, event.at, on)];
  return { ...head, outcome, repliedOn: on, repliedBy: by, terms };
}
