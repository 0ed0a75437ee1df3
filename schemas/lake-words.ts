import type { LakeTableName } from './lake.ts';
import { cases } from './lake-words/cases.ts';
import { objections, reverifications, verifications } from './lake-words/checks.ts';
import { payments, villages } from './lake-words/county.ts';
import { events } from './lake-words/events.ts';
import { ledger } from './lake-words/ledger.ts';
import { households, kinship, members, staff } from './lake-words/people.ts';
import { terms } from './lake-words/terms.ts';
import { sharedWords, type TableWords, type Words } from './lake-words/words.ts';

/** What the tables of the lake mean: for Glue, exports and people. Apart from their declaration, which every Lambda carries. */
export const lakeWords: Readonly<Record<LakeTableName, TableWords>> = {
  cases,
  verifications,
  objections,
  reverifications,
  payments,
  villages,
  events,
  ledger,
  staff,
  households,
  members,
  kinship,
  terms,
};

/** The words of a column of a table, its own or one it shares with others; undefined for one it has not. */
export function wordsOf(table: LakeTableName, column: string): Words | undefined {
  const { columns } = lakeWords[table];
  if (Object.hasOwn(columns, column)) return columns[column];
  return Object.hasOwn(sharedWords, column) ? sharedWords[column] : undefined;
}
