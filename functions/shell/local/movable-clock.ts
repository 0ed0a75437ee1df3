import { dirname } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../ports.ts';
import { makeDirectory, readIfPresent, writeDurably } from './durable-file.ts';
import { turns } from './turns.ts';

const Saved = z.strictObject({ offsetMs: z.int().nonnegative(), notBefore: z.iso.datetime() });
type Saved = z.infer<typeof Saved>;

export interface MovableClock extends Clock {
  /** Moves on to an instant (ISO-8601 UTC) and keeps that across restarts. Throws `ClockMovesBack` for an earlier one. */
  moveTo(instant: string): Promise<void>;
  /** What the system's clock says, with the offset, also where that is behind an instant that was told already. */
  systemNow(): string;
  /** How far, in milliseconds, that is behind; 0 where it is not. */
  behindBy(): number;
  /** Keeps the latest instant that was told across restarts. */
  keep(): Promise<void>;
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
 * clock is set back or the host restarts: it stands still, and `behindBy` tells.
 */
export async function movableClock({ path, system = Date.now }: MovableClockOptions): Promise<MovableClock> {
  await makeDirectory(dirname(path));
  let saved = await readSaved(path);
  let last = Date.parse(saved.notBefore);
  const inTurn = turns();
  const plain = (): number => system() + saved.offsetMs;
  const read = (): number => {
    last = Math.max(last, plain());
    return last;
  };
  /** One write at a time, each of what is known by then. */
  const save = (next: () => Saved): Promise<void> =>
    inTurn.take(async () => {
      const wanted = next();
      if (wanted.offsetMs === saved.offsetMs && wanted.notBefore === saved.notBefore) return;
      await writeDurably({ path, bytes: JSON.stringify(wanted) });
      saved = wanted;
    });
  return {
    now: () => new Date(read()).toISOString(),
    systemNow: () => new Date(plain()).toISOString(),
    behindBy: () => Math.max(0, read() - plain()),
    keep: () => save(() => ({ ...saved, notBefore: new Date(read()).toISOString() })),
    async moveTo(instant) {
      const target = Date.parse(z.iso.datetime().parse(instant));
      if (target < read()) throw movesBack();
      const offsetMs = target - system();
      await save(() => ({
        offsetMs: Math.max(saved.offsetMs, offsetMs),
        notBefore: new Date(Math.max(target, read())).toISOString(),
      }));
      last = Math.max(last, target);
    },
  };
}
