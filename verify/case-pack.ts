import { ProofPack } from '../schemas/ledger.ts';
import { chains, eventName, hashOfEntry, readEntry } from './entry.ts';
import type { Logged } from './log-events.ts';
import { type Head, openCheckpoint, type Trust } from './note.ts';
import { leafHash, rootFromInclusion } from './tree.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

type Proved = ProofPack['events'][number];

function provedIn(head: Head, { index = 0, proof }: Proved, entry: Buffer): boolean {
  const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
  // Base64 has spare bits at its end: only the form without any is taken, or a proof would have several.
  if (hashes.some((hash, i) => hash.toString('base64') !== proof[i])) return false;
  const root = rootFromInclusion({ index, size: head.size }, leafHash(entry), hashes);
  return root?.toString('base64') === head.root;
}

function checkEvent(
  pack: ProofPack,
  i: number,
  of: { head: Head | undefined; follow: ReturnType<typeof chains>['follow'] },
): readonly Finding[] {
  const proved = pack.events[i] as Proved;
  const entry = Buffer.from(proved.entry, 'utf8');
  const event = readEntry(entry);
  const place = `events[${i}]`;
  if (!event) return [tampered(place, '不是规范的事件原文', 'not an event in its canonical form')];
  const at = `${place} ${eventName(event)}`;
  const findings = [...of.follow(event, hashOfEntry(entry), place)];
  if (event.subjectKind !== 'case' || event.subjectId !== pack.caseId || event.countyCode !== pack.countyCode)
    findings.push(tampered(at, '不是本案的事件', 'not an event of this case'));
  if (!pack.lawPacks.some(({ id }) => id === event.lawPack))
    findings.push(incomplete(at, `缺少规则包 ${event.lawPack}`, `the law pack ${event.lawPack} is not in the pack`));
  if (proved.index === undefined)
    findings.push(incomplete(at, '尚未封存，无从证明', 'recorded since the checkpoint: not proved yet'));
  else if (of.head && !provedIn(of.head, proved, entry))
    findings.push(
      tampered(
        `${at} index ${proved.index}`,
        '事件与存证不符：包含证明不成立',
        'not what the log has at this index: the inclusion proof fails',
      ),
    );
  return findings;
}

/** A later event of a case stands later in the log, and none after one that is not there yet. */
function checkOrder({ events }: ProofPack): readonly Finding[] {
  const indices = events.map(({ index }) => index ?? Number.POSITIVE_INFINITY);
  const wrong = indices.findIndex((index, i) => i > 0 && index <= (indices[i - 1] ?? -1) && Number.isFinite(index));
  return wrong < 0
    ? []
    : [tampered(`events[${wrong}]`, '存证序号未递增', 'its index in the log does not follow the one before')];
}

/** The key that a pack tells is information, never trusted; but it must be one of those that are. */
function checkKey({ verifierKey }: ProofPack, { keys }: Trust): readonly Finding[] {
  if (keys.length === 0 || keys.some(({ vkey }) => vkey === verifierKey)) return [];
  return [tampered('verifierKey', '所载公钥不是可信公钥', 'the key it names is not one that is trusted')];
}

/** Checks a proof pack: every event's own form and chain, its inclusion in the tree, and the signatures over the tree. */
export function verifyCase(text: string, trust: Trust): Verdict {
  const parsed = ProofPack.safeParse(jsonOf(text));
  if (!parsed.success) return { findings: [tampered('pack', '不是有效的证明文件', 'not a proof pack')], checked: {} };
  const pack = parsed.data;
  const unsealed = pack.checkpoint === '';
  const { head, findings: signature } = unsealed
    ? { head: undefined, findings: [incomplete('checkpoint', '尚无检查点', 'there is no checkpoint yet')] }
    : openCheckpoint(pack.checkpoint, 'checkpoint', trust);
  const other = head && !head.origin.endsWith(`/${pack.countyCode}`);
  const { follow } = chains();
  const findings = [
    ...signature,
    ...checkKey(pack, trust),
    ...(other ? [tampered('checkpoint', '不是本县的存证', `of another log: ${head.origin}`)] : []),
    ...(pack.events.length === 0 ? [incomplete('events', '没有事件', 'there are no events')] : []),
    ...pack.events.flatMap((_, i) => checkEvent(pack, i, { head, follow })),
    ...checkOrder(pack),
  ];
  return { findings, checked: { events: pack.events.length, size: head?.size ?? 0 } };
}

/** Looks, while a log is gone through, for events of a pack's case that the pack leaves out: a case may be shown, but not in part. */
export function leftOut(text: string) {
  const pack = ProofPack.safeParse(jsonOf(text)).data;
  const shown = new Set(pack?.events.map(({ entry }) => hashOfEntry(Buffer.from(entry, 'utf8'))));
  const findings: Finding[] = [];
  return {
    findings: findings as readonly Finding[],
    onEvent({ event, index, sha256 }: Logged): void {
      if (event.subjectKind === 'case' && event.subjectId === pack?.caseId && !shown.has(sha256))
        findings.push(
          tampered(`index ${index} ${eventName(event)}`, '证明文件中缺少此事件', 'is in the log and not in the pack'),
        );
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
