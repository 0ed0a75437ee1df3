import { type LogFiles, tileOf } from './log-files.ts';
import { rootOver } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** Hashes of every level of tiles over the leaves. */
function levelsOver(leaves: readonly Buffer[]): readonly (readonly Buffer[])[] {
  const levels: (readonly Buffer[])[] = [leaves];
  for (let below = leaves; below.length >= 256; ) {
    const above = Array.from({ length: Math.floor(below.length / 256) }, (_, i) =>
      rootOver(below.slice(i * 256, i * 256 + 256)),
    );
    levels.push(above);
    below = above;
  }
  return levels;
}

/** Every file of tiles in the folder against what the leaves make: none may say anything else, and none may be missing. */
export async function checkTiles(files: LogFiles, leaves: readonly Buffer[]): Promise<readonly Finding[]> {
  const levels = levelsOver(leaves);
  const findings: Finding[] = [];
  for (const name of files.names) {
    if (!name.startsWith('tile/')) continue;
    const tile = tileOf(name);
    if (!tile) findings.push(tampered(name, '不是存证的文件', 'no file of a log'));
    if (!tile || tile.level === 'entries') continue;
    const from = tile.index * 256;
    const hashes = levels[tile.level]?.slice(from, from + tile.width) ?? [];
    if (hashes.length < tile.width)
      findings.push(incomplete(name, '超出最近的检查点，尚未签名', 'beyond the newest checkpoint: not signed yet'));
    else if (!Buffer.concat(hashes).equals((await files.read(name)) ?? Buffer.alloc(0)))
      findings.push(tampered(name, '哈希与事件不符', 'holds other hashes than the entries make'));
  }
  return findings;
}
