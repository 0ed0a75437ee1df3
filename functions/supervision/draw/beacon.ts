import type { BeaconRound, BeaconSource } from '../../../schemas/draw.ts';
import { civilDateOf } from '../../law/clock-face.ts';

/**
 * How a source publishes a value, and at least twenty bits of it: drand 32 bytes in hexadecimal; a lottery its digits in the order of the
 * draw, six or more; dice twenty throws or more. No list of digits is as long as an identity number or a mobile phone.
 */
const published: Readonly<Record<BeaconSource, RegExp>> = {
  'drand-quicknet': /^[0-9a-f]{64}$/,
  lottery: /^(\d{6,10}|\d{12,14})$/,
  dice: /^[1-6]{20,64}$/,
};

/** Whether a value is one that the source could have published. */
export const isPublished = ({ source }: Pick<BeaconRound, 'source'>, value: string): boolean =>
  published[source].test(value);

/** Seconds since 1970 of round 1 of drand's quicknet, and between rounds (its chain information). */
const QUICKNET = { genesis: 1_692_803_367, period: 3 };

/** Whether a round can fall on its day: drand's are counted from its genesis, of the others only the organiser knows. */
export function fallsOn({ source, round, on }: BeaconRound): boolean {
  if (source !== 'drand-quicknet') return true;
  if (!/^[1-9]\d{0,11}$/.test(round)) return false;
  const seconds = QUICKNET.genesis + QUICKNET.period * (Number(round) - 1);
  return civilDateOf(new Date(seconds * 1000).toISOString()) === on;
}
