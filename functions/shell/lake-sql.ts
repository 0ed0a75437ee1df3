import { type LakeTableName, lakeTableNames, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { type LakeZone, type RecordedMonths, zoneTableName } from '../../schemas/lake-zones.ts';
import { addDays } from '../law/calendar.ts';
import { instantOf } from '../law/clock-face.ts';
import type { LakeBounds } from './lake/bounds.ts';

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

type Value = string | number | boolean;

/** Which rows of the lake a query sees: of these counties, and of `events` only what was recorded in these months. */
export interface LakeScope {
  readonly counties: readonly string[];
  readonly recorded?: RecordedMonths | undefined;
}

/** A piece of text and where the values of its `?` marks come from, in order. */
interface Piece {
  readonly text: string;
  readonly values: (bounds: LakeBounds) => readonly Value[];
}

const joined = (pieces: readonly Piece[], between: string): Piece => ({
  text: pieces.map(({ text }) => text).join(between),
  values: (bounds) => pieces.flatMap(({ values }) => values(bounds)),
});
const wrapped = (before: string, piece: Piece, after: string): Piece => ({
  ...piece,
  text: before + piece.text + after,
});
const bare = (text: string): Piece => ({ text, values: () => [] });

/** Midnight in Beijing at which a day begins, as both engines read a timestamp without zone. */
const midnight = ({ daysTo }: LakeBounds): string => instantOf(daysTo, '00:00').slice(0, 19).replace('T', ' ');

/** A day more than was compacted: who was at work at midnight may have written behind the compaction. */
const dayBefore = (day: string): string => addDays(day, -1);

/** The first day whose raw files any table is read from. */
export const filesFrom = ({ daysTo, filesTo }: LakeBounds): string => dayBefore(daysTo < filesTo ? daysTo : filesTo);

/** How rows of a table are parted between what was compacted and `raw`, so that none stands in both. */
interface Parting {
  readonly months?: Piece;
  readonly days: Piece;
  readonly raw: Piece;
  /** Holds in every zone. */
  readonly everywhere?: readonly Piece[];
}

/** The months in which events were recorded that a query reads: engines open the files of no other month. */
const monthsOf = ({ from, to }: RecordedMonths): readonly Piece[] => [
  ...(from === undefined ? [] : [{ text: 'ym >= ?', values: () => [from] }]),
  ...(to === undefined ? [] : [{ text: 'ym <= ?', values: () => [to] }]),
];

const eventsParting = (recorded: RecordedMonths): Parting => ({
  everywhere: monthsOf(recorded),
  days: { text: 'recorded_at < CAST(? AS timestamp)', values: (bounds) => [midnight(bounds)] },
  raw: {
    text: 'day >= ? AND recorded_at >= CAST(? AS timestamp)',
    values: (bounds) => [bounds.daysTo, midnight(bounds)],
  },
});

/** Indices count within a county, so that each has its own bound. */
const indexParting = (counties: readonly string[], comparison: '<' | '>='): Piece =>
  wrapped(
    '(',
    joined(
      counties.map((county) => ({
        text: `county_code = ${sqlLiteral(county)} AND log_index ${comparison} ?`,
        values: ({ sealedTo }) => [sealedTo.get(county) ?? 0],
      })),
      ' OR ',
    ),
    ')',
  );

const ledgerParting = (counties: readonly string[]): Parting => ({
  // A late batch of a month that is over comes into its file before the watermark moves.
  months: indexParting(counties, '<'),
  days: indexParting(counties, '<'),
  raw: joined(
    [{ text: 'day >= ?', values: ({ daysTo }) => [dayBefore(daysTo)] }, indexParting(counties, '>=')],
    ' AND ',
  ),
});

/** Whatever stands twice: of each version one counts, wherever it lies. */
const versionsParting: Pick<Parting, 'raw'> = {
  raw: { text: 'day >= ?', values: ({ filesTo }) => [dayBefore(filesTo)] },
};

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

/** The common table expressions that stand for a table: first the counties, then no duplicates, then the latest version. */
function expressionsOf(table: LakeTableName, { counties, recorded = {} }: LakeScope): readonly Piece[] {
  if (table === 'events') return onceOnly(table, counties, eventsParting(recorded));
  if (table === 'ledger') return onceOnly(table, counties, ledgerParting(counties));
  const { key, snapshots } = lakeTables[table];
  const rows = union(zonesOf(table, counties, versionsParting));
  if (!snapshots) return [asTable(table, firstOf(table, rows, { key, order: 'county_code' }))];
  // The docket adds to a term what it raised without a new version of the case.
  const raised = table === 'terms' ? 'last_alert_at DESC NULLS LAST, ' : '';
  const order = `version DESC, ${raised}as_of_on`;
  return [
    asTable(`${table}_history`, firstOf(table, rows, { key: [...key, 'version'], order })),
    asTable(table, firstOf(table, bare(`SELECT * FROM ${table}_history`), { key, order })),
  ];
}

const lakeOf = (sql: string, { counties, recorded = {} }: LakeScope): Piece => {
  // An empty list is no SQL: nobody's counties are a county that does not exist.
  const some = { counties: counties.length > 0 ? counties : [''], recorded };
  return joined(
    tablesIn(sql).flatMap((table) => expressionsOf(table, some)),
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
