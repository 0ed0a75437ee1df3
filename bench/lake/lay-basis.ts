import type { DuckDBConnection } from '@duckdb/node-api';
import { type LakeTableName, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { moveTexts } from './shifted-texts.ts';

/** The two townships of the play become two of forty; serials make room for every play. */
const placed = (column: string): string =>
  [
    ["'649900101-DB-2026-0000'", "p.first || '-DB-2026-' || p.serial"],
    ["'649900101-LS-2026-0000'", "p.first || '-LS-2026-' || p.serial"],
    ["'649900102-DB-2026-0000'", "p.second || '-DB-2026-' || p.serial"],
    ["'649900102'", 'p.second'],
    ["'649900101'", 'p.first'],
  ].reduce((text, [from, to]) => `replace(${text}, ${from}, ${to})`, column);

interface Column {
  readonly name: string;
  readonly type: string;
  /** Whether texts of the play name a division or a case in this column, and whether one begins as a token. */
  readonly placedIn: boolean;
  readonly tokens: boolean;
}

async function columnsOf(connection: DuckDBConnection, table: LakeTableName): Promise<readonly Column[]> {
  return Promise.all(
    rawColumns(table).map(async ({ name, type }) => {
      if (type !== 'string') return { name, type, placedIn: false, tokens: false };
      const found = await connection.runAndReadAll(
        `SELECT coalesce(bool_or(contains(${name}, '649900')), false), coalesce(bool_or(regexp_matches(${name}, '^[a-z]_[0-9a-f]{16}')), false) FROM play_${table}`,
      );
      const [placedIn, tokens] = found.getRows()[0] ?? [];
      return { name, type, placedIn: placedIn === true, tokens: tokens === true };
    }),
  );
}

/** What a column of a play's row is in one of its copies. */
function copied(table: LakeTableName, { name, type, placedIn, tokens }: Column, dated: readonly string[]): string {
  const day =
    table === 'events' ? "CAST(t.recorded_at + to_days(p.shift) + INTERVAL '8' HOUR AS DATE)" : 't.as_of_on + p.shift';
  if (name === 'ym') return `strftime(${day}, '%Y-%m')`;
  if (type === 'date') return `CAST(t.${name} + p.shift AS DATE)`;
  if (type === 'timestamp') return `CAST(timezone('UTC', t.${name} + to_days(p.shift)) AS TIMESTAMP)`;
  const text = dated.includes(name) ? `m.${name}` : `t.${name}`;
  if (name === 'subject_id')
    return `CASE WHEN t.subject_kind = 'case' THEN ${placed(text)} ELSE ${placed(text)} || '.' || p.play END`;
  if (name === 'event_id')
    return `t.subject_kind || ':' || ${placed('t.subject_id')} || CASE WHEN t.subject_kind = 'case' THEN '' ELSE '.' || p.play END || '#' || t.seq`;
  if (tokens) return `regexp_replace(${text}, '^([a-z]_)[0-9a-f]{8}', '\\1' || p.mark)`;
  return placedIn ? placed(text) : text;
}

/** The rows of one table for the plays in `plays`, with the types of the lake's declaration, in the order of its files. */
async function layTable(connection: DuckDBConnection, table: LakeTableName): Promise<number> {
  const dated = await moveTexts(connection, table);
  const columns = await columnsOf(connection, table);
  const list = columns.map((column) => `${copied(table, column, dated)} AS ${column.name}`).join(',\n  ');
  const join = dated.length > 0 ? `JOIN moved_${table} AS m ON m.tid = t.tid AND m.shift = p.shift` : '';
  const { key, snapshots, sortedBy } = lakeTables[table];
  const once = snapshots
    ? ` QUALIFY row_number() OVER (PARTITION BY ${[...key, 'version'].join(', ')} ORDER BY as_of_on DESC) = 1`
    : '';
  await connection.run(
    `CREATE TABLE basis_${table} AS SELECT * FROM (SELECT ${list} FROM plays AS p CROSS JOIN play_${table} AS t ${join})${once}
     ORDER BY ${['ym', ...sortedBy].join(', ')}`,
  );
  const marks = [(one: Column) => one.placedIn || one.name === 'event_id', (one: Column) => one.tokens];
  const [places, tokens] = marks.map((test) =>
    columns
      .filter(test)
      .map(({ name }) => name)
      .join(' '),
  );
  await connection.run(`INSERT INTO basis_columns VALUES ('${table}', '${places}', '${tokens}')`);
  if (dated.length > 0) await connection.run(`DROP TABLE moved_${table}`);
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM basis_${table}`);
  return Number(counted.getRows()[0]?.[0]);
}

/**
 * Tables `basis_<table>`: the plays of one county of the code of the tests over 24 months and forty townships, in the order of the
 * lake's files; `basis_columns` says in which columns codes and tokens of another county would be others. Answers the rows of each.
 */
export async function layBasis(
  connection: DuckDBConnection,
  tables: readonly LakeTableName[],
  playsEach: number,
): Promise<Readonly<Record<string, number>>> {
  await connection.run(`CREATE TABLE plays AS SELECT play, '6499001' || lpad(CAST(play % 20 + 1 AS VARCHAR), 2, '0') AS first,
       '6499002' || lpad(CAST(play % 20 + 1 AS VARCHAR), 2, '0') AS second, lpad(CAST(play // 20 AS VARCHAR), 4, '0') AS serial,
       CAST(-208 + (hash(play) % 607) AS INTEGER) AS shift, '000' || lpad(format('{:x}', play), 5, '0') AS mark
     FROM range(0, ${playsEach}) AS r(play)`);
  await connection.run('CREATE TABLE basis_columns (table_name VARCHAR, placed VARCHAR, tokens VARCHAR)');
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = await layTable(connection, table);
  return counts;
}
