import { type SealedEvent, SealManifest } from '../schemas/ledger.ts';
import { canonicalValue } from './canonical.ts';
import { eventName, type LoggedEvent } from './entry.ts';
import type { LogFiles } from './log-files.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** A manifest while the log is gone through: it covers the indices from `from` up to but without `to`. */
export interface KnownManifest extends SealManifest {
  readonly place: string;
  readonly sha256: string;
  readonly to: number;
  /** None of its events was recorded after this, in milliseconds since 1970. */
  readonly latest: number;
}

/** Instants of two machines differ a little. */
const SKEW_MS = 5 * 60_000;
/** An index that was behind may bring an event into the next batch instead of this one. */
export const LATE_MS = 60 * 60_000;

/** The manifests of a folder in order, each following the one before, read as far as they are needed. */
export function logManifests(files: LogFiles, size: number) {
  const findings: Finding[] = [];
  /** Where each batch ended, with the manifest that fixed it. */
  const ends = new Map<number, { readonly sha256: string; readonly place: string }>();
  const open: KnownManifest[] = [];
  let [to, previous, over] = [0, '', false];
  let last: KnownManifest | undefined;

  function next(): void {
    const place = `manifests/${String(to).padStart(12, '0')}.json`;
    const bytes = files.read(place);
    const manifest = bytes ? SealManifest.safeParse(canonicalValue(bytes)).data : undefined;
    over = manifest === undefined;
    if (!bytes) findings.push(incomplete(place, '缺少封存清单', 'this manifest is missing'));
    else if (!manifest) findings.push(tampered(place, '不是规范的封存清单', 'not a manifest in its canonical form'));
    if (!manifest || !bytes) return;
    if (manifest.from !== to || manifest.previous !== previous)
      findings.push(tampered(place, '与前一份封存清单不衔接', 'does not follow the manifest before it'));
    const known = {
      ...manifest,
      from: to,
      to: to + manifest.events.length,
      place,
      sha256: sha256Hex(bytes),
      latest: Date.parse(manifest.at) + SKEW_MS,
    };
    [to, previous, last] = [known.to, known.sha256, known];
    ends.set(to, known);
    open.push(known);
  }

  return {
    /** Reads on until an index is covered, as far as there are manifests. */
    upTo(index: number): void {
      while (to < index && !over) next();
      if (index >= size && !over && to !== size)
        findings.push(
          tampered('manifests/', '封存清单与检查点大小不符', 'manifests and checkpoint do not end together'),
        );
    },
    /** The manifest that covers an index; indices are asked for in their order. */
    at(index: number): KnownManifest | undefined {
      while (open[0] && open[0].to <= index) open.shift();
      return open[0];
    },
    ends: ends as ReadonlyMap<number, { readonly sha256: string; readonly place: string }>,
    findings: findings as readonly Finding[],
    /** When the newest batch was fixed. */
    until: (): string => last?.at ?? '',
  };
}
export type LogManifests = ReturnType<typeof logManifests>;

/**
 * An event may not be older than what stands before its batch, nor younger than the batch that took it. What stands before is told by
 * the events themselves: a sealer that was away fixes several batches at once.
 */
function timeFault(
  { at, atMs: ms }: LoggedEvent,
  standing: number,
  { latest }: KnownManifest,
): readonly [string, string] | undefined {
  if (ms > latest) return ['登记时间晚于封存时间', `recorded at ${at}, after it was sealed`];
  if (ms < standing - LATE_MS)
    return ['倒签：早于前一检查点', `recorded at ${at}, before the checkpoint it comes after: back-dated`];
  return undefined;
}

/**
 * An event of the log is the one its manifest fixed at that index, and was recorded in the time of its batch; `standing` is the newest
 * instant of an event before the batch.
 */
export function checkSealed(
  manifest: KnownManifest,
  index: number,
  logged: { readonly event: LoggedEvent; readonly sha256: string; readonly standing: number },
): readonly Finding[] {
  const sealed = manifest.events[index - manifest.from] as SealedEvent;
  const { event, sha256, standing } = logged;
  const isSame =
    sealed.sha256 === sha256 &&
    sealed.seq === event.seq &&
    sealed.subjectId === event.subjectId &&
    sealed.subjectKind === event.subjectKind;
  const fault = isSame
    ? timeFault(event, standing, manifest)
    : (['与封存清单不符', `the manifest sealed ${eventName(sealed)} here`] as const);
  return fault ? [tampered(`${manifest.place} index ${index} ${eventName(event)}`, ...fault)] : [];
}

/** What a closed day names of the log: sealed itself, it ties manifests, and so the rows of the lake, to the tree. */
export interface DayBinding {
  readonly size: number;
  readonly root: string;
  readonly manifest: string;
  readonly place: string;
}

export function dayBinding(event: LoggedEvent, index: number): DayBinding | undefined {
  const ledger =
    event.type === 'docket-closed' ? (event.data['ledger'] as Omit<DayBinding, 'place'> | undefined) : undefined;
  return ledger && { ...ledger, place: `index ${index} ${eventName(event)}` };
}

/** A closed day against the tree and the manifests. */
export function checkBinding(
  { size, root, manifest, place }: DayBinding,
  roots: ReadonlyMap<number, string>,
  { ends }: Pick<LogManifests, 'ends'>,
): readonly Finding[] {
  const [found, end] = [roots.get(size), ends.get(size)];
  if (found === undefined)
    return [incomplete(place, '无法核对关闭当日时的根哈希', `the root of the first ${size} could not be computed`)];
  if (found !== root)
    return [tampered(place, '关闭当日时的根哈希与存证不符', `names another root for the first ${size}`)];
  if (end && end.sha256 !== manifest)
    return [tampered(end.place, '封存清单与关闭当日时的不符', `not the manifest that ${place} names`)];
  return [];
}
