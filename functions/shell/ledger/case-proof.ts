import type { ProofPack } from '../../../schemas/ledger.ts';
import type { Event } from '../../core/event.ts';
import { inclusionRanges } from '../../supervision/ledger/merkle.ts';
import { rangeHashes, tilesFor } from '../../supervision/ledger/tiles.ts';
import { eventPartition } from '../keys.ts';
import type { Ports } from '../ports.ts';
import { cosignedNote } from './cosignatures.ts';
import { ledgerHead } from './ledger-head.ts';
import { pages, sealedIndices } from './marks.ts';
import { logHash } from './node-hash.ts';
import { entryOf } from './seal-manifest.ts';
import { logVerifierKey } from './sign-checkpoint.ts';
import { readTiles } from './stored-tiles.ts';

/** What a proof is made from: the events of the table and the log of the county, never one for the other. */
export type Proved = Pick<ProofPack, 'checkpoint' | 'verifierKey' | 'events'>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function eventsOf({ store }: Pick<Ports, 'store'>, caseId: string): Promise<readonly Event[]> {
  const pk = eventPartition('case', caseId);
  const events: Event[] = [];
  for await (const { record } of pages((cursor) => store.partition(pk, { limit: 100, ...cursor })))
    events.push(record as Event);
  return events;
}

async function proofsOf(
  { objects }: Pick<Ports, 'objects'>,
  tree: { readonly countyCode: string; readonly size: number },
  indices: readonly number[],
): Promise<readonly (readonly string[])[]> {
  const ranges = indices.map((index) => inclusionRanges(index, tree.size));
  const tiles = await readTiles(objects, tree.countyCode, tilesFor(ranges.flat(), tree.size));
  return ranges.map((some) => rangeHashes(logHash, tiles, some).map(base64));
}

/**
 * The events of a case as they stand in the table, each with the proof that it is in the log of its county, and the newest
 * checkpoint. Events recorded since have no index yet; before the first sealing there is no checkpoint either.
 */
export async function caseProof(
  ports: Pick<Ports, 'store' | 'objects' | 'keyring' | 'ledgerName'>,
  of: { readonly countyCode: string; readonly caseId: string },
): Promise<Proved> {
  const { countyCode, caseId } = of;
  // The head first: what is marked as sealed after it may be beyond the tree that is proved.
  const { size } = await ledgerHead(ports.store, countyCode);
  const ref = { kind: 'case', id: caseId } as const;
  const [events, marked] = await Promise.all([eventsOf(ports, caseId), sealedIndices(ports.store, countyCode, ref)]);
  const indices = marked.filter((index) => index < size);
  const proofs = await proofsOf(ports, { countyCode, size }, indices);
  return {
    checkpoint: size === 0 ? '' : await cosignedNote(ports.store, countyCode, size),
    verifierKey: await logVerifierKey(ports, countyCode),
    events: events.map((event, i) => {
      const index = indices[i];
      return { entry: entryOf(event), ...(index === undefined ? {} : { index }), proof: [...(proofs[i] ?? [])] };
    }),
  };
}
