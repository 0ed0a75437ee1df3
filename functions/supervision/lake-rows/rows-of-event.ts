import type * as z from 'zod';
import { civilDateOf } from '../../law/clock-face.ts';
import type { StoredEvent } from '../record-rows.ts';
import { CashPaid, cashRows, listedRows, PageAdded, Receipts, receiptRows } from './payment-rows.ts';
import { DivisionsTold, Filed, filingRows, villageRows } from './register-rows.ts';
import { Registered, registeredRows } from './staff-rows.ts';
import type { SnapshotAt, TableRow } from './table-row.ts';

type RowsOf = (event: StoredEvent, at: SnapshotAt) => readonly TableRow[];

/** An event of a type is read by its shape; a foreign one throws a ZodError. */
const reading =
  <T>(shape: z.ZodType<T>, rows: (data: T, at: SnapshotAt) => readonly TableRow[]): RowsOf =>
  ({ data }, at) =>
    rows(shape.parse(data), at);

const readers: Readonly<Record<string, RowsOf>> = {
  'staff-registered': reading(Registered, registeredRows),
  'helper-registered': reading(Registered, registeredRows),
  'divisions-registered': reading(DivisionsTold, villageRows),
  'relative-filed': ({ data, subjectId }, at) => filingRows(subjectId, Filed.parse(data), at),
  'roster-page-added': reading(PageAdded, listedRows),
  'receipts-recorded': reading(Receipts, receiptRows),
  'petty-cash-paid': reading(CashPaid, cashRows),
};

/**
 * Rows an event gives beside its own in `events`: a pure function of the event, so that every delivery gives the same ones. Throws a
 * ZodError where the event is not what its type says.
 */
export function rowsOfEvent(event: StoredEvent): readonly TableRow[] {
  const at = { countyCode: event.countyCode, version: event.seq, asOfOn: civilDateOf(event.at) };
  return readers[event.type]?.(event, at) ?? [];
}
