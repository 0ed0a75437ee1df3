import { ledgerHead } from '../ledger/ledger-head.ts';
import { manifestsFolder } from '../ledger/ledger-keys.ts';
import { restoreRows, type SealPorts } from '../ledger/seal-county.ts';
import { manifestAt } from '../ledger/seal-manifest.ts';
import { type RedriveRequest, spanOf } from './redrive-request.ts';

/**
 * Puts the rows of sealed batches into the lake again where they are missing; answers of how many batches. Those of a request: batches
 * sealed since it begins, or in which its subject stands.
 */
export async function restoreLedgerRows(ports: SealPorts, request: RedriveRequest): Promise<number> {
  const { countyCode, subjectKind, subjectId } = request;
  const { size } = await ledgerHead(ports.store, countyCode);
  const span = spanOf(request);
  let restored = 0;
  for (const key of await ports.objects.list(manifestsFolder(countyCode))) {
    const written = await manifestAt(ports, countyCode, Number(/(\d+)\.json$/.exec(key)?.[1]));
    if (!written || written.manifest.from >= size || written.manifest.at < span.from) continue;
    const named = written.manifest.events.some(
      (event) => event.subjectKind === subjectKind && event.subjectId === subjectId,
    );
    if (subjectId !== undefined && !named) continue;
    restored += (await restoreRows(ports, countyCode, written)) ? 1 : 0;
  }
  return restored;
}
