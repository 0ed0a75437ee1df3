import type { Clock } from '../ports.ts';

/** The clock of the Lambda host. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
