import { chains, hashOfEntry, type LoggedEvent, readEntry } from './entry.ts';
import { type LogContent, logContent } from './log-entries.ts';
import type { LogFiles } from './log-files.ts';
import { checkHead, checkLeaves, logHeads, type NamedHead, type Roots, rootsOf } from './log-heads.ts';
import { checkManifests, dayBindings, type KnownManifest, logManifests } from './log-manifests.ts';
import { checkTiles } from './log-tiles.ts';
import type { Trust } from './note.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

/** A log that was read and checked: what the other checks build on. */
export interface CheckedLog extends Verdict {
  readonly events: readonly (LoggedEvent | undefined)[];
  readonly sha256: readonly (string | undefined)[];
  readonly manifests: readonly KnownManifest[];
  readonly newest: NamedHead | undefined;
  readonly county: string;
}

export interface LogOptions extends Trust {
  /** Checkpoints that were kept elsewhere: the log must still contain each of them. */
  readonly seen: readonly NamedHead[];
  /** The newest event or cosignature must not be older than this many hours at `now`. */
  readonly maxAgeHours?: number;
  readonly now: string;
}

function readEvents(content: LogContent): { events: (LoggedEvent | undefined)[]; findings: Finding[] } {
  const { follow, gap } = chains();
  const findings: Finding[] = [];
  const events = content.entries.map((entry, i) => {
    if (!entry) return void gap();
    const event = readEntry(entry);
    if (!event) findings.push(tampered(`index ${i}`, '不是规范的事件原文', 'not an event in its canonical form'));
    else findings.push(...follow(event, hashOfEntry(entry), `index ${i}`));
    return event;
  });
  return { events, findings };
}

function checkBindings(
  events: CheckedLog['events'],
  manifests: readonly KnownManifest[],
  roots: Roots,
): readonly Finding[] {
  return dayBindings(events).flatMap(({ size, root, manifest, place }): Finding[] => {
    const last = manifests.find(({ from, events: sealed }) => from + sealed.length === size);
    const found = roots.ofEntries.get(size);
    if (found !== undefined && found !== root)
      return [tampered(place, '关闭当日时的根哈希与存证不符', `names another root for the first ${size}`)];
    if (last && last.sha256 !== manifest)
      return [tampered(last.place, '封存清单与关闭当日时的不符', `not the manifest that ${place} names`)];
    return [];
  });
}

/** The newest instant that the log itself or a witness vouches for. */
function checkAge(
  { newest, events }: Pick<CheckedLog, 'newest' | 'events'>,
  { maxAgeHours, now }: LogOptions,
): readonly Finding[] {
  if (maxAgeHours === undefined || !newest) return [];
  const instants = [
    ...newest.seenAt.map((s) => s * 1000),
    ...events.map((event) => Date.parse(event?.at ?? '1970-01-01')),
  ];
  const latest = instants.reduce((a, b) => Math.max(a, b), 0);
  const hours = (Date.parse(now) - latest) / 3_600_000;
  return hours <= maxAgeHours
    ? []
    : [
        incomplete(
          newest.place,
          `存证已 ${Math.floor(hours)} 小时未更新`,
          `nothing newer than ${Math.floor(hours)} hours: perhaps an old copy`,
        ),
      ];
}

/** Cosigned before an event was recorded means that somebody's clock, or the event, is not true. */
const checkSeen = ({ seenAt, size, place }: NamedHead, events: CheckedLog['events']): readonly Finding[] => {
  const first = seenAt[0];
  const late =
    first === undefined
      ? -1
      : events.slice(0, size).findIndex((event) => event && Date.parse(event.at) > (first + 300) * 1000);
  return late < 0
    ? []
    : [tampered(`index ${late}`, '登记时间晚于见证时间', `recorded after witnesses saw it in ${place}`)];
};

/** Checks a county's whole log: signatures, every entry, tile, checkpoint and manifest, every subject's chain. */
export async function verifyLog(files: LogFiles, options: LogOptions): Promise<CheckedLog> {
  const { heads, findings: ofHeads } = await logHeads(files, options);
  const newest = heads.at(-1);
  const size = newest?.size ?? 0;
  const content = await logContent(files, size);
  const { events, findings: ofEvents } = readEvents(content);
  const sha256 = content.entries.map((entry) => entry && hashOfEntry(entry));
  const { manifests, findings: ofManifests } = await logManifests(files, size);
  const wanted = [...heads, ...options.seen, ...dayBindings(events)].map((one) => one.size);
  const roots = rootsOf(content, wanted);
  const whole = content.hashed.every((hash) => hash !== undefined);
  const origin = newest?.origin;
  const findings = [
    ...ofHeads,
    ...content.findings,
    ...(newest ? checkLeaves(content, newest, roots) : []),
    ...ofEvents,
    ...[...heads, ...options.seen].flatMap((head) => checkHead(head, size, roots)),
    ...options.seen
      .filter((head) => head.origin !== origin)
      .map(({ place }) => tampered(place, '属于另一份存证', 'of another log')),
    ...(whole
      ? await checkTiles(
          files,
          content.hashed.filter((hash) => hash !== undefined),
        )
      : []),
    ...ofManifests,
    ...checkManifests(manifests, { events, sha256 }),
    ...checkBindings(events, manifests, roots),
    ...heads.flatMap((head) => checkSeen(head, events)),
    ...checkAge({ newest, events }, options),
  ];
  return {
    findings,
    checked: { entries: events.length, checkpoints: heads.length, manifests: manifests.length },
    events,
    sha256,
    manifests,
    newest,
    county: origin?.split('/').at(-1) ?? '',
  };
}
