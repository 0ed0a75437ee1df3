import type { LogContent } from './log-entries.ts';
import type { LogFiles } from './log-files.ts';
import { type Head, openCheckpoint, type Trust } from './note.ts';
import { growingTree } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

export interface NamedHead extends Head {
  readonly place: string;
}

/** Every checkpoint of a folder, the smallest first, and one that was kept elsewhere. */
export async function logHeads(
  files: LogFiles,
  trust: Trust,
): Promise<{ readonly heads: readonly NamedHead[]; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const heads: NamedHead[] = [];
  for (const place of files.names.filter((name) => name.startsWith('checkpoints/'))) {
    const opened = openCheckpoint(String(await files.read(place)), place, trust);
    findings.push(...opened.findings);
    if (!opened.head) continue;
    heads.push({ ...opened.head, place });
    if (Number(place.slice('checkpoints/'.length)) !== opened.head.size)
      findings.push(tampered(place, '文件名与检查点大小不符', `is a checkpoint of ${opened.head.size}`));
  }
  if (heads.length === 0) findings.push(incomplete('checkpoints/', '没有检查点', 'there is no checkpoint'));
  if (new Set(heads.map(({ origin }) => origin)).size > 1)
    findings.push(tampered('checkpoints/', '检查点属于不同的存证', 'checkpoints of different logs'));
  return { heads: heads.sort((a, b) => a.size - b.size), findings };
}

/** The tree the entries make and the tree the tiles tell, at each size that is asked for. */
function rootsAt(hashes: readonly (Buffer | undefined)[], sizes: ReadonlySet<number>): ReadonlyMap<number, string> {
  const tree = growingTree();
  const roots = new Map<number, string>();
  if (sizes.has(0)) roots.set(0, tree.root().toString('base64'));
  for (const hash of hashes) {
    if (!hash) break;
    tree.add(hash);
    if (sizes.has(tree.size())) roots.set(tree.size(), tree.root().toString('base64'));
  }
  return roots;
}

export interface Roots {
  /** Root of the first n entries, where all of them are there. */
  readonly ofEntries: ReadonlyMap<number, string>;
  readonly ofTiles: ReadonlyMap<number, string>;
}

export const rootsOf = (content: LogContent, sizes: readonly number[]): Roots => ({
  ofEntries: rootsAt(content.hashed, new Set(sizes)),
  ofTiles: rootsAt(content.told, new Set(sizes)),
});

/** A signed head against what the folder holds: it must be the root of exactly its first entries. */
export function checkHead({ place, size, root }: NamedHead, newest: number, roots: Roots): readonly Finding[] {
  if (size > newest)
    return [
      tampered(
        place,
        `存证被退回：曾签名至 ${size} 项，现只有 ${newest} 项`,
        `the log was rolled back: ${size} were signed, ${newest} are there`,
      ),
    ];
  const found = roots.ofEntries.get(size);
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

/** Which single entries or hashes are not what was signed, as far as the signed root tells which side is right. */
export function checkLeaves(content: LogContent, head: NamedHead, roots: Roots): readonly Finding[] {
  const tilesAreRight = roots.ofTiles.get(head.size) === head.root;
  return content.hashed.flatMap((hash, i): Finding[] => {
    const told = content.told[i];
    if (!hash || !told || hash.equals(told)) return [];
    return [
      tilesAreRight
        ? tampered(`index ${i}`, '事件与存证哈希不符', 'the entry is not the one that was sealed')
        : tampered(`index ${i}`, '存证哈希与事件不符', 'the hash in the tile is not that of the entry'),
    ];
  });
}
