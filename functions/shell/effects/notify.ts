import type { NotifyEffect } from '../../core/effect.ts';
import type { Ports } from '../ports.ts';

/** Sends a message to persons by token or id. At least once: the same id may arrive twice. */
export async function notify({ notifier }: Pick<Ports, 'notifier'>, { notification }: NotifyEffect): Promise<object> {
  await notifier.send(notification);
  return {};
}
