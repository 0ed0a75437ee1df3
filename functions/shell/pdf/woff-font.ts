import { inflateSync } from 'node:zlib';

/** Outlines, widths and the map from characters: all that setting Chinese line by line needs. No shaping, no vertical metrics. */
const kept = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

function tablesOf(woff: Buffer): readonly Table[] {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => 44 + 20 * index);
  return entries
    .map((at) => ({ at, tag: woff.toString('latin1', at, at + 4) }))
    .filter(({ tag }) => kept.includes(tag))
    .map(({ at, tag }) => {
      const [offset, packed, length] = [
        woff.readUInt32BE(at + 4),
        woff.readUInt32BE(at + 8),
        woff.readUInt32BE(at + 12),
      ];
      const body = woff.subarray(offset, offset + packed);
      const bytes = packed < length ? inflateSync(body) : body;
      return { tag, checksum: woff.readUInt32BE(at + 16), bytes };
    });
}

/**
 * The TrueType font in a WOFF file (W3C WOFF 1.0: tables packed with zlib). A library that reads WOFF unpacks the outlines anew for
 * every character; this unpacks them once. Throws if the file is no WOFF.
 */
export function trueTypeOf(woff: Uint8Array): Uint8Array {
  const tables = tablesOf(Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const padded = (length: number): number => (length + 3) & ~3;
  const directory = 12 + 16 * tables.length;
  const font = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), directory));
  font.writeUInt32BE(0x00010000, 0);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = directory;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = 12 + 16 * index;
    font.write(tag, at, 'latin1');
    font.writeUInt32BE(checksum, at + 4);
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(bytes.length, at + 12);
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}
