import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { asyncBufferFromFile, type Compressors, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { RawRow, RowReader } from './raw-row.ts';
import { fileFault, isFileFault } from './source-file.ts';

/** A row group is read as one: what it comes to unpacked must fit into memory. */
const MOST_BYTES = 512 * 1024 * 1024;
const LOT = 5_000;

/** Pages never unpack to more than they say. */
const compressors: Compressors = {
  GZIP: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  ZSTD: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }),
  BROTLI: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
};

/** Rows of a Parquet file, row group by row group; a row's place is its number, from 1. Throws a file fault. */
export async function* parquetRows(path: string, taken: (share: number) => void): RowReader {
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const total = Number(metadata.num_rows);
    let from = 0;
    for (const group of metadata.row_groups) {
      if (Number(group.total_byte_size) > MOST_BYTES) throw fileFault('unpacks-too-large', from + 1);
      const to = from + Number(group.num_rows);
      const read = await parquetReadObjects({ file, metadata, rowStart: from, rowEnd: to, compressors });
      for (let at = 0; at < read.length; at += LOT) {
        const first = from + at + 1;
        yield read.slice(at, at + LOT).map((values, i): RawRow => ({ place: first + i, values }));
        taken((first + LOT) / total);
      }
      from = to;
    }
  } catch (error) {
    throw isFileFault(error) ? error : fileFault('file-unreadable');
  }
}
