import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import {
  type ColumnType,
  type LakeColumn,
  type LakeRow,
  type LakeTableName,
  type LakeValue,
  lakeTables,
  rawColumns,
} from '../../schemas/lake.ts';

/**
 * A county's month of events is a handful of groups. Rows are sorted and each group says its least and greatest values, so that a type
 * of event or a case is found in one of them: twice as fast as with all in one group, for one twentieth more bytes; smaller ones cost
 * more than they spare.
 */
export const ROWS_A_GROUP = 8_192;
const DAY_MS = 86_400_000;

/**
 * How a type of the lake is laid down in Parquet. Instants are micros since 1970 in UTC; they are not said to be adjusted, since an
 * engine would then have to turn each into its timestamp without zone before it can compare, and could skip nothing.
 */
const elements: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  bigint: { type: 'INT64' },
  date: { type: 'INT32', converted_type: 'DATE' },
  timestamp: { type: 'INT64', logical_type: { type: 'TIMESTAMP', unit: 'MICROS', isAdjustedToUTC: false } },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  binary: { type: 'BYTE_ARRAY' },
};

/** How columns are laid down: the root first. */
export const parquetSchema = (columns: readonly LakeColumn[]): readonly SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }) => ({ name, ...elements[type], repetition_type: 'OPTIONAL' as const })),
];

function physical({ name, type }: LakeColumn, value: LakeValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  const wrong = (): never => {
    throw new TypeError(`${name}: ${typeof value} is no ${type}`);
  };
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : wrong();
    case 'bigint':
      return Number.isSafeInteger(value) ? BigInt(value) : wrong();
    case 'date': {
      const days = typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) / DAY_MS : Number.NaN;
      return Number.isInteger(days) ? days : wrong();
    }
    case 'timestamp': {
      const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isInteger(ms) ? BigInt(ms) * 1000n : wrong();
    }
    case 'double':
      return typeof value === 'number' ? value : wrong();
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong();
    case 'binary':
      return typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value) ? Buffer.from(value, 'hex') : wrong();
  }
}

const compare = (a: LakeValue, b: LakeValue): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
};

/** Rows in the order of their table; equal ones keep their place. */
export function sortRows(table: LakeTableName, rows: readonly LakeRow[]): readonly LakeRow[] {
  const by = lakeTables[table].sortedBy;
  return [...rows].sort((a, b) => {
    for (const name of by) {
      const order = compare(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/**
 * Rows of a table as one Parquet file, zstd by Node's own zlib (the writer brings only Snappy); the same rows give the same
 * bytes. Throws TypeError on an unknown column or a value that is not of its column's type.
 */
export function parquetOf(table: LakeTableName, rows: readonly LakeRow[]): Uint8Array {
  const columns = rawColumns(table);
  const known = new Set(columns.map(({ name }) => name));
  const stranger = rows.flatMap((row) => Object.keys(row)).find((name) => !known.has(name));
  if (stranger !== undefined) throw new TypeError(`${stranger} is no column of ${table}`);
  const sorted = sortRows(table, rows);
  const buffer = parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.name,
      data: sorted.map((row) => physical(column, row[column.name])),
    })),
    schema: [...parquetSchema(columns)],
    codec: 'ZSTD',
    compressors: { ZSTD: (bytes) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }) },
    rowGroupSize: ROWS_A_GROUP,
    createdBy: 'sunlight',
  });
  return new Uint8Array(buffer);
}
