import type { LakeColumn, LakeTable } from './lake-column.ts';
import { cases } from './lake-tables/cases.ts';
import { objections, reverifications, verifications } from './lake-tables/checks.ts';
import { payments, villages } from './lake-tables/county.ts';
import { events } from './lake-tables/events.ts';
import { ledger } from './lake-tables/ledger.ts';
import { households, kinship, members, staff } from './lake-tables/people.ts';
import { terms } from './lake-tables/terms.ts';

export type { ColumnType, LakeColumn, LakeTable } from './lake-column.ts';

/** The one declaration of the lake's columns: recorder, Glue, DuckDB, import and tests read this (design section 8). */
export const lakeTables = {
  events,
  terms,
  cases,
  ledger,
  staff,
  households,
  members,
  kinship,
  verifications,
  objections,
  payments,
  reverifications,
  villages,
} as const satisfies Readonly<Record<string, LakeTable>>;

export type LakeTableName = keyof typeof lakeTables;

export const lakeTableNames = Object.keys(lakeTables) as readonly LakeTableName[];

/** Tables that the table's stream fills; the rows of `ledger` are the sealer's. */
export type RecordedTable = Exclude<LakeTableName, 'ledger'>;

export const recordedTables = lakeTableNames.filter((name): name is RecordedTable => name !== 'ledger');

/** Columns of a raw file: the partition columns are ordinary ones there. */
export const rawColumns = (table: LakeTableName): readonly LakeColumn[] => [
  ...lakeTables[table].columns,
  ...lakeTables[table].partitions,
];

/** A value in the lake. Dates are `YYYY-MM-DD`, timestamps ISO-8601 UTC, bigints whole numbers (fen or counts), binary lower-case hex. */
export type LakeValue = string | number | boolean | null;

/** One row by column name; absent columns are null. */
export type LakeRow = Readonly<Record<string, LakeValue>>;
