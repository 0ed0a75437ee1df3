import { join } from 'node:path';
import * as z from 'zod';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import { divisionsWithLog } from '../../functions/law/tenants.ts';
import { sealEach } from '../../functions/shell/ledger/seal-noted.ts';
import { attendUnattended } from '../../functions/shell/ledger/unattended.ts';
import { readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import { turns } from '../../functions/shell/local/turns.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { CivilDate } from '../../schemas/dates.ts';

/** The hour that was sealed last and the day on which was counted last. */
const Place = z.strictObject({ hour: z.string(), on: CivilDate });
type Place = z.infer<typeof Place>;

export interface SealingDriver {
  /** Seals when the clock stands in another hour than the last time; answers whether it did. One call at a time. */
  run(): Promise<boolean>;
  /** Waits for what is under way and seals no more. */
  stop(): Promise<void>;
}

export interface SealingDriverOptions {
  readonly ports: Ports;
  readonly dataDir: string;
  /** Counties with a set-up: their dockets count for them. */
  counties(): Promise<readonly string[]>;
  /** Brings lake and notes up to date with the table, which the recorder does by itself on AWS. */
  record(): Promise<unknown>;
  /** Counts a division's events in the lake. */
  eventsInLake(division: string): Promise<number>;
}

const placeAt = (instant: string): Place => ({ hour: instant.slice(0, 13), on: civilDateOf(instant) });

/**
 * The local driver of the sealing beside the dockets: what is new every hour of the clock, and once a day what no docket counts. Nothing
 * happens while the clock is moved, so hours that it jumps over are one; a clock that went back is another hour too.
 */
export function sealingDriver(options: SealingDriverOptions): SealingDriver {
  const { ports, dataDir, counties, record, eventsInLake } = options;
  const path = join(dataDir, 'sealing.json');
  let known: Place | undefined;
  const inTurn = turns();
  let stopped = false;
  const place = async (): Promise<Place> => {
    const saved = await readIfPresent(path);
    return saved === null ? placeAt(ports.clock.now()) : Place.parse(JSON.parse(saved));
  };
  const run = async (): Promise<boolean> => {
    if (stopped) return false;
    known ??= await place();
    const now = placeAt(ports.clock.now());
    if (now.hour === known.hour) return false;
    await sealEach(ports, divisionsWithLog);
    const pause = async (): Promise<void> => void (await record());
    if (now.on !== known.on) {
      await record();
      await attendUnattended(ports, { attended: await counties(), eventsInLake, pause });
    }
    await writeDurably({ path, bytes: JSON.stringify(now) });
    known = now;
    return true;
  };
  return {
    run: () => inTurn.take(run),
    async stop() {
      stopped = true;
      await inTurn.ended();
    },
  };
}
