import canonicalize from 'canonicalize';
import { SealManifest } from '../schemas/ledger.ts';
import { eventName, type LoggedEvent } from './entry.ts';
import type { LogFiles } from './log-files.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

export interface KnownManifest extends SealManifest {
  readonly place: string;
  readonly sha256: string;
}

/** Instants of two machines differ a little. */
const SKEW_MS = 5 * 60_000;
/** An index that was behind may bring an event into the next batch instead of this one. */
const LATE_MS = 60 * 60_000;

function manifestIn(text: string): SealManifest | undefined {
  try {
    const manifest = SealManifest.parse(JSON.parse(text));
    return canonicalize(manifest) === text ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** The manifests of a folder in order, each following the one before. */
export async function logManifests(
  files: LogFiles,
  size: number,
): Promise<{ readonly manifests: readonly KnownManifest[]; readonly findings: readonly Finding[] }> {
  const manifests: KnownManifest[] = [];
  const findings: Finding[] = [];
  let [from, previous] = [0, ''];
  while (from < size) {
    const place = `manifests/${String(from).padStart(12, '0')}.json`;
    const text = (await files.read(place))?.toString('utf8');
    if (text === undefined)
      return { manifests, findings: [...findings, incomplete(place, '缺少封存清单', 'this manifest is missing')] };
    const manifest = manifestIn(text);
    if (!manifest)
      return {
        manifests,
        findings: [...findings, tampered(place, '不是规范的封存清单', 'not a manifest in its canonical form')],
      };
    if (manifest.from !== from || manifest.previous !== previous)
      findings.push(tampered(place, '与前一份封存清单不衔接', 'does not follow the manifest before it'));
    const sha256 = sha256Hex(text);
    manifests.push({ ...manifest, place, sha256 });
    previous = sha256;
    from += manifest.events.length;
  }
  if (from !== size)
    findings.push(tampered('manifests/', '封存清单与检查点大小不符', 'manifests and checkpoint do not end together'));
  return { manifests, findings };
}

/** An event may not be older than the checkpoint it was put behind, nor younger than the batch that took it. */
function checkTime(
  at: string,
  place: string,
  window: { before: string | undefined; until: string },
): readonly Finding[] {
  const ms = Date.parse(at);
  if (ms > Date.parse(window.until) + SKEW_MS)
    return [tampered(place, '登记时间晚于封存时间', `recorded at ${at}, after it was sealed`)];
  if (window.before !== undefined && ms < Date.parse(window.before) - LATE_MS)
    return [
      tampered(place, '倒签：早于前一检查点', `recorded at ${at}, before the checkpoint it comes after: back-dated`),
    ];
  return [];
}

/** Each event of the log is the one its manifest fixed, and was recorded in the time of its batch. */
export function checkManifests(
  manifests: readonly KnownManifest[],
  log: { readonly events: readonly (LoggedEvent | undefined)[]; readonly sha256: readonly (string | undefined)[] },
): readonly Finding[] {
  return manifests.flatMap(({ events, from, at, place }, m) =>
    events.flatMap((sealed, i): readonly Finding[] => {
      const event = log.events[from + i];
      if (!event) return [];
      const where = `${place} index ${from + i} ${eventName(event)}`;
      if (sealed.sha256 !== log.sha256[from + i] || eventName(sealed) !== eventName(event))
        return [tampered(where, '与封存清单不符', `the manifest sealed ${eventName(sealed)} here`)];
      return checkTime(event.at, where, { before: manifests[m - 1]?.at, until: at });
    }),
  );
}

/** A closed day names size, root and last manifest of the log: sealed itself, it ties the rows of the lake to the tree. */
export const dayBindings = (events: readonly (LoggedEvent | undefined)[]) =>
  events.flatMap((event, index) => {
    const ledger =
      event?.type === 'docket-closed'
        ? (event.data['ledger'] as { size: number; root: string; manifest: string } | undefined)
        : undefined;
    return event && ledger ? [{ ...ledger, index, place: `index ${index} ${eventName(event)}` }] : [];
  });
