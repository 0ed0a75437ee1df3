import type { LogFiles } from './log-files.ts';
import { type Head, openCheckpoint, type Trust } from './note.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

export interface NamedHead extends Head {
  readonly place: string;
}

/** The newest checkpoint under the name that the specification gives it (C2SP tlog-tiles): what a mirror has at least. */
const NEWEST = 'checkpoint';

/** Every checkpoint of a folder, the smallest first. */
export function logHeads(
  files: LogFiles,
  trust: Trust,
): { readonly heads: readonly NamedHead[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const heads: NamedHead[] = [];
  for (const place of files.names.filter((name) => name === NEWEST || name.startsWith('checkpoints/'))) {
    const opened = openCheckpoint(String(files.read(place)), place, trust);
    findings.push(...opened.findings);
    if (!opened.head) continue;
    heads.push({ ...opened.head, place });
    if (place !== NEWEST && Number(place.slice('checkpoints/'.length)) !== opened.head.size)
      findings.push(tampered(place, '文件名与检查点大小不符', `is a checkpoint of ${opened.head.size}`));
  }
  if (heads.length === 0) findings.push(incomplete('checkpoints/', '没有检查点', 'there is no checkpoint'));
  if (new Set(heads.map(({ origin }) => origin)).size > 1)
    findings.push(tampered('checkpoints/', '检查点属于不同的存证', 'checkpoints of different logs'));
  return { heads: heads.sort((a, b) => a.size - b.size), findings };
}

/** A signed head against what the folder holds: it must be the root of exactly its first entries. */
export function checkHead(
  { place, size, root }: NamedHead,
  newest: number,
  roots: ReadonlyMap<number, string>,
): readonly Finding[] {
  if (size > newest)
    return [
      tampered(
        place,
        `存证被退回：曾签名至 ${size} 项，现只有 ${newest} 项`,
        `the log was rolled back: ${size} were signed, ${newest} are there`,
      ),
    ];
  const found = roots.get(size);
  if (found === undefined)
    return [incomplete(place, '事件不全，无法计算根哈希', 'entries are missing: its root cannot be computed')];
  return found === root
    ? []
    : [
        tampered(
          place,
          `前 ${size} 项的根哈希与签名不符`,
          `the first ${size} entries do not make the root that was signed`,
        ),
      ];
}
