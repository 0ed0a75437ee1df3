import { createHash } from 'node:crypto';

/** A small but valid JPEG whose bytes depend on its name: example materials and photos are real files with real hashes. */
export function exampleJpeg(name: string): { readonly bytes: Buffer; readonly sha256: string } {
  const comment = Buffer.from(`演示数据·非真实标准 ${name}`, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const bytes = Buffer.concat([
    onePixel.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    comment,
    onePixel.subarray(2),
  ]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A grey pixel: start of image, quantisation and Huffman tables, frame, scan, end of image. */
const onePixel = Buffer.from(
  'ffd8ffe000104a46494600010101004800480000ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9',
  'hex',
);
