import { leafTree } from './leaf-tree.ts';
import { type Bundle, logBundles } from './log-bundles.ts';
import { type Logged, logEvents } from './log-events.ts';
import { type LogFiles, tileOf } from './log-files.ts';
import { checkHead, logHeads, type NamedHead } from './log-heads.ts';
import { checkBinding, logManifests } from './log-manifests.ts';
import { checkTiles } from './log-tiles.ts';
import type { Trust } from './note.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

/** A log that was read and checked. */
export interface CheckedLog extends Verdict {
  readonly newest: NamedHead | undefined;
  /** How many entries have a tile or a bundle: those beyond the newest checkpoint are about to be signed. */
  readonly begun: number;
  readonly county: string;
  /** Sizes of the log at the ends of its batches, as far as there are manifests. */
  readonly ends: readonly number[];
  /** When the newest batch was fixed, '' where no manifest tells. */
  readonly until: string;
}

export interface LogOptions extends Trust {
  /** Checkpoints that were kept elsewhere: the log must still contain each of them. */
  readonly seen: readonly NamedHead[];
  /** The newest event or cosignature must not be older than this many hours at `now`. */
  readonly maxAgeHours?: number;
  readonly now: string;
  /** Told each event while the log is gone through: none of them is kept. */
  readonly onEvent?: (logged: Logged) => void;
}

/** The newest instant that the log itself or a witness vouches for. */
function checkAge({ place, seenAt }: NamedHead, latest: number, { maxAgeHours, now }: LogOptions): readonly Finding[] {
  if (maxAgeHours === undefined) return [];
  const hours = (Date.parse(now) - Math.max(latest, ...seenAt.map((s) => s * 1000))) / 3_600_000;
  return hours <= maxAgeHours
    ? []
    : [
        incomplete(
          place,
          `存证已 ${Math.floor(hours)} 小时未更新`,
          `nothing newer than ${Math.floor(hours)} hours: perhaps an old copy`,
        ),
      ];
}

/** Signatures, leaves and tree of a log, bundle by bundle; `each` is given every bundle before its leaves go into the tree. */
function walk(
  files: LogFiles,
  options: LogOptions,
  of: ReturnType<typeof logHeads> & {
    readonly each?: (bundle: Bundle) => void;
    /** Further sizes whose root is asked for, known at the latest when they are reached. */
    readonly ends?: ReadonlyMap<number, unknown>;
  },
) {
  const { heads, findings: ofHeads, ends } = of;
  const newest = heads.at(-1);
  const size = newest?.size ?? 0;
  const sizes = new Set([...heads, ...options.seen].map((head) => head.size));
  const tree = leafTree((n) => sizes.has(n) || ends?.has(n) === true);
  const ofBundles: Finding[] = [];
  for (const bundle of logBundles(files, size)) {
    of.each?.(bundle);
    tree.take(bundle);
    ofBundles.push(...bundle.findings);
  }
  const findings = [
    ...ofHeads,
    ...ofBundles,
    ...tree.leafFindings(newest?.root ?? ''),
    ...[...heads, ...options.seen].flatMap((head) => checkHead(head, size, tree.roots)),
    ...options.seen
      .filter(({ origin }) => origin !== newest?.origin)
      .map(({ place }) => tampered(place, '属于另一份存证', 'of another log')),
    ...tree.findings,
    ...checkTiles(files, tree, size),
  ];
  return { findings, roots: tree.roots, newest, size, county: newest?.origin.split('/').at(-1) ?? '' };
}

/** Only what the tree needs: every signature, every leaf's hash, every tile and root. What the events say is not looked at. */
export function verifyTree(files: LogFiles, options: LogOptions): Verdict {
  const read = logHeads(files, options);
  const { findings, size } = walk(files, options, read);
  return { findings, checked: { leaves: size, checkpoints: read.heads.length } };
}

const begunIn = ({ names }: LogFiles): number =>
  names.reduce((most, name) => {
    const tile = tileOf(name);
    return tile && (tile.level === 0 || tile.level === 'entries')
      ? Math.max(most, tile.index * 256 + tile.width)
      : most;
  }, 0);

/**
 * Checks a county's whole log: signatures, every entry, tile, checkpoint and manifest, every subject's chain. It goes through the log
 * once and keeps of it only the last hash of every subject.
 */
export function verifyLog(files: LogFiles, options: LogOptions): CheckedLog {
  const read = logHeads(files, options);
  const manifests = logManifests(files, read.heads.at(-1)?.size ?? 0);
  const events = logEvents({ manifests, heads: read.heads, onEvent: options.onEvent });
  const each = (bundle: Bundle): void => {
    manifests.upTo(bundle.first + bundle.width);
    events.take(bundle);
  };
  const { findings, roots, newest, size, county } = walk(files, options, { ...read, each, ends: manifests.ends });
  return {
    findings: [
      ...findings,
      ...events.findings,
      ...manifests.findings,
      ...events.fromManifests,
      ...events.bindings.flatMap((binding) => checkBinding(binding, roots, manifests)),
      ...(newest ? checkAge(newest, events.latest(), options) : []),
    ],
    checked: { entries: size, checkpoints: read.heads.length, manifests: manifests.ends.size },
    newest,
    begun: begunIn(files),
    county,
    ends: [...manifests.ends.keys()],
    until: manifests.until(),
  };
}
