import { powersOfCases } from './powers/of-cases.ts';
import { powersOfClock } from './powers/of-clock.ts';
import { powersOfFunds } from './powers/of-funds.ts';
import { powersOfReads } from './powers/of-reads.ts';
import { powersOfSupervision } from './powers/of-supervision.ts';
import type { Power } from './powers/row.ts';

export type { Power } from './powers/row.ts';

/** Who may do what: one table (rulebook 1.2–1.4; design decision 7), by the part of the work it belongs to. */
export const powers: readonly Power[] = [
  ...powersOfCases,
  ...powersOfReads,
  ...powersOfSupervision,
  ...powersOfFunds,
  ...powersOfClock,
];

const byAct: ReadonlyMap<string, Power> = new Map(powers.map((power) => [power.act, power]));

/** The power behind an act; every step has one, or the declarations test fails. */
export function powerOf(act: string): Power {
  const power = byAct.get(act);
  if (!power) throw new Error(`no power is declared for ${act}`);
  return power;
}
