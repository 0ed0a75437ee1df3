import type { LakeRow } from '../../../schemas/lake.ts';
import type { Event } from '../../core/event.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import { provesConsistency } from '../../supervision/ledger/check-proof.ts';
import { entriesOf, entryBundle } from '../../supervision/ledger/entry-bundle.ts';
import { consistencyRanges } from '../../supervision/ledger/merkle.ts';
import { appendedTiles, edgeOf, type Tile, wholeTree } from '../../supervision/ledger/tiles.ts';
import { sha256 as hexOf } from '../hash.ts';
import { parquetOf } from '../parquet.ts';
import type { Ports, Write } from '../ports.ts';
import { ledgerHead, type StandingLedger } from './ledger-head.ts';
import { entriesObject, ledgerHeadKey, ledgerRowsObject, sealKey, tileObject } from './ledger-keys.ts';
import { markWrites } from './marks.ts';
import { logHash, utf8 } from './node-hash.ts';
import { namedEvents } from './pending-events.ts';
import { entryOf, type FindPending, nextManifest, type WrittenManifest } from './seal-manifest.ts';
import { signedCheckpoint } from './sign-checkpoint.ts';
import { putOnce, readTiles, storedHashes } from './stored-tiles.ts';

export type SealPorts = Pick<Ports, 'store' | 'objects' | 'keyring' | 'clock' | 'ledgerName'>;

export interface Batch extends WrittenManifest {
  readonly countyCode: string;
  readonly from: number;
  readonly size: number;
  readonly events: readonly Event[];
  readonly entries: readonly Uint8Array[];
}

/**
 * Seals what is pending in a county: batch by batch a manifest, tiles, checkpoint and rows derived from it, and last the county's
 * head by one conditional update. A crash between any two writes, and a second sealer at the same time, lead to the same bytes
 * (design decision 15). `pending` finds what is to be sealed; by default everything is looked at. Answers where the log stands. Throws when the log or the table were tampered with.
 */
export async function sealCounty(ports: SealPorts, countyCode: string, pending?: FindPending): Promise<StandingLedger> {
  let head = await ledgerHead(ports.store, countyCode);
  for (;;) {
    const next = await nextManifest(ports, head, { countyCode, ...(pending && { pending }) });
    if (!next) return head;
    const moved = await sealBatch(ports, await batchOf(ports, { ...next, countyCode }), head);
    head = moved ?? (await ledgerHead(ports.store, countyCode));
    if (!next.more) return head;
  }
}

/** A sealed batch with its events. Throws when one of them is no longer what was sealed. */
export async function batchOf(
  ports: Pick<Ports, 'store'>,
  of: WrittenManifest & { readonly countyCode: string; readonly events?: readonly Event[] },
): Promise<Batch> {
  const { manifest } = of;
  const events = of.events ?? (await namedEvents(ports.store, manifest.events));
  const entries = events.map((event) => utf8(entryOf(event)));
  for (const [i, { sha256, subjectKind, subjectId, seq }] of manifest.events.entries())
    if (hexOf(entries[i] ?? '') !== sha256)
      throw new Error(`event ${subjectKind}:${subjectId}#${seq} is another one than the manifest sealed`);
  return { ...of, events, entries, from: manifest.from, size: manifest.from + events.length };
}

async function sealBatch(ports: SealPorts, batch: Batch, head: StandingLedger): Promise<StandingLedger | undefined> {
  await mustStandAsSigned(ports, batch.countyCode, head);
  await putTiles(ports, batch);
  const root = await provedRoot(ports, batch, head);
  const note = await signedCheckpoint(ports, batch.countyCode, { size: batch.size, root });
  await putRows(ports, batch);
  return moveHead(ports, batch, { head, note, root: base64(root) });
}

/** The rows of a batch lie under the day it was sealed. */
const rowsObjectOf = (countyCode: string, { manifest }: WrittenManifest): string =>
  ledgerRowsObject(countyCode, {
    from: manifest.from,
    size: manifest.from + manifest.events.length,
    day: civilDateOf(manifest.at),
  });

const putRows = ({ objects }: SealPorts, batch: Batch): Promise<void> =>
  putOnce(objects, rowsObjectOf(batch.countyCode, batch), parquetOf('ledger', ledgerRows(batch)));

/** Puts the rows of a sealed batch into the lake again where they are missing; answers whether they were. */
export async function restoreRows(ports: SealPorts, countyCode: string, of: WrittenManifest): Promise<boolean> {
  const there = await ports.objects.sha256(rowsObjectOf(countyCode, of));
  if (there !== null) return false;
  await putRows(ports, await batchOf(ports, { ...of, countyCode }));
  return true;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Which file it is, the verifier finds out: it goes through the whole log, the sealer only along its edge. */
const LOOK = ': look with npm run verify -- <objects>/ledger/';

/** Nothing is put on top of a tree that is not the one that was signed. */
async function mustStandAsSigned({ objects }: SealPorts, countyCode: string, head: StandingLedger): Promise<void> {
  if (head.size === 0) return;
  const [root = logHash.empty] = await storedHashes(objects, { countyCode, size: head.size }, wholeTree(head.size));
  if (base64(root) !== head.root)
    throw new Error(`the log of ${countyCode} is no longer what was signed at ${head.size}${LOOK}${countyCode}`);
}

/** Bundles first: no hash stands in the log whose entry does not. */
async function putTiles({ objects }: SealPorts, batch: Batch): Promise<void> {
  const { countyCode, from, entries } = batch;
  const edge = await readTiles(objects, countyCode, edgeOf(from));
  const made = appendedTiles(logHash, { size: from, edge }, entries.map(logHash.leaf));
  for (const tile of made.filter(({ level }) => level === 0))
    await putOnce(objects, entriesObject(countyCode, tile), await bundleOf(objects, batch, tile));
  for (const tile of made) await putOnce(objects, tileObject(countyCode, tile), tile.bytes);
}

/** The entries under a tile of level 0: those that were there before, and those of this batch. */
async function bundleOf(objects: SealPorts['objects'], batch: Batch, tile: Tile): Promise<Uint8Array> {
  const first = tile.index * 256;
  const before = Math.max(0, batch.from - first);
  const fresh = batch.entries.slice(Math.max(0, first - batch.from), first + tile.width - batch.from);
  if (before === 0) return entryBundle(fresh);
  const key = entriesObject(batch.countyCode, { index: tile.index, width: before });
  const bytes = await objects.get(key);
  if (!bytes) throw new Error(`${key} is missing`);
  const entries = entriesIn(key, bytes);
  const hashes = Buffer.concat(entries.map(logHash.leaf));
  if (!hashes.equals(tile.bytes.subarray(0, before * 32))) throw new Error(`${key} holds other entries than the log`);
  return entryBundle([...entries, ...fresh]);
}

function entriesIn(key: string, bytes: Uint8Array): readonly Uint8Array[] {
  try {
    return entriesOf(bytes);
  } catch (error) {
    throw new Error(`${key}: ${String(error)}`);
  }
}

/** The root of the stored tree, signed only when the stored tree begins with the one that was signed before. */
async function provedRoot({ objects }: SealPorts, batch: Batch, head: StandingLedger): Promise<Uint8Array> {
  const tree = { countyCode: batch.countyCode, size: batch.size };
  const [root = logHash.empty] = await storedHashes(objects, tree, wholeTree(batch.size));
  const oldRoot = head.size === 0 ? logHash.empty : new Uint8Array(Buffer.from(head.root, 'base64'));
  const proof = await storedHashes(objects, tree, consistencyRanges(head.size, batch.size));
  if (!provesConsistency(logHash, { old: head.size, oldRoot, size: batch.size, root, proof }))
    throw new Error(
      `the log of ${batch.countyCode} no longer begins with what was signed at ${head.size}${LOOK}${batch.countyCode}`,
    );
  return root;
}

/** One row an event for the lake: hashes only here, as bytes. */
export const ledgerRows = ({ countyCode, from, manifest, events }: Batch): readonly LakeRow[] =>
  manifest.events.map(({ subjectKind, subjectId, seq, sha256 }, i) => ({
    log_index: from + i,
    subject_kind: subjectKind,
    subject_id: subjectId,
    seq,
    event_sha256: sha256,
    prev_sha256: events[i]?.prevHash || null,
    county_code: countyCode,
    ym: civilDateOf(events[i]?.at ?? manifest.at).slice(0, 7),
  }));

/** At most 100 writes a transaction. */
const A_TRANSACTION = 100;

/** Marks the subjects of a batch and moves the head with the last of them. Undefined where another sealer did, to the same place. */
async function moveHead(
  { store }: SealPorts,
  batch: Batch,
  to: { readonly head: StandingLedger; readonly note: string; readonly root: string },
): Promise<StandingLedger | undefined> {
  const { countyCode, size, sha256, manifest } = batch;
  const { head, note, root } = to;
  const record = { size, root, manifest: sha256, at: manifest.at };
  const version = head.version + 1;
  const item = { ...ledgerHeadKey(countyCode), version, record };
  const seal = { size, root, at: manifest.at, note, cosignatures: [] };
  const last: readonly Write[] = [
    head.version === 0
      ? { kind: 'put-new', role: 'version', item }
      : { kind: 'put-at', role: 'version', item, expected: head.version },
    { kind: 'put-new', role: 'version', item: { ...sealKey(countyCode, size), version: 1, record: seal } },
  ];
  const marks = [...(await markWrites(store, manifest))];
  while (marks.length + last.length > A_TRANSACTION) await store.commit(marks.splice(0, A_TRANSACTION));
  const { ok } = await store.commit([...marks, ...last]);
  return ok ? { ...record, version } : undefined;
}
