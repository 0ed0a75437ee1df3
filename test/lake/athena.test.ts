import { AthenaClient } from '@aws-sdk/client-athena';
import { describe, expect, it } from '@jest/globals';
import { athenaAuditSql } from '../../functions/shell/aws/athena-audit-sql.ts';

type Json = Record<string, unknown>;
interface Stack {
  add(middleware: never, options: { step: 'initialize'; name: string }): void;
}

/** A client that answers from the given function in place of Athena, and keeps what was asked. */
function answering(answer: (command: string, input: Json) => Json, maxRows?: number) {
  const client = new AthenaClient({
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const asked: { command: string; input: Json }[] = [];
  const middleware = (_next: unknown, context: { commandName: string }) => async (args: { input: Json }) => {
    const command = context.commandName.replace(/Command$/, '');
    asked.push({ command, input: args.input });
    return { output: { $metadata: {}, ...answer(command, args.input) }, response: {} };
  };
  (client.middlewareStack as Stack).add(middleware as never, { step: 'initialize', name: 'answering' });
  const kept = new Map<string, Uint8Array>();
  const objects = {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, bytes: Uint8Array) => {
      if (!kept.has(key)) kept.set(key, bytes);
      return 'stored' as const;
    },
  };
  const store = { load: async () => [] };
  const options = {
    client,
    store,
    database: 'sunlight',
    clock: { now: () => '2026-10-09T01:00:00.000Z' },
    objects,
    ...(maxRows && { maxRows }),
  };
  return { asked, kept, sql: athenaAuditSql(options) };
}

const row = (...values: (string | undefined)[]) => ({
  Data: values.map((value) => (value === undefined ? {} : { VarCharValue: value })),
});
const columns = (of: Readonly<Record<string, string>>) => ({
  ColumnInfo: Object.entries(of).map(([Name, Type]) => ({ Name, Type })),
});
const state = (State: string, more: Json = {}, WorkGroup = 'sunlight-640104') => ({
  QueryExecution: { WorkGroup, Status: { State, ...more }, Statistics: { DataScannedInBytes: 10_485_760 } },
});

describe('audit queries on Athena', () => {
  it('start in the workgroup, with the counties as a condition and the values as literals', async () => {
    const { sql, asked } = answering(() => ({ QueryExecutionId: 'q-1' }));
    const text = 'SELECT * FROM events WHERE case_id = ? AND actor_id = ?';
    expect(await sql.start({ sql: text, values: ['x', "O'B"], counties: ['649900'] })).toBe('q-1');
    expect(asked[0]).toMatchObject({
      command: 'StartQueryExecution',
      input: {
        WorkGroup: 'sunlight-649900',
        QueryExecutionContext: { Database: 'sunlight' },
        ExecutionParameters: [
          "'1970-01'",
          "'1970-01'",
          "'1969-12-31 16:00:00'",
          "'1970-01-01'",
          "'1969-12-31 16:00:00'",
          "'x'",
          "'O''B'",
        ],
        QueryString: expect.stringContaining("raw_events WHERE county_code IN ('649900')"),
      },
    });
    await sql.start({ sql: 'SELECT 1', values: [], counties: ['649900'] });
    expect(asked[1]?.input).not.toHaveProperty('ExecutionParameters');
  });

  it('start in the workgroup of the counties: a county’s own, its city’s, else the region’s', async () => {
    const { sql, asked } = answering(() => ({ QueryExecutionId: 'q-1' }));
    for (const counties of [['640104'], ['64ND00'], ['640104', '640121'], ['640104', '640202'], ['640181', '64ND00']])
      await sql.start({ sql: 'SELECT 1', values: [], counties });
    expect(asked.map(({ input }) => input['WorkGroup'])).toEqual([
      'sunlight-640104',
      'sunlight-64ND00',
      'sunlight-640100',
      'sunlight-region',
      'sunlight-region',
    ]);
  });

  it('execute what was prepared for the county, with the values of the same marks; any other text is sent', async () => {
    const { sql, asked } = answering(() => ({ QueryExecutionId: 'q-1' }));
    const query = { sql: 'SELECT * FROM events WHERE case_id = ?', values: ['x'] };
    await sql.start({ ...query, counties: ['640104'], named: 'case-timeline' });
    await sql.start({ ...query, counties: ['640104'] });
    await sql.start({ ...query, counties: ['640104', '640121'], named: 'case-timeline' });
    const [prepared, sent, ofMany] = asked.map(({ input }) => input);
    expect(prepared?.['QueryString']).toMatch(/^EXECUTE case_timeline_[0-9a-f]{12}$/);
    expect(prepared?.['ExecutionParameters']).toEqual(sent?.['ExecutionParameters']);
    expect(sent?.['QueryString']).toMatch(/^WITH events AS/);
    expect(ofMany?.['QueryString']).toMatch(/^WITH events AS/);
  });

  it('tell in words when the limit of bytes stopped them, by whose limit it was', async () => {
    const StateChangeReason = 'Bytes scanned limit was exceeded';
    for (const [group, limit] of [
      ['sunlight-640104', '县级查询上限 256.0 MB'],
      ['sunlight-640100', '市级查询上限 1024.0 MB'],
      ['sunlight-region', '全区查询上限 4096.0 MB'],
    ]) {
      const { sql } = answering(() => state('CANCELLED', { StateChangeReason }, group));
      const run = await sql.result('q');
      expect([run.state, run.reason]).toEqual(['failed', expect.stringContaining(limit ?? '')]);
      expect(run.reason).toContain('It would read 10.0 MB');
    }
  });

  it('are stopped when they have taken five minutes', async () => {
    const SubmissionDateTime = new Date('2026-10-09T00:54:59.000Z');
    const { sql, asked } = answering(() => state('RUNNING', { SubmissionDateTime }));
    expect(await sql.result('q')).toMatchObject({ state: 'failed', reason: expect.stringContaining('300 秒') });
    expect(asked.at(-1)?.command).toBe('StopQueryExecution');
    const { sql: quick } = answering(() =>
      state('RUNNING', { SubmissionDateTime: new Date('2026-10-09T00:59:00.000Z') }),
    );
    expect((await quick.result('q')).state).toBe('running');
  });

  it('are running while queued, and failed with the reason Athena gives', async () => {
    const states = [state('QUEUED'), state('RUNNING'), state('FAILED', { StateChangeReason: 'COLUMN_NOT_FOUND' })];
    const { sql } = answering(() => states.shift() ?? state('CANCELLED'));
    expect((await sql.result('q')).state).toBe('running');
    expect((await sql.result('q')).state).toBe('running');
    expect(await sql.result('q')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('COLUMN_NOT_FOUND'),
    });
    expect(await sql.result('q')).toMatchObject({ state: 'failed', reason: expect.stringContaining('CANCELLED') });
  });

  it('are read from every page once, by their types as the local engine gives them, and kept', async () => {
    const info = columns({
      d: 'date',
      t: 'timestamp',
      n: 'bigint',
      big: 'bigint',
      x: 'double',
      b: 'boolean',
      s: 'varchar',
    });
    const pages: Readonly<Record<string, Json>> = {
      first: {
        NextToken: 'second',
        ResultSet: {
          ResultSetMetadata: info,
          Rows: [
            row('d', 't', 'n', 'big', 'x', 'b', 's'),
            row('2026-08-03', '2026-08-03 00:40:00.000', '3', '9007199254740993', '0.5', 'true', ''),
          ],
        },
      },
      second: {
        ResultSet: { ResultSetMetadata: info, Rows: [row(undefined, undefined, '4', '0', '1', 'false', 'n')] },
      },
    };
    const { sql, asked } = answering((command, input) =>
      command === 'GetQueryExecution' ? state('SUCCEEDED') : (pages[String(input['NextToken'] ?? 'first')] ?? {}),
    );
    expect(await sql.result('q')).toEqual({
      runId: 'q',
      state: 'succeeded',
      columns: ['d', 't', 'n', 'big', 'x', 'b', 's'],
      rows: [
        ['2026-08-03', '2026-08-03T00:40:00.000Z', 3, '9007199254740993', 0.5, true, ''],
        [null, null, 4, 0, 1, false, 'n'],
      ],
      total: 2,
      scannedBytes: 10_485_760,
    });
    expect((await sql.result('q', { from: 1, limit: 5 })).rows).toEqual([[null, null, 4, 0, 1, false, 'n']]);
    expect(asked.map(({ command }) => command)).toEqual(['GetQueryExecution', 'GetQueryResults', 'GetQueryResults']);
  });

  it('fail loudly on more rows than may be read', async () => {
    const Rows = [row('n'), row('1'), row('2'), row('3')];
    const { sql } = answering(
      (command) =>
        command === 'GetQueryExecution'
          ? state('SUCCEEDED')
          : { ResultSet: { ResultSetMetadata: columns({ n: 'integer' }), Rows } },
      2,
    );
    const run = await sql.result('q');
    expect(run).toMatchObject({ state: 'failed', reason: expect.stringContaining('2') });
    expect(run.rows).toBeUndefined();
  });
});
