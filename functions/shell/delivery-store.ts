import type { Instant } from '../../schemas/dates.ts';
import type { Subscription } from '../../schemas/subscription.ts';
import { DELIVERY, DeliveryState } from '../core/delivery-state.ts';
import { headKey, partitionOf } from './keys.ts';
import type { CaseStore, Key } from './ports.ts';

const stateKey = (id: string): Key => ({ pk: partitionOf('subscription', id), sk: DELIVERY });

const LEASE_MS = 90_000;

/** A subscription and how far it has come, as one reader holds it: every save insists that nobody else moved it since. */
export interface Delivery {
  readonly subscription: Subscription;
  readonly state: DeliveryState;
  readonly version: number;
}

/** The subscription and its progress; a restart begins anew from the position it names. Undefined where there is none. */
export async function readDelivery(store: CaseStore, id: string): Promise<Delivery | undefined> {
  const items = await store.load([headKey('subscription', id), stateKey(id)]);
  const head = items.find(({ sk }) => sk === 'HEAD');
  const item = items.find(({ sk }) => sk === DELIVERY);
  if (!head) return undefined;
  const subscription = (head.record as { head: Subscription }).head;
  const kept = item ? DeliveryState.parse(item.record) : undefined;
  const { restarts, after } = subscription;
  const state =
    kept?.restarts === restarts
      ? kept
      : {
          restarts,
          position: after ?? kept?.position ?? 0,
          attempts: 0,
          recent: kept?.recent ?? [],
          ...(kept?.lease ? { lease: kept.lease } : {}),
        };
  return { subscription, state, version: item?.version ?? 0 };
}

/** Writes the progress; undefined when somebody else moved it, who then goes on. */
export async function saveDelivery(
  store: CaseStore,
  before: Delivery,
  state: DeliveryState,
): Promise<Delivery | undefined> {
  const { subscription, version } = before;
  const item = { ...stateKey(subscription.subscriptionId), version: version + 1, record: state };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const result = await store.commit([
      version === 0
        ? { kind: 'put-new', role: 'other', item }
        : { kind: 'put-at', role: 'other', item, expected: version },
    ]);
    if (result.ok) return { subscription, state, version: version + 1 };
    if (result.role !== 'conflict') return undefined;
  }
  return undefined;
}

/** Takes a callback for one deliverer, so that its messages stay in order; undefined while another holds it. */
export async function takeDelivery(
  store: CaseStore,
  of: { readonly id: string; readonly owner: string; readonly now: Instant },
): Promise<Delivery | undefined> {
  const delivery = await readDelivery(store, of.id);
  const { subscription, state } = delivery ?? {};
  if (!delivery || !state || subscription?.state !== 'active') return undefined;
  if (state.lease && state.lease.owner !== of.owner && state.lease.until > of.now) return undefined;
  if (state.nextAt && state.nextAt > of.now) return undefined;
  const until = new Date(Date.parse(of.now) + LEASE_MS).toISOString();
  return saveDelivery(store, delivery, { ...state, lease: { owner: of.owner, until } });
}

/** Progress without a holder: the next one may take it at once. */
export function released({ lease: _lease, ...state }: DeliveryState): DeliveryState {
  return state;
}
