import type { CallbackMessage } from '../../schemas/subscription.ts';
import { disableSubscription } from '../supervision/disable-subscription.ts';
import { asClock } from './as-clock.ts';
import { type Due, dueIn, sendMessage } from './callback-message.ts';
import { type Delivery, readDelivery, released, saveDelivery, takeDelivery } from './delivery-store.ts';
import { feedOf, headKey, positionText, subjectsOf } from './keys.ts';
import { loadFacts } from './load-facts.ts';
import type { Called, CaseStore, Ports } from './ports.ts';

/** Retried for so long, then disabled (design section 6). */
const GIVE_UP_MS = 24 * 3_600_000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
const PAGE = 50;
const RECENT = 50;

/** What came of it: everything sent; a time to try again; more to send than there was time for; or nothing to be done here. */
export interface Delivered {
  readonly sent: number;
  readonly next: 'idle' | 'waiting' | 'more' | 'disabled';
}

/** The pause after a number of failed attempts in a row: ten seconds, doubled each time, an hour at most. */
export const pauseAfter = (attempts: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));

const resultOf = (called: Called): string =>
  'failure' in called
    ? called.failure
    : called.status >= 200 && called.status < 300
      ? 'delivered'
      : `http-${called.status}`;

/**
 * Delivers to one receiver what the feed holds for it, in the order of the feed, until it has everything, fails, or the budget of
 * time is used up. At least once: progress is saved after each message, a crash in between sends one again. A receiver that fails is
 * tried again later and stops only itself; after 24 hours it is disabled and the county is told.
 */
export async function deliverTo(
  ports: Ports,
  id: string,
  of: { readonly owner: string; readonly budgetMs: number },
): Promise<Delivered> {
  const until = performance.now() + of.budgetMs;
  let sent = 0;
  // Whoever came while another held the callback went away again: who held it looks once more when it is free.
  while (await hasMore(ports.store, id)) {
    const taken = await takeDelivery(ports.store, { id, owner: of.owner, now: ports.clock.now() });
    if (!taken) return { sent, next: 'waiting' };
    const round = await deliverRound(ports, taken, until);
    sent += round.sent;
    if (round.next !== 'idle') return { sent, next: round.next };
  }
  return { sent, next: 'idle' };
}

async function hasMore(store: CaseStore, id: string): Promise<boolean> {
  const delivery = await readDelivery(store, id);
  return delivery?.subscription.state === 'active' && (await nextPage(store, delivery)).length > 0;
}

const nextPage = async (store: CaseStore, { subscription, state }: Delivery) =>
  (await store.partition(feedOf(subscription.countyCode), { from: positionText(state.position + 1), limit: PAGE }))
    .items;

async function deliverRound(ports: Ports, taken: Delivery, until: number): Promise<Delivered> {
  let at = taken;
  let sent = 0;
  for (let page = await nextPage(ports.store, at); page.length > 0; page = await nextPage(ports.store, at)) {
    for (const due of await dueIn(ports.store, at.subscription, page)) {
      if (performance.now() > until) return { sent, next: await free(ports, at, 'more') };
      const moved = await deliverOne(ports, at, due);
      if (!moved) return { sent, next: await free(ports, at, 'idle') };
      if (moved.failed) return { sent, next: await afterFailure(ports, moved.delivery) };
      if (due.message) sent += 1;
      at = moved.delivery;
    }
    const saved = await saveDelivery(ports.store, at, at.state);
    if (!saved) return { sent, next: 'waiting' };
    at = saved;
  }
  return { sent, next: await free(ports, at, 'idle') };
}

async function free(ports: Ports, at: Delivery, next: 'more' | 'idle'): Promise<Delivered['next']> {
  return (await saveDelivery(ports.store, at, released(at.state))) ? next : 'waiting';
}

/** One position of the feed; undefined when somebody else moved the callback meanwhile: started anew, ended or taken. */
async function deliverOne(
  ports: Ports,
  at: Delivery,
  { position, message }: Due,
): Promise<{ readonly delivery: Delivery; readonly failed: boolean } | undefined> {
  if (!message) return { delivery: { ...at, state: { ...at.state, position } }, failed: false };
  if (!(await isStill(ports.store, at))) return undefined;
  const result = resultOf(await sendMessage(ports, at.subscription, message));
  const recent = [...at.state.recent, attemptOf(message, ports.clock.now(), result)].slice(-RECENT);
  const { failingSince, nextAt: _nextAt, ...state } = at.state;
  const now = ports.clock.now();
  const attempts = state.attempts + 1;
  const next =
    result === 'delivered'
      ? { ...state, position, attempts: 0, recent }
      : {
          ...released(state),
          attempts,
          recent,
          failingSince: failingSince ?? now,
          nextAt: new Date(Date.parse(now) + pauseAfter(attempts)).toISOString(),
        };
  const delivery = await saveDelivery(ports.store, at, next);
  return delivery && { delivery, failed: result !== 'delivered' };
}

/** Whether the subscription stands as it was read: one that ended or was started anew is not called on its old account. */
async function isStill(store: CaseStore, { subscription }: Delivery): Promise<boolean> {
  const [head] = await store.load([headKey('subscription', subscription.subscriptionId)]);
  const now = (head?.record as { head?: Delivery['subscription'] } | undefined)?.head;
  return now?.state === 'active' && now.restarts === subscription.restarts && now.secretNo === subscription.secretNo;
}

const attemptOf = ({ position, caseId, version }: CallbackMessage, at: string, result: string) => ({
  position,
  caseId,
  version,
  at,
  result,
});

async function afterFailure(ports: Ports, { subscription, state }: Delivery): Promise<Delivered['next']> {
  const now = ports.clock.now();
  if (Date.parse(now) - Date.parse(state.failingSince ?? now) < GIVE_UP_MS) return 'waiting';
  const { subscriptionId, countyCode, restarts } = subscription;
  const key = `disable-${subscriptionId}-${restarts}`;
  await asClock(ports, disableSubscription, { countyCode, input: { subscriptionId }, key });
  await tellDisabled(ports, { subscriptionId, countyCode, key });
  return 'disabled';
}

/** Tells the head of county civil affairs that a system is not called any more. */
async function tellDisabled(
  ports: Ports,
  {
    subscriptionId,
    countyCode,
    key,
  }: { readonly subscriptionId: string; readonly countyCode: string; readonly key: string },
): Promise<void> {
  const { facts } = await loadFacts(ports, { county: countyCode }, { now: ports.clock.now(), extra: [] });
  await ports.notifier.send({
    id: key,
    countyCode,
    recipients: facts.county?.parts.directory?.county.head ?? [],
    subject: `回调已停用 callback disabled: ${subscriptionId}`,
    text: `回调${subscriptionId}连续24小时未能送达，已停用。案件办理不受影响；接收系统恢复后请重新送达。 Callback ${subscriptionId} could not be delivered for 24 hours and is disabled. No case is affected; have its changes delivered again once the receiver is back.`,
    at: ports.clock.now(),
  });
}

/** The active callbacks of a county. */
export async function activeSubscriptions(store: CaseStore, countyCode: string): Promise<readonly string[]> {
  const active: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.index('k', subjectsOf(countyCode, 'subscription'), cursor ? { cursor } : {});
    for (const { record } of page.items) {
      const { head } = record as { head: Delivery['subscription'] };
      if (head.state === 'active') active.push(head.subscriptionId);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return active;
}
