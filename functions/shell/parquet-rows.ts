import { zstdDecompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { type ColumnType, type LakeRow, type LakeTableName, type LakeValue, rawColumns } from '../../schemas/lake.ts';

const compressors = { ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes) };

function plain(value: unknown, type: ColumnType): LakeValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return type === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value as LakeValue;
}

/**
 * Rows of a file that `parquetOf` wrote, as they were given to it; with `columns` only those. Columns that an older file lacks are null.
 * Throws what the reader throws on a damaged file.
 */
export async function rowsOfParquet(
  table: LakeTableName,
  bytes: Uint8Array,
  columns?: readonly string[],
): Promise<readonly LakeRow[]> {
  const wanted = rawColumns(table).filter(({ name }) => !columns || columns.includes(name));
  const found = await parquetReadObjects({
    file: new Uint8Array(bytes).buffer,
    compressors,
    utf8: false,
    ...(columns && { columns: [...columns] }),
  });
  return found.map((row) => Object.fromEntries(wanted.map(({ name, type }) => [name, plain(row[name], type)])));
}
