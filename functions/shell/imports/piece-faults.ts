import type { ImportPiece } from '../../../schemas/history-import.ts';
import { rawColumns } from '../../../schemas/lake.ts';
import type { RowFault } from '../../supervision/import-faults.ts';
import type { RowOwner } from '../../supervision/imported-columns.ts';
import { type ImportTable, storedRows } from '../../supervision/imported-row.ts';
import { parquetSchema } from '../parquet.ts';
import { parquetGroups, parquetMetadata } from '../parquet-groups.ts';

export interface PlacedFault extends RowFault {
  /** Number of the row within the piece, from 1; 0 for the piece as a whole. */
  readonly row: number;
}

/** Faults of a piece that are told; one is enough to refuse it. */
const TOLD = 20;

const whole = (code: RowFault['code']): readonly PlacedFault[] => [{ row: 0, column: '', code }];

/** Whether a file has the columns of its table, each laid down as the lake does. */
function isOfTable(table: ImportTable, schema: readonly object[]): boolean {
  const told = schema as readonly { name: string; type?: string; converted_type?: string; logical_type?: object }[];
  const own = parquetSchema(rawColumns(table));
  const form = (one: (typeof told)[number] | undefined): string =>
    JSON.stringify([
      one?.name,
      one?.type,
      one?.converted_type === 'UTF8' || one?.converted_type === 'DATE' ? one.converted_type : null,
    ]);
  return (
    told.length === own.length && own.every((one, i) => i === 0 || form(one as (typeof told)[number]) === form(told[i]))
  );
}

/**
 * What is wrong with a piece: no Parquet of its table, other rows than announced, rows of another month or county, and whatever the check of
 * rows refuses. Empty when it may be stored.
 */
export async function pieceFaults(
  bytes: Uint8Array,
  of: { readonly table: ImportTable; readonly piece: ImportPiece; readonly owner: RowOwner },
): Promise<readonly PlacedFault[]> {
  const { table, piece, owner } = of;
  const file = new Uint8Array(bytes).buffer;
  const check = storedRows(table, owner);
  const faults: PlacedFault[] = [];
  let count = 0;
  try {
    const metadata = await parquetMetadata(file);
    if (!isOfTable(table, metadata.schema)) return whole('file-unreadable');
    for await (const { from, rows } of parquetGroups(file, metadata)) {
      count += rows.length;
      for (const [i, row] of rows.entries()) {
        const found = row['ym'] === piece.ym ? check(row) : [{ column: 'ym', code: 'column-derived' } as const];
        faults.push(...found.map((fault) => ({ row: from + i + 1, ...fault })));
        if (faults.length >= TOLD) return faults;
      }
    }
  } catch {
    return whole('file-unreadable');
  }
  return count === piece.rows ? faults : whole('file-changed');
}
