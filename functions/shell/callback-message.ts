import * as z from 'zod';
import type { CallbackMessage, Subscription } from '../../schemas/subscription.ts';
import { covers } from '../core/perform.ts';
import { cursorOf } from '../core/the-subscription.ts';
import { callbackSecret, callbackSignature } from './callback-signature.ts';
import type { FeedEntry } from './feed.ts';
import { eventKey } from './keys.ts';
import type { Called, CaseStore, Item, Ports } from './ports.ts';

const EventItem = z.object({ type: z.string(), at: z.string() });

/** What is to be sent for a position of the feed; nothing where the entry is not the subscriber's or not of a wanted type. */
export interface Due {
  readonly position: number;
  readonly message?: CallbackMessage;
}

/** Whether a subscriber may learn of a change: of its organisation's division, or, where it asked for its own, submitted by it. */
const isWanted = ({ cases, clientId, createdBy, post, orgCode }: Subscription, entry: FeedEntry): boolean =>
  covers({ personId: createdBy, post, orgCode, clientId }, entry.view) &&
  (cases === 'organisation' || entry.clientId === clientId);

/** The messages of a page of the feed, in order; each is told with the type of the event behind it. */
export async function dueIn(
  store: CaseStore,
  subscription: Subscription,
  page: readonly Item[],
): Promise<readonly Due[]> {
  const { subscriptionId, countyCode, events } = subscription;
  const entries = page.map(({ sk, record }) => ({ position: Number(sk), entry: record as FeedEntry }));
  const wanted = entries.filter(({ entry }) => isWanted(subscription, entry));
  const keys = wanted.map(({ entry }) => eventKey('case', entry.caseId, entry.version));
  const told = keys.length > 0 ? await store.load(keys) : [];
  const byKey = new Map(told.map(({ pk, sk, record }) => [`${pk} ${sk}`, EventItem.parse(record)]));
  return entries.map(({ position, entry }) => {
    const { pk, sk } = eventKey('case', entry.caseId, entry.version);
    const event = byKey.get(`${pk} ${sk}`);
    if (!event || (events && !events.includes(event.type))) return { position };
    const { caseId, version, view } = entry;
    const at = { position: cursorOf(countyCode, position), event: event.type, at: event.at };
    return { position, message: { subscriptionId, ...at, caseId, version, view } };
  });
}

/** Sends one message, signed at this instant. */
export async function sendMessage(
  ports: Pick<Ports, 'keyring' | 'callbacks' | 'clock'>,
  subscription: Subscription,
  message: CallbackMessage,
): Promise<Called> {
  const body = JSON.stringify(message);
  const timestamp = Math.floor(Date.parse(ports.clock.now()) / 1000);
  const secret = await callbackSecret(ports.keyring, subscription);
  return ports.callbacks.send({
    url: subscription.url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Sunlight',
      'sunlight-delivery': `${message.subscriptionId}.${message.position}`,
      'sunlight-timestamp': String(timestamp),
      'sunlight-signature': `v1=${callbackSignature(secret, { timestamp, body })}`,
    },
    body,
  });
}
