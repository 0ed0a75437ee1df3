import type { DuckDBConnection } from '@duckdb/node-api';
import type { LakeTableName } from '../../schemas/lake.ts';

const DAY_MS = 86_400_000;

/** First and last number of days by which a play is moved: with its four months that makes the 24 months from January 2026. */
export const firstShift = -208;
export const lastShift = 398;

const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Days and months that stand in a text, moved; case numbers, which have a year and a serial, stay. */
export const shiftedText = (text: string, days: number): string =>
  text
    .replaceAll(/(?<![\d-])20\d\d-\d\d-\d\d(?!\d)/g, (day) => moved(day, days))
    .replaceAll(/(?<![\d-])20\d\d-\d\d(?![\d-])/g, (month) => moved(`${month}-01`, days).slice(0, 7));

/** Columns of text of a play's table in which a day or a month stands. */
export async function datedColumns(connection: DuckDBConnection, table: LakeTableName): Promise<readonly string[]> {
  const all = await connection.runAndReadAll(`SELECT * FROM play_${table}`);
  const names = all.columnNames();
  return names.filter(
    (name, i) =>
      name !== 'ym' &&
      all
        .getRowsJson()
        .some(
          (row) =>
            typeof row[i] === 'string' &&
            String(all.columnType(i)) === 'VARCHAR' &&
            shiftedText(row[i], 400) !== row[i],
        ),
  );
}

/** A table `moved_<table>(tid, shift, …)` with the dated texts of each row of the play for every shift there is. */
export async function moveTexts(connection: DuckDBConnection, table: LakeTableName): Promise<readonly string[]> {
  const columns = await datedColumns(connection, table);
  if (columns.length === 0) return columns;
  await connection.run(
    `CREATE TABLE moved_${table} (tid BIGINT, shift INTEGER, ${columns.map((name) => `${name} VARCHAR`).join(', ')})`,
  );
  const rows = (await connection.runAndReadAll(`SELECT tid, ${columns.join(', ')} FROM play_${table}`)).getRows();
  const appender = await connection.createAppender(`moved_${table}`);
  for (const [tid, ...texts] of rows)
    for (let shift = firstShift; shift <= lastShift; shift += 1) {
      appender.appendBigInt(BigInt(String(tid)));
      appender.appendInteger(shift);
      for (const text of texts)
        if (typeof text === 'string') appender.appendVarchar(shiftedText(text, shift));
        else appender.appendNull();
      appender.endRow();
    }
  appender.closeSync();
  return columns;
}
