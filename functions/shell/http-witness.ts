import type { WitnessPort } from './ports.ts';

const TIMEOUT_MS = 10_000;

/** Witnesses by their addresses, separated by commas (`SUNLIGHT_WITNESSES`); none where the setting is empty. */
export const httpWitnesses = (addresses: string | undefined): readonly WitnessPort[] =>
  (addresses ?? '')
    .split(',')
    .filter((address) => address !== '')
    .map((address) => ({
      address,
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
