import type { CivilDate, Instant } from '../../schemas/dates.ts';
import { nextDay } from '../law/calendar.ts';
import { instantOf } from '../law/clock-face.ts';

/** What the execution of a docket starts from: a pure function of county and day, so that starting it twice is harmless. */
export interface DocketExecution {
  readonly countyCode: string;
  readonly on: CivilDate;
  /** 08:30 in Asia/Shanghai, UTC. */
  readonly openingAt: Instant;
  /** 00:00 of the next day in Asia/Shanghai, UTC. */
  readonly midnightAt: Instant;
  /** What the tasks of the day answer, by state: empty at first. */
  readonly done: Readonly<Record<string, never>>;
}

/** When the alerts of a day are announced (rulebook 3.9a, `alert.window`). */
const OPENING = '08:30';

/** The input of the docket of a county on a civil day. */
export const docketExecution = (countyCode: string, on: CivilDate): DocketExecution => ({
  countyCode,
  on,
  openingAt: instantOf(on, OPENING),
  midnightAt: instantOf(nextDay(on), '00:00'),
  done: {},
});

/** Name of the execution; a restart after a failure takes a suffix (`-2`). */
export const docketName = (countyCode: string, on: CivilDate): string => `docket-${countyCode}-${on}`;
