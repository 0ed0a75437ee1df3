import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { perform } from '../../functions/core/perform.ts';
import { tenants } from '../../functions/law/tenants.ts';
import { withLake } from '../../functions/shell/lake-sql.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { exportQueryRun } from '../../functions/supervision/export-query-run.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { readQueryRun } from '../../functions/supervision/read-query-run.ts';
import { runQuery } from '../../functions/supervision/run-query.ts';
import { runSql } from '../../functions/supervision/run-sql.ts';
import type { Actor } from '../../schemas/actor.ts';
import { lakeTableNames } from '../../schemas/lake.ts';
import { lakeZones, zoneTableName } from '../../schemas/lake-zones.ts';
import { actor, noon } from '../world.ts';
import { good } from './free-sql-corpus.ts';
import { ask, caseIdOf, clock, eventChange, headChange, headOf, lakeForTests } from './lake-for-tests.ts';

const lake = await lakeForTests();
const sql = lake.engine();
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

const counties = ['640104', '640121', '640202'];
await recordChanges(
  counties.flatMap((county) => {
    const caseId = caseIdOf(1, `${county}100`);
    return [
      eventChange({ caseId, seq: 1, type: 'application-submitted', at: '2026-08-03T00:40:00.000Z' }),
      headChange(headOf(caseId), 1),
    ];
  }),
  { objects: lake.objects, clock },
);
const [rawFile = ''] = await lake.objects.list('lake/raw/events/');
const foreign = 'lake/imports/events/county_code=640202/ym=2026-08/x.parquet';
await lake.objects.put(foreign, await readFile(join(lake.dir, 'objects', rawFile)));

const seen = async (text: string, of: readonly string[]) => {
  const { state, rows = [] } = await ask(sql, text, { counties: of });
  return state === 'failed' ? state : [...new Set(rows.flat())].sort();
};

describe('what the local engine can reach for a county, whatever the text and without any gate', () => {
  const own = ['640104'];

  it('is that county’s rows; a city’s are its counties’, the region’s all', async () => {
    const text = 'SELECT DISTINCT county_code FROM events UNION SELECT county_code FROM cases';
    expect(await seen(text, own)).toEqual(own);
    expect(await seen(text, ['640104', '640121'])).toEqual(['640104', '640121']);
    expect(await seen(text, counties)).toEqual(counties);
  });

  it('is nothing else by the tables beneath, nor by the files of another county, nor by any setting', async () => {
    for (const table of lakeZones.map((zone) => zoneTableName(zone, 'events')))
      expect([table, await seen(`SELECT county_code FROM ${table}, (SELECT count(*) FROM events)`, own)]).toEqual([
        table,
        table === 'raw_events' ? own : [],
      ]);
    for (const file of [foreign, rawFile].map((key) => join(lake.dir, 'objects', key)))
      for (const text of [`SELECT county_code FROM '${file}'`, `SELECT county_code FROM read_parquet('${file}')`])
        expect(await seen(`${text}, (SELECT count(*) FROM events)`, own)).toBe('failed');
    for (const text of [
      'SET allowed_paths = []',
      "SELECT * FROM glob('/**/county_code=640202/**')",
      `SELECT * FROM parquet_metadata('${join(lake.dir, 'objects', foreign)}')`,
      'SELECT * FROM events; SET lock_configuration = false',
      `ATTACH '${join(lake.dir, 'objects', foreign)}' AS x`,
    ])
      expect([text, await seen(text, own)]).toEqual([text, 'failed']);
  });
});

describe('the text that is sent for a county', () => {
  const tables = lakeZones.flatMap((zone) => lakeTableNames.map((table) => zoneTableName(zone, table)));
  const beneath = new RegExp(`\\b(${tables.join('|')})\\b(?! WHERE county_code IN \\(([^)]*)\\))`, 'g');
  const named = new RegExp(`\\b(?:${tables.join('|')})\\b WHERE county_code IN \\(([^)]*)\\)`, 'g');

  it('names that county at every table beneath, in every query of the library and of an auditor', () => {
    const texts = [...queryCatalogue.map((query) => query.sql), ...good];
    for (const { code } of [tenants[0], tenants.at(-1)].flatMap((tenant) => tenant ?? []))
      for (const text of texts) {
        const sent = withLake(text, { counties: [code] });
        expect([text, sent.match(beneath)]).toEqual([text, null]);
        const lists = new Set([...sent.matchAll(named)].map(([, list]) => list));
        expect([text, [...lists].filter((list) => list !== `'${code}'`)]).toEqual([text, []]);
      }
  });

  it('cannot be widened by a text of the asker’s that looks like the lake’s own', () => {
    const sent = withLake("WITH own AS (SELECT * FROM events WHERE county_code IN ('640121')) SELECT * FROM own", {
      counties: ['640104'],
    });
    expect([...sent.matchAll(named)].every(([, list]) => list === "'640104'")).toBe(true);
  });
});

describe('a run of somebody else’s', () => {
  const now = noon('2026-11-02');
  const by = (post: 'CC' | 'CF' | 'CITY' | 'PROV', orgCode: string): Actor => ({
    ...actor(post, `p-${orgCode}`),
    orgCode,
  });
  const factsOf = (of: Actor, run: readonly string[]) => ({
    actor: of,
    params: { runId: 'run-1', requestKey: 'ab'.repeat(32) },
    run: {
      counties: run,
      view: {
        runId: 'run-1',
        query: 'case-timeline',
        state: 'succeeded' as const,
        columns: ['n'],
        rows: [[7]],
        total: 1,
      },
    },
    people: {},
    attachments: {},
    subjects: {},
    names: {},
  });
  const codeOf = (act: () => unknown): unknown => {
    try {
      act();
    } catch (error) {
      return (error as { code?: string }).code;
    }
    return 'seen';
  };
  const reading = (facts: ReturnType<typeof factsOf>) => [
    codeOf(() => perform(readQueryRun, { facts, input: { limit: 100 }, now })),
    codeOf(() => perform(readQueryRun, { facts, input: { limit: 100, after: 'run-1.1' }, now })),
    codeOf(() => perform(exportQueryRun, { facts, input: { format: 'csv', purpose: '检查' }, now })),
  ];

  it.each([
    [by('CC', '640104'), ['640104'], 'seen'],
    [by('CF', '640104'), ['640104'], 'seen'],
    [by('CC', '640121'), ['640104'], 'run-not-found'],
    [by('CC', '640104'), ['640104', '640121'], 'run-not-found'],
    [by('CITY', '640100'), ['640104', '640121'], 'seen'],
    [by('CITY', '640200'), ['640104'], 'run-not-found'],
    [by('CITY', '640100'), ['640104', '640202'], 'run-not-found'],
    [by('PROV', '640000'), ['640104', '640202', '64ND00'], 'seen'],
  ] as const)('is there for $post $orgCode only if all of %j is theirs: %s', (of, run, answer) => {
    expect(reading(factsOf(of, run))).toEqual([answer, answer, answer]);
  });

  it.each([
    [by('CC', '640104'), '640104', 'seen'],
    [by('CC', '640104'), '640121', 'division-not-yours'],
    [by('CITY', '640100'), '640121', 'seen'],
    [by('CITY', '640100'), '640202', 'division-not-yours'],
    [by('PROV', '640000'), '640202', 'seen'],
  ] as const)('is not started either: $post $orgCode about %s is %s, by name and by SQL', (of, county, answer) => {
    const facts = factsOf(of, []);
    const params = { county, from_on: '2026-08-01', to_on: '2026-08-31' };
    const purpose = '检查';
    const asked = [
      codeOf(() => perform(runQuery, { facts, input: { query: 'overdue-by-township', params, purpose }, now })),
      codeOf(() =>
        perform(runSql, { facts, input: { sql: 'SELECT * FROM events', counties: [county], purpose }, now }),
      ),
    ];
    expect(asked).toEqual([answer, answer]);
  });
});

describe('the ceiling of bytes', () => {
  it('stops a query before anything is opened, and says what it would read and what to do', async () => {
    const small = await lakeForTests({ maxBytes: 100 });
    await recordChanges([headChange(headOf(caseIdOf(1)), 1)], { objects: small.objects, clock });
    const engine = small.engine();
    const run = await ask(engine, 'SELECT * FROM cases');
    expect(run.state).toBe('failed');
    expect(run.reason).toMatch(/^需要读取 \d+\.\d MB，超过县级查询上限 .* ask about fewer days, tables or counties$/);
    expect(run.rows).toBeUndefined();
    // Other tables are not counted: no file of theirs would be opened.
    expect((await ask(engine, 'SELECT * FROM terms')).state).toBe('succeeded');
    await engine.close();
    await small.remove();
  });
});
