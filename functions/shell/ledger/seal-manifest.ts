import { comparableRow } from '../../../schemas/lake-row.ts';
import { type SealedEvent, SealManifest } from '../../../schemas/ledger.ts';
import type { Event } from '../../core/event.ts';
import { eventRow, StoredEvent } from '../../supervision/record-rows.ts';
import { SKEW_MS } from '../clock-skew.ts';
import { canonicalText, hashOfJson, sha256 } from '../hash.ts';
import type { Ports } from '../ports.ts';
import type { StandingLedger } from './ledger-head.ts';
import { manifestObject } from './ledger-keys.ts';
import { utf8 } from './node-hash.ts';
import { type Pending, pendingEvents } from './pending-events.ts';

/** An event as it goes into the log: its RFC 8785 form without its own hash, so that the hash of the entry is that of the event. */
export function entryOf({ hash: _hash, ...event }: Event): string {
  return canonicalText(event);
}

const sealedEvent = (event: Event): SealedEvent => ({
  subjectKind: event.subjectKind,
  subjectId: event.subjectId,
  seq: event.seq,
  sha256: sha256(entryOf(event)),
  rowSha256: hashOfJson(comparableRow('events', eventRow(StoredEvent.parse(event)))),
});

/** Finds what is to be sealed next: at most a batch, in its order. */
export type FindPending = typeof pendingEvents;

/** A manifest as it was written, and the hash that names it. */
export interface WrittenManifest {
  readonly manifest: SealManifest;
  readonly sha256: string;
}

/** What is to be sealed next, and whether more may be pending behind it. */
export interface NextManifest extends WrittenManifest {
  readonly more: boolean;
  /** Its events, where it was written just now: of an earlier one they are read again. */
  readonly events?: readonly Event[];
}

/** The manifest that begins at a place of a county's log, as it was written. */
export async function manifestAt(
  ports: Pick<Ports, 'objects'>,
  countyCode: string,
  from: number,
): Promise<WrittenManifest | undefined> {
  const key = manifestObject(countyCode, from);
  const bytes = await ports.objects.get(key);
  if (!bytes) return undefined;
  return { manifest: manifestIn(key, bytes), sha256: sha256(bytes) };
}

function manifestIn(key: string, bytes: Uint8Array): SealManifest {
  try {
    return SealManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    throw new Error(`${key} is no manifest: ${String(error)}`);
  }
}

/**
 * Events up to the first that was recorded after now: of a clock that ran ahead, or of this one set back. They wait until their time has
 * come, since no checkpoint is older than what it covers; the gap check counts them until then.
 */
function recordedBy(now: string, { events, more }: Pending): Pending {
  const latest = Date.parse(now) + SKEW_MS;
  const beyond = events.findIndex(({ at }) => Date.parse(at) > latest);
  return beyond < 0 ? { events, more } : { events: events.slice(0, beyond), more: false };
}

/**
 * What follows the last checkpoint: the manifest that an earlier try wrote, else a new one over the pending events, put only if
 * none is there. Undefined when nothing is pending. Two sealers at once end with the same one.
 */
export async function nextManifest(
  ports: Pick<Ports, 'store' | 'objects' | 'clock'>,
  head: StandingLedger,
  { countyCode, pending: find = pendingEvents }: { readonly countyCode: string; readonly pending?: FindPending },
): Promise<NextManifest | undefined> {
  const begun = await manifestAt(ports, countyCode, head.size);
  if (begun) return { ...begun, more: true };
  const at = ports.clock.now();
  const { events, more } = recordedBy(at, await find(ports.store, countyCode));
  if (events.length === 0) return undefined;
  const manifest: SealManifest = {
    format: 'sunlight-seal/1',
    countyCode,
    from: head.size,
    at,
    previous: head.manifest,
    events: events.map(sealedEvent),
  };
  const bytes = utf8(canonicalText(manifest));
  if ((await ports.objects.put(manifestObject(countyCode, head.size), bytes, { ifAbsent: true })) === 'stored')
    return { manifest, sha256: sha256(bytes), more, events };
  const stands = await manifestAt(ports, countyCode, head.size);
  return stands && { ...stands, more: true };
}
