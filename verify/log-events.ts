import { chains, hashOfEntry, type LoggedEvent, readEntry } from './entry.ts';
import type { Bundle } from './log-bundles.ts';
import type { NamedHead } from './log-heads.ts';
import { checkSealed, type DayBinding, dayBinding, type LogManifests } from './log-manifests.ts';
import { type Finding, tampered } from './verdict.ts';

/** An event as it stands in the log. */
export interface Logged {
  readonly index: number;
  readonly event: LoggedEvent;
  /** SHA-256 of the entry, which is the event's own hash. */
  readonly sha256: string;
  /** Hash of its row in the lake, where a manifest tells it. */
  readonly rowSha256: string | undefined;
}

/** Instants of two machines differ a little. */
const SKEW_SECONDS = 300;

/** Heads that witnesses cosigned: nothing below them may have been recorded later than that. */
function cosigned(heads: readonly NamedHead[]) {
  const open = heads
    .flatMap(({ size, place, seenAt: [first] }) =>
      first === undefined ? [] : [{ size, place, until: (first + SKEW_SECONDS) * 1000 }],
    )
    .sort((a, b) => a.size - b.size);
  return (index: number, event: LoggedEvent): readonly Finding[] => {
    while (open[0] && open[0].size <= index) open.shift();
    if (open.length === 0) return [];
    const late = open.filter(({ until }) => event.atMs > until);
    for (const head of late) open.splice(open.indexOf(head), 1);
    return late.map(({ place }) =>
      tampered(`index ${index}`, '登记时间晚于见证时间', `recorded after witnesses saw it in ${place}`),
    );
  };
}

/** Goes through the events of a log, a bundle at a time: their form, every subject's chain, manifests and times. */
export function logEvents(of: {
  readonly manifests: LogManifests;
  readonly heads: readonly NamedHead[];
  /** Told each event that is one. */
  readonly onEvent: ((logged: Logged) => void) | undefined;
}) {
  const { follow, gap } = chains();
  const seen = cosigned(of.heads);
  const findings: Finding[] = [];
  const fromManifests: Finding[] = [];
  const bindings: DayBinding[] = [];
  let [latest, standing] = [0, Number.NEGATIVE_INFINITY];

  function take(index: number, entry: Buffer): void {
    const event = readEntry(entry);
    if (!event)
      return void findings.push(tampered(`index ${index}`, '不是规范的事件原文', 'not an event in its canonical form'));
    const sha256 = hashOfEntry(entry);
    findings.push(...follow(event, sha256, `index ${index}`), ...seen(index, event));
    const manifest = of.manifests.at(index);
    if (manifest?.from === index && index > 0) standing = latest;
    if (manifest) fromManifests.push(...checkSealed(manifest, index, { event, sha256, standing }));
    const binding = dayBinding(event, index);
    if (binding) bindings.push(binding);
    latest = Math.max(latest, event.atMs);
    of.onEvent?.({ index, event, sha256, rowSha256: manifest?.events[index - manifest.from]?.rowSha256 });
  }

  return {
    take({ first, entries }: Bundle): void {
      for (const [i, entry] of entries.entries())
        if (entry) take(first + i, entry);
        else gap();
    },
    findings: findings as readonly Finding[],
    fromManifests: fromManifests as readonly Finding[],
    bindings: bindings as readonly DayBinding[],
    /** Newest instant of an event, in milliseconds since 1970. */
    latest: (): number => latest,
  };
}
