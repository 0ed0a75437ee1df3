import { Problem } from '../core/problem.ts';

/** Instants of two machines differ a little; the verifier allows as much. */
export const SKEW_MS = 5 * 60_000;

/** Whether a clock differs from what is known of the time by more than machines do. */
export const isBeyondSkew = (ms: number): boolean => Math.abs(ms) > SKEW_MS;

/**
 * Refuses work under a clock that cannot be right: what is dated by it would be back-dated, or of the future, for ever. `now` is what the
 * clock says, `known` an instant that must be near it.
 */
export function mustTellTime(now: string, known: string): void {
  if (isBeyondSkew(Date.parse(now) - Date.parse(known))) throw new Problem('clock-wrong', { clock: now, known });
}
