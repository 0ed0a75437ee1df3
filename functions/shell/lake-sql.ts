import { type LakeTableName, lakeTableNames, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { type LakeZone, type RecordedMonths, zoneTableName } from '../../schemas/lake-zones.ts';
import type { LakeBounds } from './lake/bounds.ts';
import { eventsParting, ledgerParting, type Parting, versionsParting } from './lake/parting.ts';
import { bare, joined, type Piece, sqlLiteral, type Value, wrapped } from './lake/sql-piece.ts';

/** Texts and comments name no table, whatever words stand in them. */
const bareSql = (sql: string): string => sql.replace(/'[^']*'|--[^\n]*/g, ' ');

/** Tables of the lake that a query reads from; a column of a table's name may make it one more. */
export function tablesIn(sql: string): readonly LakeTableName[] {
  const bare = bareSql(sql);
  return lakeTableNames.filter((table) =>
    new RegExp(`(\\b(FROM|JOIN)|,)[\\s("]*${table}(_history)?\\b`, 'i').test(bare),
  );
}

/** Whether a query reads more than the latest versions of a table. */
const historyIn = (sql: string, table: LakeTableName): boolean =>
  new RegExp(`\\b${table}_history\\b`, 'i').test(bareSql(sql));

/** Which rows of the lake a query sees: of these counties, and of `events` only what was recorded in these months. */
export interface LakeScope {
  readonly counties: readonly string[];
  readonly recorded?: RecordedMonths | undefined;
}

const columnsOf = (table: LakeTableName): string =>
  rawColumns(table)
    .map(({ name }) => name)
    .join(', ');

/** One row a key, whatever was delivered how often; `order` says which one stands for all. */
const firstOf = (table: LakeTableName, rows: Piece, by: { readonly key: readonly string[]; readonly order: string }) =>
  wrapped(
    `SELECT ${columnsOf(table)} FROM (SELECT *, row_number() OVER ` +
      `(PARTITION BY ${by.key.join(', ')} ORDER BY ${by.order}) AS n FROM (`,
    rows,
    ')) WHERE n = 1',
  );

/** The rows of a table by zones. In each the county stands as a literal: engines find the county's folders by it. */
function zonesOf(
  table: LakeTableName,
  counties: readonly string[],
  of: Partial<Parting> & Pick<Parting, 'raw'>,
): readonly Piece[] {
  const codes = counties.map(sqlLiteral).join(', ');
  const zone = (name: LakeZone, ...more: readonly (Piece | undefined)[]): Piece => {
    const text = `SELECT ${columnsOf(table)} FROM ${zoneTableName(name, table)} WHERE county_code IN (${codes})`;
    const conditions = [...more, ...(of.everywhere ?? [])].filter((piece) => piece !== undefined);
    return joined([bare(text), ...conditions], ' AND ');
  };
  const month = ({ monthsTo }: LakeBounds): readonly Value[] => [monthsTo];
  return [
    zone('months', { text: 'ym < ?', values: month }, of.months),
    zone('days', { text: 'ym >= ?', values: month }, of.days),
    zone('imports'),
    zone('raw', of.raw),
  ];
}

const asTable = (name: string, rows: Piece): Piece => wrapped(`${name} AS (`, rows, ')');
const union = (pieces: readonly Piece[]): Piece => joined(pieces, ' UNION ALL ');

/** Rows that happen once: no window over what was compacted, so that conditions reach the files. */
function onceOnly(table: LakeTableName, counties: readonly string[], parting: Parting): readonly Piece[] {
  const zones = zonesOf(table, counties, parting);
  const raw = zones.slice(-1).map((rows) => firstOf(table, rows, { key: lakeTables[table].key, order: 'county_code' }));
  return [asTable(table, union([...zones.slice(0, -1), ...raw]))];
}

/**
 * Which of several rows stands for all: the latest version, of it the one with the latest alert, of equal ones the first that was
 * written. It is one value, and never null: then engines keep the greatest of each key and sort nothing.
 */
function latestOf(table: LakeTableName): string {
  const early = "date_diff('day', as_of_on, DATE '2200-01-01')";
  // A number is compared faster; days before 2200 are less than 100,000.
  if (table !== 'terms') return `version * 100000 + ${early} DESC`;
  // The docket adds to a term what it raised without a new version of the case.
  return `ROW(version, coalesce(last_alert_at, TIMESTAMP '1970-01-01 00:00:00'), ${early}) DESC`;
}

/** Skips nothing, and keeps conditions of the query from being mixed with the choice of the latest, which would then be sorted for. */
const FENCE = ' OFFSET 0';

/** The common table expressions that stand for a table: first the counties, then no duplicates, then the latest version. */
function expressionsOf(table: LakeTableName, { counties, recorded = {} }: LakeScope, sql: string): readonly Piece[] {
  if (table === 'events') return onceOnly(table, counties, eventsParting(recorded));
  if (table === 'ledger') return onceOnly(table, counties, ledgerParting(counties));
  const { key, snapshots } = lakeTables[table];
  const rows = union(zonesOf(table, counties, versionsParting));
  if (!snapshots) return [asTable(table, firstOf(table, rows, { key, order: 'county_code' }))];
  const order = latestOf(table);
  const latest = (of: Piece, by: readonly string[]): Piece =>
    wrapped('', firstOf(table, of, { key: by, order }), FENCE);
  if (!historyIn(sql, table)) return [asTable(table, latest(rows, key))];
  return [
    asTable(`${table}_history`, latest(rows, [...key, 'version'])),
    asTable(table, latest(bare(`SELECT * FROM ${table}_history`), key)),
  ];
}

const lakeOf = (sql: string, { counties, recorded = {} }: LakeScope): Piece => {
  // An empty list is no SQL: nobody's counties are a county that does not exist.
  const some = { counties: counties.length > 0 ? counties : [''], recorded };
  return joined(
    tablesIn(sql).flatMap((table) => expressionsOf(table, some, sql)),
    ',\n',
  );
};

/**
 * A query as it is run on either engine: what it calls `events`, `terms` and `cases` is each row once, the latest version where
 * there are several, of the given counties and no other; `terms_history` and `cases_history` hold every version. Counties stand in
 * the text, how far they are compacted and which months are read in `?` marks before the query's own: the same text can be prepared
 * once for them.
 */
export function withLake(sql: string, scope: LakeScope): string {
  const lake = lakeOf(sql, scope).text;
  if (lake === '') return sql;
  const rest = sql.replace(/^(\s|--[^\n]*(\n|$))*/, '');
  const own = /^WITH\s+/i.exec(rest);
  return own ? `WITH ${lake},\n${rest.slice(own[0].length)}` : `WITH ${lake}\n${rest}`;
}

/** Values of the `?` marks that `withLake` put before those of the query. */
export const lakeValues = (sql: string, scope: LakeScope, bounds: LakeBounds): readonly Value[] =>
  lakeOf(sql, scope).values(bounds);
