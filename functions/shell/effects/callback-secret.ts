import type { CallbackSecretEffect } from '../../core/effect.ts';
import { callbackSecret as secretOf } from '../callback-signature.ts';
import type { Ports } from '../ports.ts';

/** The secret of a callback, for whoever registered it. */
export async function callbackSecret(
  { keyring }: Pick<Ports, 'keyring'>,
  effect: CallbackSecretEffect,
): Promise<object> {
  return { secret: await secretOf(keyring, effect) };
}
