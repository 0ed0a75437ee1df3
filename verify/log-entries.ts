import { type LogFiles, tileName } from './log-files.ts';
import { leafHash } from './tree.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** Everything that stands in a log up to a size: entries, and the hashes its tiles have for them. */
export interface LogContent {
  readonly entries: readonly (Buffer | undefined)[];
  /** Hashes of the entries that are there. */
  readonly hashed: readonly (Buffer | undefined)[];
  /** What the tiles of level 0 say. */
  readonly told: readonly (Buffer | undefined)[];
  readonly findings: readonly Finding[];
}

/** A bundle or tile as wide as the log needs it: the partial one, or the full one that took its place. */
async function widest(files: LogFiles, level: 0 | 'entries', of: { index: number; width: number }) {
  for (let width = of.width; width <= 256; width = width < 256 ? 256 : 257) {
    const name = tileName(level, of.index, width);
    const bytes = await files.read(name);
    if (bytes) return { name, bytes };
  }
  return { name: tileName(level, of.index, of.width), bytes: null };
}

function split(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

interface Part {
  readonly entries: readonly (Buffer | undefined)[];
  readonly told: readonly (Buffer | undefined)[];
  readonly findings: readonly Finding[];
}

async function part(files: LogFiles, index: number, width: number): Promise<Part> {
  const [bundle, tile] = await Promise.all([
    widest(files, 'entries', { index, width }),
    widest(files, 0, { index, width }),
  ]);
  const findings: Finding[] = [];
  if (!bundle.bytes) findings.push(incomplete(bundle.name, '缺少事件文件', 'this bundle of entries is missing'));
  if (!tile.bytes) findings.push(incomplete(tile.name, '缺少哈希文件', 'this tile is missing'));
  const entries = bundle.bytes ? split(bundle.bytes) : [];
  const expected = bundle.name.includes('.p/') ? width : 256;
  if (bundle.bytes && entries?.length !== expected)
    findings.push(tampered(bundle.name, `应有 ${expected} 项`, `does not hold the ${expected} entries of its name`));
  const tileWidth = tile.name.includes('.p/') ? width : 256;
  if (tile.bytes && tile.bytes.length !== tileWidth * 32)
    findings.push(tampered(tile.name, `应有 ${tileWidth} 个哈希`, `does not hold the ${tileWidth} hashes of its name`));
  const places = Array.from({ length: width }, (_, i) => i);
  return {
    entries: places.map((i) => entries?.[i]),
    told: places.map((i) => {
      const hash = tile.bytes?.subarray(i * 32, i * 32 + 32);
      return hash?.length === 32 ? hash : undefined;
    }),
    findings,
  };
}

/** Reads entries and level-0 hashes of a log up to a size. */
export async function logContent(files: LogFiles, size: number): Promise<LogContent> {
  const parts: Part[] = [];
  for (let index = 0; index * 256 < size; index += 1)
    parts.push(await part(files, index, Math.min(256, size - index * 256)));
  const entries = parts.flatMap((one) => one.entries);
  return {
    entries,
    hashed: entries.map((entry) => entry && leafHash(entry)),
    told: parts.flatMap(({ told }) => told),
    findings: parts.flatMap(({ findings }) => findings),
  };
}
