import type { CivilDate } from '../../schemas/dates.ts';
import type { Provider, ProviderEventBody } from '../../schemas/provider.ts';
import type { Event, State } from './event.ts';

export type ProviderState = State<Provider>;
export type ProviderEvent = Event & ProviderEventBody;

/** The next state of a provider of services. */
export const foldProvider = (state: ProviderState | undefined, event: ProviderEvent): ProviderState => ({
  version: event.seq,
  chain: event.hash,
  head: next(state?.head, event),
  parts: {},
});

function next(head: Provider | undefined, event: ProviderEvent): Provider {
  if (event.type === 'provider-registered') return event.data.provider;
  if (!head) throw new Error(`the first event of a provider is ${event.type}`);
  return event.type === 'provider-ended'
    ? { ...head, endedOn: event.data.endedOn }
    : { ...head, people: head.people + 1 };
}

/** Whether a contract runs on a day. */
export const runsOn = ({ from, until, endedOn }: Provider, on: CivilDate): boolean =>
  from <= on && on <= until && (endedOn === undefined || on <= endedOn);
