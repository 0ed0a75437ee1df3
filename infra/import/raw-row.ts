import type { RowFault } from '../../functions/supervision/import-faults.ts';

/** A row as a file has it: its place is the line (in Parquet the number of the row, from 1). */
export interface RawRow {
  readonly place: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Why it could not even be read. */
  readonly fault?: RowFault;
}

/** Rows come in small lots: one step of an asynchronous reader a row would cost more than the row. */
export type RowReader = AsyncGenerator<readonly RawRow[]>;

export const LONGEST_LINE = 1024 * 1024;

export const unreadable = (place: number, code: RowFault['code']): RawRow => ({
  place,
  values: {},
  fault: { column: '', code },
});
