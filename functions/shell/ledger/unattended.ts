import { divisionsWithLog } from '../../law/tenants.ts';
import { compactCounty } from '../lake/compact-county.ts';
import { standingMark } from '../lake/lake-mark.ts';
import type { Ports } from '../ports.ts';
import { eventsInTable } from './events-in-table.ts';
import { findGaps, type GapCheck } from './find-gaps.ts';
import { haveWitnessed } from './have-witnessed.ts';
import { ledgerHeads } from './ledger-head.ts';
import type { SealPorts } from './seal-county.ts';

export interface UnattendedCheck extends Pick<GapCheck, 'pause'> {
  /** Counties that have dockets, which seal and count for themselves. */
  readonly attended: readonly string[];
  eventsInLake(division: string): Promise<number>;
}

/** Nothing was ever recorded under most divisions: there is nothing to seal, and no question to the lake. */
async function* used(ports: SealPorts, divisions: readonly string[]): AsyncGenerator<string> {
  const heads = await ledgerHeads(ports.store, divisions);
  for (const division of divisions)
    if ((heads.get(division)?.size ?? 0) > 0 || (await eventsInTable(ports.store, division)) > 0) yield division;
}

/** Most divisions have no event in months, and nothing to compact. */
async function compactGrown(ports: SealPorts, division: string, size: number): Promise<void> {
  const { mark } = await standingMark(ports.store, division);
  if (size > mark.sealedTo) await compactCounty(ports, division);
}

/**
 * Seals, counts and compacts what no docket does: the region, the cities, and counties without a set-up. Refusals and readings stand
 * there too, and without this nobody would notice that one is missing. Looks at everything there, once a day. One division that fails holds up no other;
 * throws in the end with all of them.
 */
export async function attendUnattended(
  ports: SealPorts & Pick<Ports, 'witnesses'>,
  { attended, eventsInLake, pause }: UnattendedCheck,
): Promise<void> {
  const failures: unknown[] = [];
  const others = divisionsWithLog.filter((code) => !attended.includes(code));
  for await (const division of used(ports, others)) {
    const check = {
      eventsInTable: () => eventsInTable(ports.store, division),
      eventsInLake: () => eventsInLake(division),
      ...(pause ? { pause } : {}),
    };
    await findGaps(ports, division, check)
      .then(({ ledger }) => compactGrown(ports, division, ledger.size))
      .then(() => haveWitnessed(ports, division))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}
