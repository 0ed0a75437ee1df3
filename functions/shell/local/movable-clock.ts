import { dirname } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../ports.ts';
import { makeDirectory, readIfPresent, writeDurably } from './durable-file.ts';

const Saved = z.strictObject({ offsetMs: z.int().nonnegative(), notBefore: z.iso.datetime() });
type Saved = z.infer<typeof Saved>;

export interface MovableClock extends Clock {
  /** Moves on to an instant (ISO-8601 UTC) and keeps that across restarts. Throws `ClockMovesBack` for an earlier one. */
  moveTo(instant: string): Promise<void>;
}

export interface MovableClockOptions {
  /** Where the offset is kept. */
  readonly path: string;
  /** Milliseconds since the epoch; tests pass their own. */
  readonly system?: () => number;
}

async function readSaved(path: string): Promise<Saved> {
  const text = await readIfPresent(path);
  return text === null ? { offsetMs: 0, notBefore: new Date(0).toISOString() } : Saved.parse(JSON.parse(text));
}

const movesBack = (): Error =>
  Object.assign(new Error('时钟不能回拨 The clock never goes back'), { name: 'ClockMovesBack' });

/**
 * The local clock: the system's plus an offset that only grows. It never goes back, neither by `moveTo` nor when the system's
 * clock is set back or the host restarts.
 */
export async function movableClock({ path, system = Date.now }: MovableClockOptions): Promise<MovableClock> {
  await makeDirectory(dirname(path));
  const saved = await readSaved(path);
  let offsetMs = saved.offsetMs;
  let last = Date.parse(saved.notBefore);
  const read = (): number => {
    last = Math.max(last, system() + offsetMs);
    return last;
  };
  return {
    now: () => new Date(read()).toISOString(),
    async moveTo(instant) {
      const target = Date.parse(z.iso.datetime().parse(instant));
      if (target < read()) throw movesBack();
      const next = Math.max(offsetMs, target - system());
      await writeDurably({
        path,
        bytes: JSON.stringify({ offsetMs: next, notBefore: new Date(target).toISOString() }),
      });
      offsetMs = next;
      last = Math.max(last, target);
    },
  };
}
