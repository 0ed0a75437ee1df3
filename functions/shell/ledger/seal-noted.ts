import type { Ports } from '../ports.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { ledgerHead, ledgerHeads, type StandingLedger } from './ledger-head.ts';
import { type SealPorts, sealCounty } from './seal-county.ts';
import { eventsOfUnsealed, forgetNotes, type Unsealed, unsealedByDivision, unsealedIn } from './unsealed.ts';

async function sealSubjects(
  ports: SealPorts,
  division: string,
  { notes, subjects }: Unsealed,
): Promise<StandingLedger> {
  const standing = await sealCounty(ports, division, (store) => eventsOfUnsealed(store, division, subjects));
  await forgetNotes(ports.store, notes);
  return standing;
}

/**
 * Seals what the recorder noted of a county since the last time: its cost is what is new, not what is there. What was never noted is
 * found when the docket counts: it looks at every subject (design decision 15). Answers where the log stands.
 */
export async function sealNoted(ports: SealPorts, countyCode: string): Promise<StandingLedger> {
  const noted = await unsealedIn(ports.store, countyCode);
  return noted.notes.length === 0 ? ledgerHead(ports.store, countyCode) : sealSubjects(ports, countyCode, noted);
}

/**
 * The hourly sealing: what is noted of each division, and the newest checkpoint of each cosigned by the witnesses. One question tells
 * where anything is new. One division that fails holds up no other; throws in the end with all of them.
 */
export async function sealEach(
  ports: SealPorts & Pick<Ports, 'witnesses'>,
  divisions: readonly string[],
): Promise<void> {
  const failures: unknown[] = [];
  const noted = await unsealedByDivision(ports.store);
  for (const division of divisions) {
    const of = noted.get(division);
    if (of) await sealSubjects(ports, division, of).catch((error: unknown) => failures.push(error));
  }
  for (const [division, { size }] of ports.witnesses?.length ? await ledgerHeads(ports.store, divisions) : [])
    if (size > 0) await askWitnesses(ports, division).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}
