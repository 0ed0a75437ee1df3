import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sqlLiteral } from '../../functions/shell/lake/sql-piece.ts';
import { withLake } from '../../functions/shell/lake-sql.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { ask, caseIdOf, clock, eventChange, headChange, headOf, lakeForTests, resultOf } from './lake-for-tests.ts';

const lake = await lakeForTests();
const empty = await lakeForTests();
const sql = lake.engine();
afterAll(async () => {
  await sql.close();
  await Promise.all([lake.remove(), empty.remove()]);
});

const here = caseIdOf(1);
const there = caseIdOf(1, '640121100');
await recordChanges(
  [
    eventChange({ caseId: here, seq: 1, type: 'application-submitted', at: '2026-08-03T00:40:00.000Z' }),
    headChange(headOf(here), 1),
    eventChange({ caseId: there, seq: 1, type: 'application-submitted', at: '2026-08-03T00:50:00.000Z' }),
    headChange(headOf(there), 1),
  ],
  { objects: lake.objects, clock },
);

describe('audit queries on the local engine', () => {
  it('see the counties of the caller and no other, also by the raw tables and whatever the query says', async () => {
    for (const text of [
      'SELECT DISTINCT county_code FROM events',
      'SELECT DISTINCT county_code FROM raw_events, (SELECT count(*) FROM events)',
      "SELECT DISTINCT county_code FROM events WHERE county_code IN ('640121', '649900')",
      'WITH mine AS (SELECT * FROM events) SELECT DISTINCT county_code FROM mine',
      '-- a remark\nwith mine as (select county_code from cases_history) select distinct county_code from mine',
    ])
      expect([text, (await ask(sql, text)).rows]).toEqual([text, [['649900']]]);
    expect((await ask(sql, 'SELECT count(*) FROM events', { counties: ['640121', '649900'] })).rows).toEqual([[2]]);
    expect((await ask(sql, 'SELECT count(*) FROM events', { counties: [] })).rows).toEqual([[0]]);
  });

  it('take a county code as a value, never as text of the query', async () => {
    const counties = ["' OR '1'='1", "640121') OR ('1'='1"];
    expect((await ask(sql, 'SELECT count(*) FROM events', { counties })).rows).toEqual([[0]]);
  });

  it('cannot read a file, here or elsewhere', async () => {
    const [file = ''] = await lake.objects.list('lake/raw/events/day=2026-10-09/');
    const own = join(lake.dir, 'objects', file);
    for (const text of [
      "SELECT * FROM read_text('/etc/passwd')",
      "SELECT * FROM '/etc/passwd'",
      "SELECT * FROM glob('/etc/*')",
      `SELECT * FROM read_parquet('${own}')`,
      `SELECT * FROM '${own}'`,
      "SELECT * FROM read_csv('https://example.org/x.csv')",
    ])
      expect([text, (await ask(sql, text)).state]).toEqual([text, 'failed']);
  });

  it('cannot write, attach, load extensions, change settings or be two statements', async () => {
    const before = await readdir(lake.dir, { recursive: true });
    for (const text of [
      `COPY (SELECT 1) TO '${lake.lakeDir}/x.csv'`,
      `EXPORT DATABASE '${lake.lakeDir}/x'`,
      `ATTACH '${lake.lakeDir}/x.db'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET enable_external_access = true',
      'RESET lock_configuration',
      'CREATE TABLE t (n INTEGER)',
      'DELETE FROM raw_events',
      'SELECT 1; SELECT 2',
    ])
      expect([text, (await ask(sql, text)).state]).toEqual([text, 'failed']);
    const after = await readdir(lake.dir, { recursive: true });
    // Results of runs are written all the while, through the staging folder.
    const lasting = (names: readonly string[]) => names.filter((name) => !/^(staging|.*query-results)/.test(name));
    expect(lasting(after)).toEqual(lasting(before));
  });

  it('answer days and instants as ISO text and numbers that are not safe as text', async () => {
    const run = await ask(
      sql,
      `SELECT DATE '2026-08-03' AS d, TIMESTAMP '2026-08-03 00:40:00' AS t, sum(n) AS s, 9007199254740993 AS big,
         5 / 2 AS whole, 1.50 AS exact, 0.5::DOUBLE AS half, true AS yes, NULL AS none FROM range(3) AS r(n)`,
    );
    expect(run.columns).toEqual(['d', 't', 's', 'big', 'whole', 'exact', 'half', 'yes', 'none']);
    const expected = ['2026-08-03', '2026-08-03T00:40:00.000Z', 3, '9007199254740993', 2, '1.5', 0.5, true, null];
    expect(run.rows).toEqual([expected]);
  });

  it('bind values to the marks in order', async () => {
    const values = ["O'Brien", 7, true];
    const run = await ask(sql, 'SELECT CAST(? AS VARCHAR), CAST(? AS BIGINT) + 1, CAST(? AS BOOLEAN)', { values });
    expect(run.rows).toEqual([["O'Brien", 8, true]]);
  });

  it('tell the bytes they read and fail in words', async () => {
    const [bytes] = [(await ask(sql, 'SELECT count(*) FROM events')).scannedBytes ?? 0];
    expect(bytes).toBeGreaterThan(1_000);
    expect(await ask(sql, 'SELECT nothing FROM events')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('查询失败 The query failed'),
    });
  });

  it('stop after the time they have, and fail loudly on too many rows', async () => {
    const short = await lakeForTests({ timeoutMs: 150, maxRows: 10 });
    const engine = short.engine();
    const slow = await ask(engine, 'SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b');
    expect(slow).toMatchObject({ state: 'failed', reason: expect.stringContaining('0.15 秒') });
    expect((await ask(engine, 'SELECT * FROM range(10)')).rows).toHaveLength(10);
    const many = await ask(engine, 'SELECT * FROM range(11)');
    expect(many).toMatchObject({ state: 'failed', reason: expect.stringContaining('10') });
    expect(many.rows).toBeUndefined();
    await engine.close();
    await short.remove();
  });

  it('are found by a poll after a restart; a run that was broken off reads as failed', async () => {
    const runId = await sql.start({ sql: 'SELECT count(*) AS n FROM events', values: [], counties: ['649900'] });
    expect((await sql.result(runId)).state).toBe('running');
    const done = await resultOf(sql, runId);
    await sql.close();
    expect(await lake.engine().result(runId)).toEqual(done);
    const text = 'SELECT n FROM range(5) AS r(n) ORDER BY n';
    const { runId: many } = await ask(sql, text);
    expect(await lake.engine().result(many, { from: 3, limit: 9 })).toMatchObject({ rows: [[3], [4]], total: 5 });
    const lost = await lake.engine().result('duck-00000000-0000-0000-0000-000000000000');
    expect(lost).toMatchObject({ state: 'failed', reason: expect.stringContaining('中断') });
    expect((await lake.engine().result('../../keys')).state).toBe('failed');
  });

  it('answer over an empty lake with no rows, for every table', async () => {
    const engine = empty.engine();
    for (const table of ['events', 'terms', 'cases', 'terms_history', 'cases_history'])
      expect([table, (await ask(engine, `SELECT * FROM ${table}`)).rows]).toEqual([table, []]);
    await engine.close();
  });

  it('fail when a file of the lake is damaged, rather than leave it out', async () => {
    const broken = await lakeForTests();
    await recordChanges([headChange(headOf(here), 1)], { objects: broken.objects, clock });
    await writeFile(join(broken.lakeDir, 'raw', 'cases', 'x.parquet'), 'PAR1 not really PAR1');
    const run = await ask(broken.engine(), 'SELECT * FROM cases');
    expect(run.state).toBe('failed');
    expect(run.reason).not.toContain(broken.dir);
    await broken.remove();
  });
});

describe('the text that is sent to an engine', () => {
  it('quotes text by doubling, writes whole numbers plainly, and refuses what has no literal', () => {
    expect(["O'Brien", '', "''", 7, -1, 0.5, true].map(sqlLiteral)).toEqual([
      "'O''Brien'",
      "''",
      "''''''",
      '7',
      '-1',
      '5e-1',
      'true',
    ]);
    expect(() => sqlLiteral(Number.NaN)).toThrow(RangeError);
    expect(() => sqlLiteral('a\0b')).toThrow(RangeError);
  });

  it('puts the counties first and only the tables that are named', () => {
    const text = withLake('SELECT * FROM cases', { counties: ['649900'] });
    expect(text).toMatch(/^WITH cases AS/);
    expect(withLake('SELECT * FROM cases_history', { counties: ['649900'] })).toMatch(/^WITH cases_history AS/);
    expect(text).toContain("raw_cases WHERE county_code IN ('649900')");
    expect(text).not.toContain('raw_events');
    expect(withLake('SELECT 1', { counties: ['649900'] })).toBe('SELECT 1');
    expect(withLake('WITH a AS (SELECT * FROM events) SELECT * FROM a', { counties: ['649900'] })).toMatch(
      /\),\na AS \(SELECT/,
    );
  });
});
