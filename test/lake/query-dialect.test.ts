import { describe, expect, it } from '@jest/globals';
import { withLake } from '../../functions/shell/lake-sql.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { lakeTableNames, lakeTables } from '../../schemas/lake.ts';
import { trinoGrammar } from './trino-grammar.ts';

const parse = await trinoGrammar();

/**
 * Functions that answer alike in Athena and in DuckDB as they are used here: `date_diff` of days between dates, `json_array_length` of
 * what is an array or absent, `json_array_get` of objects. Others differ without an error: count_if of nothing is 0 there, null here.
 */
const portable = [
  ...['coalesce', 'count', 'date_diff', 'json_array_get', 'json_array_length', 'json_extract', 'json_extract_scalar'],
  ...['max', 'min', 'row_number', 'substr', 'sum'],
];
const lake = lakeTableNames.flatMap((name) => (lakeTables[name].snapshots ? [name, `${name}_history`] : [name]));
const strange = (names: readonly string[], known: readonly string[]) => names.filter((name) => !known.includes(name));

describe('the named queries, by the grammar of Trino', () => {
  it('are one SELECT each, without a syntax error, over tables of the lake and functions both engines answer alike', () => {
    for (const { id, sql } of queryCatalogue) {
      const { errors, functions, tables } = parse(sql);
      expect([id, errors, strange(functions, portable), strange(tables, lake)]).toEqual([id, [], [], []]);
      expect([id, tables.length > 0, /^(WITH|SELECT)\s/.test(sql), sql.includes(';')]).toEqual([id, true, true, false]);
    }
  });

  it('stay so with the lake before them, of one county and of several', () => {
    const { errors, functions } = parse(
      [
        'SELECT c.case_id FROM cases c JOIN cases_history h ON h.case_id = c.case_id',
        'SELECT * FROM terms, events, ledger',
      ]
        .map((sql) => withLake(sql, { counties: ['640104', '640105'], recorded: { from: '2026-01', to: '2026-03' } }))
        .join(';\n'),
    );
    expect([errors, strange(functions, portable)]).toEqual([[], []]);
  });

  it('count days between dates only: hours differ between the engines', () => {
    for (const { id, sql } of queryCatalogue)
      expect([id, [...sql.matchAll(/date_diff\('(\w+)'/g)].filter(([, unit]) => unit !== 'day')]).toEqual([id, []]);
  });

  it('would be caught: a wrong clause, a strange function, another table', () => {
    expect(parse('SELECT a FROM events WHERE').errors).toHaveLength(1);
    const { functions, tables } = parse('WITH e AS (SELECT to_hex(a) AS a FROM secret) SELECT count_if(a) FROM e');
    expect([strange(functions, portable), strange(tables, lake)]).toEqual([['to_hex', 'count_if'], ['secret']]);
  });
});
