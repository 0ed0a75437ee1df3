import { type LakeTableName, lakeTableNames, lakeTables, rawColumns, rawTableName } from '../../schemas/lake.ts';

/** A value as a literal of Athena's dialect: text quoted, quotes doubled. Throws RangeError on what has no literal. */
export function sqlLiteral(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new RangeError('a text with NUL has no literal');
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no literal`);
  // Scientific notation is a double in Athena and never an integer.
  return Number.isSafeInteger(value) ? String(value) : value.toExponential();
}

/** Texts and comments name no table, whatever words stand in them. */
const bareSql = (sql: string): string => sql.replace(/'[^']*'|--[^\n]*/g, ' ');

/** Tables of the lake that a query reads from; a column of a table's name may make it one more. */
export function tablesIn(sql: string): readonly LakeTableName[] {
  const bare = bareSql(sql);
  return lakeTableNames.filter((table) =>
    new RegExp(`(\\b(FROM|JOIN)|,)[\\s("]*${table}(_history)?\\b`, 'i').test(bare),
  );
}

/** What tells rows of a key apart where there are no versions: any one will do, they are the same. */
const onlyOrder: Readonly<Partial<Record<LakeTableName, string>>> = { ledger: 'seq' };

/** One row a key, whatever was delivered how often. */
const dedup = (table: LakeTableName, more: { readonly from: string; readonly key: readonly string[] }): string => {
  const names = rawColumns(table).map(({ name }) => name);
  // The docket adds to a term what it raised without a new version of the case.
  const raised = table === 'terms' ? 'last_alert_at DESC NULLS LAST, ' : '';
  const last = lakeTables[table].snapshots ? `version DESC, ${raised}as_of_on` : (onlyOrder[table] ?? 'recorded_at');
  return (
    `SELECT ${names.join(', ')} FROM (SELECT *, row_number() OVER ` +
    `(PARTITION BY ${more.key.join(', ')} ORDER BY ${last}) AS n FROM ${more.from}) WHERE n = 1`
  );
};

/** The common table expressions that stand for a table: first the counties, then no duplicates, then the latest version. */
function expressionsOf(table: LakeTableName, counties: readonly string[]): readonly string[] {
  const { key, snapshots } = lakeTables[table];
  // An empty list is no SQL: nobody's counties are a county that does not exist.
  const codes = (counties.length > 0 ? counties : ['']).map(sqlLiteral).join(', ');
  const narrowed = `(SELECT * FROM ${rawTableName(table)} WHERE county_code IN (${codes}))`;
  if (!snapshots) return [`${table} AS (${dedup(table, { from: narrowed, key })})`];
  return [
    `${table}_history AS (${dedup(table, { from: narrowed, key: [...key, 'version'] })})`,
    `${table} AS (${dedup(table, { from: `${table}_history`, key })})`,
  ];
}

/**
 * A query as it is run on either engine: what it calls `events`, `terms` and `cases` is each row once, the latest version where
 * there are several, of the given counties and no other; `terms_history` and `cases_history` hold every version.
 */
export function withLake(sql: string, counties: readonly string[]): string {
  const lake = tablesIn(sql).flatMap((table) => expressionsOf(table, counties));
  if (lake.length === 0) return sql;
  const bare = sql.replace(/^(\s|--[^\n]*(\n|$))*/, '');
  const own = /^WITH\s+/i.exec(bare);
  return own ? `WITH ${lake.join(',\n')},\n${bare.slice(own[0].length)}` : `WITH ${lake.join(',\n')}\n${bare}`;
}
