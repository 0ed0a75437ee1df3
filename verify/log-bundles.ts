import { type LogFiles, tileName, tileOf } from './log-files.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

const HASH_BYTES = 32;

/** Up to 256 entries of a log as its folder has them, with what its tile of level 0 tells about them. */
export interface Bundle {
  /** Index of its first entry. */
  readonly first: number;
  /** How many of its entries the log is asked for. */
  readonly width: number;
  readonly entries: readonly (Buffer | undefined)[];
  /** Hashes of the tile, as far as it reaches. */
  readonly told: Buffer;
  /** Every file that is there of that tile: also the narrower ones of earlier sizes. */
  readonly tiles: readonly TileFile[];
  readonly findings: readonly Finding[];
}

export interface TileFile {
  readonly name: string;
  readonly width: number;
  readonly bytes: Buffer;
}

interface Part {
  readonly name: string;
  readonly width: number;
}

/** Bundles and tiles of level 0 by index, the narrowest first. */
function partsOf(names: readonly string[]): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  for (const name of names) {
    const tile = tileOf(name);
    if (tile?.level !== 'entries' && tile?.level !== 0) continue;
    const place = `${tile.level}/${tile.index}`;
    const known = parts.get(place);
    if (known) known.push({ name, width: tile.width });
    else parts.set(place, [{ name, width: tile.width }]);
  }
  for (const some of parts.values()) some.sort((a, b) => a.width - b.width);
  return parts;
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

const bytesIn = (files: LogFiles, name: string): Buffer => files.read(name) ?? Buffer.alloc(0);

/** What stood in the place of a bundle while the log was shorter is a beginning of it. */
const checkNarrower = (files: LogFiles, narrower: readonly Part[], bundle: Buffer): readonly Finding[] =>
  narrower.flatMap(({ name, width }) => {
    const bytes = bytesIn(files, name);
    const begins = bytes.equals(bundle.subarray(0, bytes.length)) && split(bytes)?.length === width;
    return begins ? [] : [tampered(name, '与后来的事件文件不符', 'does not begin the bundle that took its place')];
  });

function entriesAt(files: LogFiles, parts: readonly Part[], of: { readonly index: number; readonly width: number }) {
  const part = parts.find(({ width }) => width >= of.width);
  if (!part) {
    const name = tileName('entries', of.index, of.width);
    return { entries: [], findings: [incomplete(name, '缺少事件文件', 'this bundle of entries is missing')] };
  }
  const bytes = bytesIn(files, part.name);
  const entries = split(bytes);
  const narrower = parts.filter(({ width }) => width < part.width);
  const findings = [...checkNarrower(files, narrower, bytes)];
  if (entries?.length !== part.width)
    findings.unshift(
      tampered(part.name, `应有 ${part.width} 项`, `does not hold the ${part.width} entries of its name`),
    );
  return { entries: entries ?? [], findings };
}

function hashesAt(files: LogFiles, parts: readonly Part[], of: { readonly index: number; readonly width: number }) {
  const tiles = parts.map((part) => ({ ...part, bytes: bytesIn(files, part.name) }));
  const part = tiles.find(({ width }) => width >= of.width);
  if (!part) {
    const name = tileName(0, of.index, of.width);
    return { told: Buffer.alloc(0), tiles, findings: [incomplete(name, '缺少哈希文件', 'this tile is missing')] };
  }
  const findings =
    part.bytes.length === part.width * HASH_BYTES
      ? []
      : [tampered(part.name, `应有 ${part.width} 个哈希`, `does not hold the ${part.width} hashes of its name`)];
  return { told: part.bytes, tiles, findings };
}

/** Entries and level-0 hashes of a log up to a size, a bundle at a time. */
export function* logBundles(files: LogFiles, size: number): Generator<Bundle> {
  const parts = partsOf(files.names);
  for (let index = 0; index * 256 < size; index += 1) {
    const [first, width] = [index * 256, Math.min(256, size - index * 256)];
    const bundle = entriesAt(files, parts.get(`entries/${index}`) ?? [], { index, width });
    const tile = hashesAt(files, parts.get(`0/${index}`) ?? [], { index, width });
    const entries = Array.from({ length: width }, (_, i) => bundle.entries[i]);
    yield { first, width, entries, ...tile, findings: [...bundle.findings, ...tile.findings] };
  }
}
