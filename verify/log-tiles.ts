import { beyond, type LeafTree, otherHashes } from './leaf-tree.ts';
import { type LogFiles, tileOf } from './log-files.ts';
import { type Finding, tampered } from './verdict.ts';

/**
 * Tiles above the leaves, and what lies beyond the newest checkpoint, against the hashes that the entries made: none may say anything
 * else. Where entries are missing, only what could be computed is compared.
 */
export function checkTiles(files: LogFiles, tree: LeafTree, size: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of files.names) {
    if (!name.startsWith('tile/')) continue;
    const tile = tileOf(name);
    if (!tile) findings.push(tampered(name, '不是存证的文件', 'no file of a log'));
    if (!tile || tile.level === 'entries') continue;
    const { level, index, width } = tile;
    if (level === 0 && index * 256 >= size) findings.push(beyond(name));
    if (level === 0) continue;
    const hashes = tree.levelAt(level).slice(index * 256, index * 256 + width);
    if (hashes.length < width) {
      if (tree.isWhole()) findings.push(beyond(name));
    } else if (files.read(name)?.toString('latin1') !== hashes.join('')) findings.push(otherHashes(name));
  }
  return findings;
}
