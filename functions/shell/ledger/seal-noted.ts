import type { Ports } from '../ports.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { ledgerHead, type StandingLedger } from './ledger-head.ts';
import { type SealPorts, sealCounty } from './seal-county.ts';
import { eventsOfUnsealed, forgetNotes, unsealedIn } from './unsealed.ts';

/**
 * Seals what the recorder noted of a county since the last time: its cost is what is new, not what is there. What was never noted is
 * found by the docket's sealing each night, which looks at everything (design decision 15). Answers where the log stands.
 */
export async function sealNoted(ports: SealPorts, countyCode: string): Promise<StandingLedger> {
  const { notes, subjects } = await unsealedIn(ports.store, countyCode);
  if (notes.length === 0) return ledgerHead(ports.store, countyCode);
  const standing = await sealCounty(ports, countyCode, (store) => eventsOfUnsealed(store, countyCode, subjects));
  await forgetNotes(ports.store, notes);
  return standing;
}

/**
 * The hourly sealing: what is noted of each division, cosigned by the witnesses where something was new. One division that fails holds
 * up no other; throws in the end with all of them.
 */
export async function sealEach(
  ports: SealPorts & Pick<Ports, 'witnesses'>,
  divisions: readonly string[],
): Promise<void> {
  const failures: unknown[] = [];
  for (const division of divisions)
    await sealNoted(ports, division)
      .then(({ size }) => (size > 0 ? askWitnesses(ports, division) : undefined))
      .catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}
