import { knownWitnesses } from './ledger/witness-keys.ts';
import type { WitnessPort } from './ports.ts';

const TIMEOUT_MS = 10_000;

/**
 * Witnesses by their addresses, separated by commas (`SUNLIGHT_WITNESSES`); none where the setting is empty. With their public keys
 * (`SUNLIGHT_WITNESS_KEYS`) only what those signed counts. Throws RangeError on a key that is none.
 */
export function httpWitnesses(addresses: string | undefined, keys?: string): readonly WitnessPort[] {
  const knows = knownWitnesses(keys);
  return (addresses ?? '')
    .split(',')
    .filter((address) => address !== '')
    .map((address) => ({
      address,
      ...(knows && { knows }),
      async addCheckpoint(body) {
        const response = await fetch(`${address.replace(/\/$/, '')}/add-checkpoint`, {
          method: 'POST',
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return { status: response.status, body: await response.text() };
      },
    }));
}
