import { type LakeRow, type LakeTableName, type LakeValue, rawColumns } from './lake.ts';

/**
 * A row as it is compared and hashed, however a file encodes it: declared columns only, nothing for what is null, instants in UTC
 * with milliseconds. Recorder, sealer and verifier read the same declaration.
 */
export function comparableRow(table: LakeTableName, row: LakeRow): Readonly<Record<string, LakeValue>> {
  const values = rawColumns(table).flatMap(({ name, type }): (readonly [string, LakeValue])[] => {
    const value = row[name];
    if (value === null || value === undefined) return [];
    return [[name, type === 'timestamp' ? new Date(String(value)).toISOString() : value]];
  });
  return Object.fromEntries(values);
}
