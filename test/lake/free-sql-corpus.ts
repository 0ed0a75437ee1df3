import fc from 'fast-check';

/** What an auditor would write. */
export const good: readonly string[] = [
  'SELECT * FROM events',
  'SELECT count(*) FROM cases',
  "SELECT e.case_id, e.recorded_at FROM events AS e WHERE e.event_type = 'term-extended' ORDER BY e.recorded_at DESC LIMIT 20",
  'SELECT township_code, count(DISTINCT case_id) AS n FROM cases GROUP BY township_code HAVING count(*) > 3',
  'WITH late AS (SELECT * FROM terms WHERE ended_on > due_on) SELECT l.term, count(*) FROM late AS l GROUP BY l.term',
  "SELECT * FROM events WHERE recorded_at BETWEEN TIMESTAMP '2026-08-01 00:00:00' AND TIMESTAMP '2026-09-01 00:00:00'",
  "SELECT c.case_id FROM cases c LEFT JOIN terms t ON t.case_id = c.case_id AND t.term = 'accept' WHERE t.case_id IS NULL",
  'SELECT a.case_id FROM cases a JOIN cases b USING (case_id) CROSS JOIN villages',
  "SELECT CASE WHEN amount_fen > 50000 THEN '高' ELSE '低' END AS band FROM cases",
  "SELECT CAST(json_extract_scalar(attributes_json, '$.amountFen') AS BIGINT) / 100 FROM events",
  "SELECT case_id FROM cases WHERE case_id IN (SELECT case_id FROM events WHERE actor_id LIKE 'p-%') OR NOT emergency",
  'SELECT case_id, row_number() OVER (PARTITION BY township_code ORDER BY accepted_at NULLS LAST) AS n FROM cases_history',
  "SELECT date_diff('day', from_on, ended_on) AS days FROM terms WHERE ended_on IS NOT NULL",
  'SELECT case_id FROM cases UNION ALL (SELECT case_id FROM terms EXCEPT SELECT case_id FROM objections)',
  "SELECT '它''s; -- 不是注释' AS text, -1.5 * (2 + 3) AS n, DATE '2026-01-01' + INTERVAL '8' DAY AS d FROM staff",
  'select "n" from (select count(*) as n from ledger) as x'.replaceAll('"', ''),
];

/** What somebody would write who wants more than the tables, with the word or mark it is refused at. */
export const hostile: readonly (readonly [sql: string, found: string])[] = [
  ['', ''],
  ['SELECT 1; DROP TABLE events', ';'],
  ['SELECT 1 SELECT 2', 'select'],
  ['DELETE FROM events', 'delete'],
  ['INSERT INTO events SELECT * FROM events', 'insert'],
  ['CREATE TABLE x AS SELECT * FROM events', 'create'],
  ["COPY events TO '/tmp/x'", 'copy'],
  ["ATTACH '/tmp/x.db'", 'attach'],
  ['PRAGMA database_list', 'pragma'],
  ['SET enable_external_access = true', 'set'],
  ['EXPLAIN SELECT 1', 'explain'],
  ['TABLE events', 'table'],
  ['FROM events', 'from'],
  ['(SELECT * FROM raw_events)', 'raw_events'],
  ['SELECT * FROM raw_events', 'raw_events'],
  ['SELECT * FROM days_events', 'days_events'],
  ['SELECT * FROM months_events', 'months_events'],
  ['SELECT * FROM imports_cases', 'imports_cases'],
  ['SELECT raw_events FROM events', 'raw_events'],
  ['SELECT * FROM RAW_EVENTS', 'raw_events'],
  ['SELECT * FROM "raw_events"', '"'],
  ['SELECT * FROM `raw_events`', '`'],
  ['SELECT * FROM [raw_events]', '['],
  ['SELECT * FROM events, raw_events', 'raw_events'],
  ['SELECT * FROM events JOIN raw_events ON true', 'raw_events'],
  ['SELECT * FROM events WHERE case_id IN (SELECT case_id FROM raw_cases)', 'raw_cases'],
  ['SELECT * FROM events WHERE case_id IN (TABLE raw_cases)', 'table'],
  ['SELECT (SELECT max(seq) FROM raw_events) FROM events', 'raw_events'],
  ['WITH raw_events AS (SELECT 1) SELECT * FROM raw_events', 'raw_events'],
  ['WITH events AS (SELECT 1) SELECT * FROM events', 'as'],
  ['WITH x AS (SELECT * FROM x) SELECT * FROM x', 'x'],
  ['WITH RECURSIVE x AS (SELECT 1) SELECT * FROM x', 'recursive'],
  ['SELECT * FROM (WITH x AS (SELECT 1) SELECT * FROM x) AS y, x', 'x'],
  ['SELECT * FROM information_schema.tables', 'information_schema'],
  ['SELECT * FROM duckdb_tables()', 'duckdb_tables'],
  ['SELECT * FROM duckdb_settings', 'duckdb_settings'],
  ['SELECT * FROM pg_catalog.pg_tables', 'pg_catalog'],
  ['SELECT * FROM sqlite_master', 'sqlite_master'],
  ['SELECT * FROM other.events', 'other'],
  ['SELECT * FROM events.x', '.'],
  ['SELECT * FROM sunlight.events', 'sunlight'],
  ["SELECT * FROM 'lake/raw/events/x.parquet'", "'lake/raw/events/x.parquet'"],
  ["SELECT * FROM read_parquet('lake/**')", 'read_parquet'],
  ["SELECT * FROM read_text('/etc/passwd')", 'read_text'],
  ["SELECT * FROM glob('*')", 'glob'],
  ["SELECT * FROM events, read_csv('/etc/passwd')", 'read_csv'],
  ["SELECT content FROM events, LATERAL read_text('/etc/passwd')", 'lateral'],
  ['SELECT * FROM UNNEST(x)', 'unnest'],
  ['SELECT * FROM range(10)', 'range'],
  ["SELECT getenv('HOME') FROM events", 'getenv'],
  ["SELECT current_setting('x') FROM events", 'current_setting'],
  ['SELECT current_user FROM events', 'current_user'],
  ['SELECT random() FROM events', 'random'],
  ['SELECT COLUMNS(*) FROM events', 'columns'],
  ['SELECT * EXCLUDE (seq) FROM events', 'exclude'],
  ['SELECT list_transform(x, y -> y) FROM events', 'list_transform'],
  ['SELECT * FROM events -- raw_events', '--'],
  ['SELECT * FROM events /* x */', '/*'],
  ['SELECT * FROM/**/raw_events', '/*'],
  ['SELECT $1 FROM events', '$'],
  ['SELECT ? FROM events', '?'],
  ["SELECT E'\\x41' FROM events", "'\\x41'"],
  ["SELECT U&'x' FROM events", '&'],
  ["SELECT X'41' FROM events", "'41'"],
  ['SELECT 1e9 FROM events', 'e9'],
  ["SELECT 'no end FROM events", "'"],
  ["SELECT 'a\u0000b' FROM events", "'"],
  ['SELECT *\u00A0FROM events', '\u00A0'],
  ['SELECT * FROM events\uFF1B', '\uFF1B'],
  ['SELECT * FROM \u0435vents', '\u0435'],
  ["SELECT recorded_at AT TIME ZONE 'Asia/Shanghai' FROM events", 'at'],
  ["SELECT date_diff('hour', from_on, due_on) FROM terms", "'hour'"],
  ['SELECT * FROM events TABLESAMPLE BERNOULLI (10)', 'tablesample'],
  ['SELECT seq::VARCHAR FROM events', ':'],
  ['SELECT CAST(seq AS json) FROM events', 'json'],
  ["SELECT varchar 'x' FROM events", "'x'"],
  ['SELECT * FROM events WHERE EXISTS (1)', '1'],
  ['SELECT * FROM events LIMIT 1 OFFSET 2', 'offset'],
  [`SELECT ${'('.repeat(60)}1${')'.repeat(60)} FROM events`, '('],
];

const name = fc.constantFrom('a', 'b', 'case_id', 'seq', 'township_code', 'n');
const column = fc.oneof(
  name,
  fc.tuple(fc.constantFrom('e', 't'), name).map((parts) => parts.join('.')),
);
const table = fc.constantFrom('events', 'terms', 'cases_history', 'ledger');
const leaf = fc.oneof(
  column,
  fc.nat(99).map(String),
  fc.constantFrom("'x'", "'它''s'", 'NULL', 'TRUE', "DATE '2026-01-01'", 'count(*)', 'count(DISTINCT seq)'),
);

/** Queries of the permitted grammar, made at random: the Trino grammar must know every one. */
export const { query: anyQuery } = fc.letrec<{ value: string; condition: string; select: string; query: string }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc
        .tuple(tie('value'), fc.constantFrom('+', '-', '*', '/', '||'), tie('value'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('value').map((a) => `coalesce(${a}, 0)`),
      tie('value').map((a) => `CAST(${a} AS varchar(20))`),
      fc.tuple(tie('condition'), tie('value')).map(([c, v]) => `CASE WHEN ${c} THEN ${v} ELSE ${v} END`),
      tie('value').map((a) => `row_number() OVER (PARTITION BY ${a} ORDER BY seq DESC NULLS LAST)`),
      tie('select').map((select) => `(${select})`),
    ),
    condition: fc.oneof(
      { maxDepth: 2 },
      fc.tuple(tie('value'), fc.constantFrom('=', '<>', '<', '>='), tie('value')).map((parts) => parts.join(' ')),
      tie('value').map((a) => `${a} IS NOT NULL`),
      fc.tuple(tie('value'), tie('value')).map(([a, b]) => `${a} NOT IN (${b}, 1)`),
      fc.tuple(tie('value'), tie('select')).map(([a, select]) => `${a} IN (${select})`),
      tie('select').map((select) => `NOT EXISTS (${select})`),
      fc
        .tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(tie('value'), tie('value')).map(([a, b]) => `${a} BETWEEN ${b} AND ${b}`),
    ),
    select: fc
      .tuple(
        tie('value'),
        table,
        fc.constantFrom('', ', terms AS t', ' LEFT JOIN cases AS t ON true'),
        fc.option(tie('condition')),
      )
      .map(
        ([value, from, more, where]) =>
          `SELECT ${value} AS a, e.* FROM ${from} AS e${more}${where ? ` WHERE ${where}` : ''}`,
      ),
    query: fc
      .tuple(
        tie('select'),
        fc.option(tie('select')),
        fc.constantFrom('', ' ORDER BY 1', ' LIMIT 5', ' ORDER BY a ASC OFFSET 1 LIMIT 5'),
      )
      .map(([first, second, end]) =>
        second ? `WITH own AS (${first}) SELECT a FROM own UNION ALL ${second}${end}` : `${first}${end}`,
      ),
  }),
);

const pieces = fc.constantFrom(
  ...[
    'SELECT',
    '*',
    'FROM',
    'events',
    'raw_events',
    'WHERE',
    '(',
    ')',
    ',',
    '.',
    "'x'",
    'WITH',
    'AS',
    'own',
    'JOIN',
    'ON',
  ],
  ...[
    'TABLE',
    'VALUES',
    'UNNEST',
    'read_text',
    'information_schema',
    'tables',
    'count',
    'now',
    'IN',
    'UNION',
    'ORDER',
    'BY',
    '1',
  ],
  ...[
    '--',
    '/*',
    ';',
    '"',
    'LATERAL',
    'TRUE',
    '=',
    'CASE',
    'END',
    'CAST',
    'LIMIT',
    'EXISTS',
    'NOT',
    'OVER',
    'terms',
    '?',
    '::',
  ],
);

/** A good query with pieces taken out, put in and exchanged. */
export const anyMutant = fc
  .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(200), fc.nat(2), pieces), { minLength: 1, maxLength: 4 }))
  .map(([sql, changes]) => {
    const parts = sql.split(/(?<=[ (),])|(?=[ (),])/);
    for (const [at, removed, piece] of changes) parts.splice(at % (parts.length + 1), removed, ` ${piece} `);
    return parts.join('');
  });
