import * as z from 'zod';
import {
  type LakeColumn,
  type LakeRow,
  type LakeTableName,
  type LakeValue,
  lakeTables,
  rawColumns,
} from '../../schemas/lake.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { type ImportFault, importFaults, type RowFault } from './import-faults.ts';
import { columnCheck, type RowOwner } from './imported-columns.ts';
import { liftedValue } from './imported-value.ts';

/** Tables an older system may fill: all but the ledger, which is the log's own (design section 8). */
export type ImportTable = Exclude<LakeTableName, 'ledger'>;
export const importTables = (Object.keys(lakeTables) as LakeTableName[]).filter(
  (table): table is ImportTable => table !== 'ledger',
);

/** Made from the other columns, never delivered. */
const derived: ReadonlySet<string> = new Set(['source', 'ym', 'version']);
export const isDerived = (column: string): boolean => derived.has(column);

/** The columns a file may have. */
export const importColumns = (table: ImportTable): readonly LakeColumn[] =>
  rawColumns(table).filter(({ name }) => !isDerived(name));

/** The column whose day says which month a row belongs to. */
const dated = (table: ImportTable): string => (lakeTables[table].snapshots ? 'as_of_on' : 'recorded_at');

/** Parts of a key that may be empty. */
const mayBeEmpty: ReadonlySet<string> = new Set(['kinship.case_id']);

/** Columns without which a row is none: its key, and the day it is of. */
export const neededColumns = (table: ImportTable): readonly string[] => [
  ...lakeTables[table].key.filter((name) => !isDerived(name) && !mayBeEmpty.has(`${table}.${name}`)),
  dated(table),
];

/** Numbers of imported events stand apart from those of live ones. */
export const importedEventId = (county: string, id: string): string => `import:${county}:${id}`;

export type CheckedRow =
  | { readonly row: LakeRow; readonly key: string }
  | { readonly faults: readonly RowFault[]; readonly row?: never };

const codeOf = ({ message, code }: z.core.$ZodIssue): ImportFault => {
  if (message in importFaults) return message as ImportFault;
  return code === 'unrecognized_keys' ? 'column-unknown' : 'value-type';
};

const faultsOf = (error: z.ZodError): readonly RowFault[] =>
  error.issues.flatMap((issue): RowFault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((column) => ({ column, code: isDerived(column) ? 'column-derived' : 'column-unknown' }))
      : [{ column: String(issue.path[0] ?? ''), code: codeOf(issue) }],
  );

/** Snapshots of before count below every live version, later days above earlier ones: a live row is always the latest. */
const BEFORE = 1_000_000;
const versionOf = (asOfOn: LakeValue | undefined): number => Date.parse(`${asOfOn}T00:00:00Z`) / 86_400_000 - BEFORE;

/** Before four in the afternoon UTC it is the same day in Beijing: most instants are. */
const civilDayOf = (instant: string): string =>
  instant.slice(11, 13) < '16' ? instant.slice(0, 10) : civilDateOf(instant);

function finished(table: ImportTable, values: LakeRow, { county }: RowOwner): LakeRow {
  const { snapshots } = lakeTables[table];
  const day = snapshots ? String(values['as_of_on']) : civilDayOf(String(values['recorded_at']));
  return {
    ...values,
    ...(table === 'events' && { event_id: importedEventId(county, String(values['event_id'])) }),
    ...(snapshots && { version: versionOf(values['as_of_on']) }),
    source: 'import',
    county_code: county,
    ym: day.slice(0, 7),
  };
}

/** What names a row among all of its table. */
const keyOf = (table: ImportTable, row: LakeRow): string =>
  JSON.stringify(
    [...lakeTables[table].key, ...(lakeTables[table].snapshots ? ['version'] : [])].map((name) => row[name] ?? null),
  );

/**
 * Checks rows of a table as a file delivers them, and makes the rows that are stored: county, month, `source = import`, the number of a
 * snapshot, the prefix of an event's number. Everything that is wrong with a row is told at once.
 */
export function importedRows(
  table: ImportTable,
  owner: RowOwner,
): (values: Readonly<Record<string, unknown>>) => CheckedRow {
  const columns = importColumns(table);
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const needed = new Set(neededColumns(table));
  const shape = Object.fromEntries(
    columns.map((column) => {
      const check = columnCheck(column, owner);
      return [column.name, needed.has(column.name) ? check : check.nullable().optional()];
    }),
  );
  const schema = z.strictObject(shape as Record<string, z.ZodType<LakeValue>>);
  return (values) => {
    const lifted: Record<string, LakeValue> = {};
    for (const [name, value] of Object.entries(values)) {
      const type = types.get(name);
      lifted[name] = type ? liftedValue(type, value) : null;
    }
    const missing = [...needed].filter((name) => lifted[name] === undefined || lifted[name] === null);
    if (missing.length > 0) return { faults: missing.map((column) => ({ column, code: 'value-missing' })) };
    const parsed = schema.safeParse(lifted);
    if (!parsed.success) return { faults: faultsOf(parsed.error) };
    const row = finished(table, parsed.data as LakeRow, owner);
    return { row, key: keyOf(table, row) };
  };
}

/** What a file would have delivered for a stored row: nothing derived, the event's own number. */
function delivered(table: ImportTable, row: Readonly<Record<string, unknown>>, county: string) {
  const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !isDerived(name)));
  const prefix = importedEventId(county, '');
  const id = String(row['event_id']);
  return table === 'events' ? { ...rest, event_id: id.startsWith(prefix) ? id.slice(prefix.length) : null } : rest;
}

/**
 * Checks rows as they are to be stored, by the same rules: each must be what the check makes of what a file delivers. A host never takes a
 * caller's check for its own.
 */
export function storedRows(
  table: ImportTable,
  owner: RowOwner,
): (row: Readonly<Record<string, unknown>>) => readonly RowFault[] {
  const check = importedRows(table, owner);
  const types = rawColumns(table);
  return (row) => {
    const checked = check(delivered(table, row, owner.county));
    if (!checked.row) return checked.faults;
    const { row: right } = checked;
    return types.flatMap(({ name, type }): RowFault[] =>
      (right[name] ?? null) === liftedValue(type, row[name]) ? [] : [{ column: name, code: 'column-derived' }],
    );
  };
}
