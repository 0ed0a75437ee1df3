import type { CivilDate, Instant } from '../../schemas/dates.ts';
import { textOf } from './civil-day.ts';

/** Asia/Shanghai is UTC+8 the year round. */
const OFFSET = 8 * 3_600_000;

/** The civil date in Asia/Shanghai on which an instant falls: 16:00 UTC is already the next day. Throws RangeError if it is no instant. */
export const civilDateOf = (instant: Instant): CivilDate => textOf(Date.parse(instant) + OFFSET);

/** The time of day in Asia/Shanghai, `HH:MM`. Throws RangeError if it is no instant. */
export const clockTimeOf = (instant: Instant): string =>
  new Date(Date.parse(instant) + OFFSET).toISOString().slice(11, 16);

/** The instant (UTC) of a civil date at a time of day `HH:MM` in Asia/Shanghai. Throws RangeError on a time or date that does not exist. */
export const instantOf = (on: CivilDate, time: string): Instant => {
  const instant = new Date(`${on}T${time}:00+08:00`).toISOString();
  if (civilDateOf(instant) !== on) throw new RangeError(`no such day or time: ${on} ${time}`);
  return instant;
};
