import { join } from 'node:path';
import * as z from 'zod';
import { addDays } from '../../functions/law/calendar.ts';
import { civilDateOf, instantOf } from '../../functions/law/clock-face.ts';
import {
  closeDocketTask,
  compactLakeTask,
  deliverAlertsTask,
  openDocketTask,
  raiseAlertsTask,
  sealLedgerTask,
} from '../../functions/shell/docket.ts';
import { readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import type { MovableClock } from '../../functions/shell/local/movable-clock.ts';
import { turns } from '../../functions/shell/local/turns.ts';
import { moveCasesTask } from '../../functions/shell/moved-cases.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { recountTask } from '../../functions/shell/recount.ts';
import { type DocketPhase, docketPhases } from '../../functions/supervision/docket-phases.ts';
import { CivilDate } from '../../schemas/dates.ts';

/** Where the driver stands: the day and the phase to run next. Kept in a file, so that a restart goes on where it was. */
const Place = z.strictObject({
  on: CivilDate,
  phase: z.int().min(0),
  raised: z.int(),
  delivered: z.int(),
  /** Counties whose docket was opened: one that is set up during the day has its first docket on the next. */
  counties: z.array(z.string()).optional(),
});
type Place = z.infer<typeof Place>;

export interface DocketDriverOptions {
  readonly ports: Ports & { readonly clock: MovableClock };
  readonly dataDir: string;
  /** Counties with a set-up. */
  counties(): Promise<readonly string[]>;
  /** Brings lake and notes up to date with the table, which the recorder does by itself on AWS. */
  record(): Promise<unknown>;
  /** Counts a county's events in the lake. */
  eventsInLake(countyCode: string): Promise<number>;
}

export interface DocketDriver {
  /** Runs every phase whose time has come; answers how many ran. One call at a time. */
  run(): Promise<number>;
  /** The instant of the next phase, at which the clock has to stop when it is moved. */
  nextAt(): Promise<string>;
  /** Moves the clock to an instant, phase by phase: what Step Functions' waits do on AWS. */
  moveTo(instant: string): Promise<void>;
  /** Stops dockets from running, and lets them run again: what an outage of the clock is. */
  pause(paused: boolean): void;
  /** Waits for the phase under way and runs no more: whoever stops the host may take its files away at once. */
  stop(): Promise<void>;
}

/** When dockets open, before the delivery window does (Asia/Shanghai). */
const OPENS = '06:00';
const DELIVERY = '08:30';

const instantFor = (phase: DocketPhase, on: string): string =>
  phase.wait === 'midnight'
    ? instantOf(addDays(on, 1), '00:00')
    : instantOf(on, phase.wait === 'opening' ? DELIVERY : OPENS);

/** Time of a phase: its own wait, or that of the phase before it. */
function timeOf(place: Place): string {
  const upTo = docketPhases.slice(0, place.phase + 1);
  const waiting = upTo.findLast(({ wait }) => wait !== undefined);
  return instantFor(waiting ?? docketPhases[0] ?? { task: 'open-docket', zh: '' }, place.on);
}

/** The local driver of dockets on the movable clock: the same phases and the same tasks as the state machine on AWS. */
export function docketDriver(options: DocketDriverOptions): DocketDriver {
  const path = join(options.dataDir, 'docket.json');
  const { ports } = options;
  let paused = false;
  let stopped = false;
  const inTurn = turns();
  const read = async (): Promise<Place> => {
    const saved = await readIfPresent(path);
    return saved === null
      ? { on: civilDateOf(ports.clock.now()), phase: 0, raised: 0, delivered: 0 }
      : Place.parse(JSON.parse(saved));
  };
  const runDue = async (): Promise<number> => {
    let ran = 0;
    for (let place = await read(); !(paused || stopped) && timeOf(place) <= ports.clock.now(); ran += 1) {
      const next = await runPhase(options, place);
      // Phases of one time may run again after a crash and change nothing; what they did and where they wait is kept.
      const counted = next.raised !== place.raised || next.delivered !== place.delivered;
      if (counted || timeOf(next) !== timeOf(place)) await writeDurably({ path, bytes: JSON.stringify(next) });
      place = next;
    }
    return ran;
  };
  const nextAt = async (): Promise<string> => timeOf(await read());
  return {
    run: () => inTurn.take(runDue),
    nextAt,
    pause: (value) => {
      paused = value;
    },
    moveTo: (instant) =>
      inTurn.take(async () => {
        for (let at = await nextAt(); !(paused || stopped) && at <= instant; at = await nextAt()) {
          if (at > ports.clock.now()) await ports.clock.moveTo(at);
          await runDue();
        }
        // Also to where it stands: it goes on from there where the system has fallen behind.
        if (!stopped && instant >= ports.clock.now()) await ports.clock.moveTo(instant);
      }),
    async stop() {
      stopped = true;
      await inTurn.ended();
    },
  };
}

/** Runs one phase for every county; a crash in the middle runs it again, which changes nothing. */
async function runPhase(options: DocketDriverOptions, place: Place): Promise<Place> {
  const phase = docketPhases[place.phase];
  const counties = (place.phase > 0 ? place.counties : undefined) ?? [...(await options.counties())];
  const next = { ...place, counties, phase: place.phase + 1 };
  if (phase?.task === 'seal-ledger') await options.record();
  for (const countyCode of counties) {
    const task = { countyCode, on: place.on };
    if (phase?.task === 'open-docket') await openDocketTask(options.ports, { ...task, counties });
    if (phase?.task === 'move-cases') await moveCasesTask(options.ports, task);
    if (phase?.task === 'recount-terms') await recountTask(options.ports, task);
    if (phase?.task === 'raise-alerts') next.raised += await raiseAlertsTask(options.ports, task);
    if (phase?.task === 'deliver-alerts') next.delivered += await deliverAlertsTask(options.ports, task);
    if (phase?.task === 'seal-ledger') await sealLedgerTask(options.ports, task);
    if (phase?.task === 'compact-lake') await compactLakeTask(options.ports, task);
    if (phase?.task === 'close-docket')
      await close(options, { ...task, raised: place.raised, delivered: place.delivered });
  }
  return phase && next.phase < docketPhases.length ? next : caughtUp(options, place);
}

/** After a long silence the missed days need no dockets of their own: the next one raises everything with true dates. */
function caughtUp({ ports }: DocketDriverOptions, place: Place): Place {
  const following = addDays(place.on, 1);
  const today = civilDateOf(ports.clock.now());
  return { on: following < today ? today : following, phase: 0, raised: 0, delivered: 0 };
}

async function close(
  options: DocketDriverOptions,
  task: { countyCode: string; on: string; raised: number; delivered: number },
): Promise<void> {
  // What is behind is brought up to date: nothing is gained by waiting here.
  const pause = async (): Promise<void> => void (await options.record());
  await closeDocketTask(options.ports, { ...task, eventsInLake: () => options.eventsInLake(task.countyCode), pause });
}
