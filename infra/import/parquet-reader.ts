import { asyncBufferFromFile } from 'hyparquet';
import { parquetGroups, parquetMetadata } from '../../functions/shell/parquet-groups.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import { fileFault } from './source-file.ts';

const LOT = 5_000;

/** Rows of a Parquet file, row group by row group; a row's place is its number, from 1. Throws a file fault. */
export async function* parquetRows(path: string, taken: (share: number) => void): RowReader {
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadata(file);
    const total = Number(metadata.num_rows);
    for await (const { from, rows } of parquetGroups(file, metadata)) {
      for (let at = 0; at < rows.length; at += LOT) {
        const first = from + at + 1;
        yield rows.slice(at, at + LOT).map((values, i): RawRow => ({ place: first + i, values }));
        taken((first + LOT) / total);
      }
    }
  } catch (error) {
    const tooLarge = error instanceof Error && error.name === 'GroupTooLarge';
    throw fileFault(tooLarge ? 'unpacks-too-large' : 'file-unreadable');
  }
}
