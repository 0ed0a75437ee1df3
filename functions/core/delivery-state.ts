import * as z from 'zod';
import { Instant } from '../../schemas/dates.ts';
import { DeliveryAttempt } from '../../schemas/subscription.ts';

/**
 * How far a callback has come: an item beside the subscription's head, moved by every delivery. It is no event: what was sent
 * can be sent again at any time from the feed.
 */
export const DeliveryState = z.strictObject({
  /** The subscription's `restarts` this belongs to: another one begins anew. */
  restarts: z.int().min(0),
  /** Position of the feed that was dealt with. */
  position: z.int().min(0),
  attempts: z.int().min(0),
  failingSince: Instant.optional(),
  nextAt: Instant.optional(),
  recent: z.array(DeliveryAttempt).max(50),
  /** Who delivers now, and until when nobody else does. */
  lease: z.strictObject({ owner: z.string(), until: Instant }).optional(),
});
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Sort key of the item, in the partition of the subscription. */
export const DELIVERY = 'DELIVERY';
