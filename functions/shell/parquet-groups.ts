import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
} from 'hyparquet';

/** Pages never unpack to more than they say; one of nulls alone says nothing. */
const most = (length: number): { readonly maxOutputLength: number } => ({ maxOutputLength: Math.max(1, length) });
const compressors: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, most(length)),
  ZSTD: (bytes, length) => zstdDecompressSync(bytes, most(length)),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, most(length)),
};

/** A row group is read as one: what it comes to unpacked must fit into memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Some rows of a file that follow each other. */
export interface RowGroup {
  /** Number of the first, from 0. */
  readonly from: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export const parquetMetadata = (file: AsyncBuffer): Promise<FileMetaData> => parquetMetadataAsync(file);

/** The rows of a Parquet file, row group by row group. Throws `GroupTooLarge` before it unpacks more than memory may hold. */
export async function* parquetGroups(file: AsyncBuffer, metadata: FileMetaData): AsyncGenerator<RowGroup> {
  let from = 0;
  for (const group of metadata.row_groups) {
    if (Number(group.total_byte_size) > MOST_BYTES)
      throw Object.assign(new Error('a row group is too large'), { name: 'GroupTooLarge' });
    const to = from + Number(group.num_rows);
    yield { from, rows: await parquetReadObjects({ file, metadata, rowStart: from, rowEnd: to, compressors }) };
    from = to;
  }
}
