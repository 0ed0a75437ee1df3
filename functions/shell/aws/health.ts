import { answer } from '../http.ts';
import { resultOf } from '../middleware/write-response.ts';
import { systemClock } from './system-clock.ts';

/** Liveness, with the host's present instant; touches nothing else and asks for no token. */
export const handler = async (): Promise<ReturnType<typeof resultOf>> =>
  resultOf(answer(200, { status: 'ok', now: systemClock.now() }));
