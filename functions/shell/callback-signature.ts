import { createHmac } from 'node:crypto';
import type { Keyring } from './ports.ts';

/** The secret of a callback: derived from the host's key, so that it is kept nowhere and can be shown only when it is made. */
export const callbackSecret = (
  keyring: Keyring,
  of: { readonly subscriptionId: string; readonly secretNo: number },
): Promise<string> => keyring.hmac('callback', `${of.subscriptionId}#${of.secretNo}`);

/** HMAC-SHA256 over timestamp, a full stop and the body as sent, keyed with the secret's text; lower-case hex. `timestamp` in epoch seconds. */
export const callbackSignature = (
  secret: string,
  { timestamp, body }: { readonly timestamp: number; readonly body: string },
): string => createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
