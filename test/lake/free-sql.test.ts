import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permittedSql } from '../../functions/supervision/free-sql/gate.ts';
import { mayBeName, permittedFunctions, permittedTables } from '../../functions/supervision/free-sql/words.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { lakeTables } from '../../schemas/lake.ts';
import { anyMutant, anyQuery, good, hostile } from './free-sql-corpus.ts';
import { trinoGrammar } from './trino-grammar.ts';

const parse = await trinoGrammar();

interface Refusal {
  readonly code: string;
  readonly detail: { readonly line: number; readonly column: number; readonly found: string; readonly reason: string };
}
const refusalOf = (sql: string): Refusal | undefined => {
  try {
    permittedSql(sql);
  } catch (error) {
    return error as Refusal;
  }
  return undefined;
};

/** Words the grammar of Trino takes for functions and that are none: they stand in the gate's own grammar. */
const written = (functions: readonly string[]) => functions.filter((one) => one !== 'cast');

/** What the grammar of Trino says of a text that was let through: the same tables, and no function beyond the list. */
function mustAgree(sql: string): void {
  const { tables, functions } = permittedSql(sql);
  const parsed = parse(sql);
  expect([sql, parsed.errors]).toEqual([sql, []]);
  expect([sql, [...tables].sort()]).toEqual([sql, [...parsed.tables].sort()]);
  expect([sql, written(parsed.functions).filter((one) => !permittedFunctions.has(one))]).toEqual([sql, []]);
  expect([sql, [...functions].filter((one) => !permittedFunctions.has(one))]).toEqual([sql, []]);
}

describe('SQL that an auditor may write', () => {
  it.each(good)('is let through, and the grammar of Trino reads the same in it: %s', mustAgree);

  it('is every query of that grammar, made at random', () => {
    // The grammar takes half a second for a long one: those only go through the gate.
    let left = 25;
    const check = (sql: string): void => {
      if (sql.length < 400 && left > 0) {
        left -= 1;
        mustAgree(sql);
      } else permittedSql(sql);
    };
    fc.assert(fc.property(anyQuery, check), { numRuns: 200 });
    expect(left).toBeLessThan(25);
  });

  it('may name every column of every table', () => {
    const columns = Object.values(lakeTables).flatMap((table) => [...table.columns, ...table.partitions]);
    expect(columns.map(({ name }) => name).filter((name) => !mayBeName(name))).toEqual([]);
  });

  it('reaches as far as the library of queries does, but for lists of values', () => {
    const refused = queryCatalogue.filter(({ sql }) => refusalOf(sql.replaceAll('?', "'x'")));
    expect(refused.filter(({ sql }) => !/\bVALUES\b/.test(sql)).map(({ id }) => id)).toEqual([]);
  });

  it('tells whether rows are counted or added up: small cells are withheld of those', () => {
    expect(permittedSql('SELECT max(seq) FROM events').aggregates).toBe(true);
    expect(permittedSql('SELECT lower(case_id) FROM events').aggregates).toBe(false);
  });
});

describe('SQL that is refused', () => {
  it.each(hostile)('%j, at %j', (sql, found) => {
    const { code, detail } = refusalOf(sql) ?? {};
    expect([code, detail?.found]).toEqual(['sql-not-permitted', found]);
  });

  it('with line and column as editors count them, and why in two languages', () => {
    expect(refusalOf('SELECT *\nFROM events,\n     raw_events')?.detail).toMatchObject({
      line: 3,
      column: 6,
      reason: expect.stringMatching(/^只能查询这些表 Only these tables may be read: events/),
    });
  });

  it('when it is too long', () => {
    expect(refusalOf(`SELECT ${'1, '.repeat(3_000)}1 FROM events`)?.detail.reason).toContain('8000');
  });

  it('or else is read alike by the grammar of Trino, however a good one is disfigured', () => {
    const passed = new Set<string>();
    fc.assert(
      fc.property(anyMutant, (sql) => {
        const refusal = refusalOf(sql);
        expect(refusal?.code ?? 'sql-not-permitted').toBe('sql-not-permitted');
        if (!refusal && !good.includes(sql)) passed.add(sql);
      }),
      { numRuns: 1_500 },
    );
    expect(passed.size).toBeGreaterThan(5);
    for (const sql of [...passed].slice(0, 20)) {
      const { errors, tables, functions } = parse(sql);
      // What Trino cannot read either, it will refuse itself.
      if (errors.length > 0) continue;
      expect([sql, tables.filter((one) => !permittedTables.has(one))]).toEqual([sql, []]);
      expect([sql, written(functions).filter((one) => !permittedFunctions.has(one))]).toEqual([sql, []]);
    }
  });
});
