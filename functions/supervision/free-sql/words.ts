import { lakeTableNames, lakeTables } from '../../../schemas/lake.ts';

/** Tables a text may read: the logical ones, and every version of those that have versions. */
export const permittedTables: ReadonlySet<string> = new Set(
  lakeTableNames.flatMap((name) => (lakeTables[name].snapshots ? [name, `${name}_history`] : [name])),
);

/** Functions that make one value of many rows. */
const aggregates = ['avg', 'count', 'max', 'min', 'sum'];

/**
 * Functions that Athena and DuckDB answer alike. Left out on purpose: `greatest`, `least`, `concat` (nulls), `count_if` (of nothing),
 * `date_add`, `extract`, `now` and the like (time zones, answers that change), whatever makes a table, and whatever is not here.
 */
export const permittedFunctions: ReadonlySet<string> = new Set([
  ...aggregates,
  ...['abs', 'ceil', 'floor', 'round', 'nullif', 'coalesce', 'cast'],
  ...['length', 'lower', 'replace', 'strpos', 'substr', 'trim', 'upper'],
  ...['date_diff', 'json_array_length', 'json_extract', 'json_extract_scalar'],
  ...['dense_rank', 'first_value', 'lag', 'last_value', 'lead', 'rank', 'row_number'],
]);

/** Whether a function counts or adds up: what small cells are withheld of. */
export const isAggregate = (name: string): boolean => aggregates.includes(name);

/** Words of the grammar that is read here; anything else is a name. */
const keywords: ReadonlySet<string> = new Set([
  ...['select', 'distinct', 'all', 'from', 'where', 'group', 'by', 'having', 'order', 'asc', 'desc', 'nulls', 'limit'],
  ...['offset', 'with', 'as', 'and', 'or', 'not', 'in', 'between', 'like', 'escape', 'is', 'null', 'true', 'false'],
  ...['case', 'when', 'then', 'else', 'end', 'exists', 'join', 'inner', 'left', 'right', 'full', 'outer', 'cross'],
  ...['on', 'using', 'union', 'except', 'intersect', 'over', 'partition', 'interval'],
]);

/** Types a value may be cast to. */
export const permittedTypes: ReadonlySet<string> = new Set([
  ...['varchar', 'bigint', 'integer', 'double', 'boolean', 'date', 'timestamp', 'decimal'],
]);

/** Names of what lies beneath the tables, or of the engine itself. */
const beneath = new RegExp(
  `^_|^(raw|imports|information|duckdb|pg|sqlite|pragma|system|current|session|local)_|^(days|months)_(${lakeTableNames.join('|')})`,
);

/** Words of SQL that begin something no audit needs, and that therefore are nobody's name. */
const unwanted: ReadonlySet<string> = new Set([
  ...['table', 'values', 'unnest', 'lateral', 'recursive', 'tablesample', 'sample', 'pivot', 'unpivot', 'qualify'],
  ...['natural', 'asof', 'semi', 'anti', 'positional', 'window', 'returning', 'into', 'match_recognize', 'json_table'],
  ...['array', 'row', 'map', 'struct', 'grouping', 'cube', 'rollup', 'filter', 'within', 'fetch', 'for', 'at', 'zone'],
  ...['insert', 'update', 'delete', 'merge', 'create', 'alter', 'drop', 'truncate', 'copy', 'export', 'import'],
  ...[
    'attach',
    'detach',
    'install',
    'load',
    'pragma',
    'set',
    'reset',
    'use',
    'call',
    'execute',
    'prepare',
    'deallocate',
  ],
  ...['describe', 'show', 'summarize', 'explain', 'analyze', 'grant', 'revoke', 'commit', 'rollback', 'vacuum'],
  ...['localtime', 'localtimestamp', 'user', 'information_schema', 'system', 'temp', 'memory', 'main', 'uescape'],
  ...[
    'collate',
    'glob',
    'ilike',
    'similar',
    'rlike',
    'regexp',
    'any',
    'some',
    'default',
    'exclude',
    'columns',
    'try_cast',
  ],
]);

/** Whether a word may be a name of the asker's own, or of a column. */
export const mayBeName = (text: string): boolean => !beneath.test(text) && !unwanted.has(text) && !keywords.has(text);
