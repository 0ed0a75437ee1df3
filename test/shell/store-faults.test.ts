import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import type { CaseStore, Item, Write } from '../../functions/shell/ports.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';

/** What the client meets on its way to the engine: an error to throw, or an answer to change. */
type Fault =
  | { readonly error: Error }
  | { readonly change: (output: Record<string, unknown>) => Record<string, unknown> };

let engine: TestEngine;
let store: CaseStore;
const faults: Fault[] = [];
const calls: string[] = [];
const pauses: number[] = [];

beforeAll(async () => {
  engine = await startTestEngine();
  const client = dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: engine.endpoint });
  client.middlewareStack.add(
    (next, context) => async (args) => {
      calls.push(String(context.commandName));
      const fault = faults.shift();
      if (fault && 'error' in fault) throw fault.error;
      const answer = await next(args);
      return fault ? { ...answer, output: { ...answer.output, ...fault.change({ ...answer.output }) } } : answer;
    },
    { step: 'initialize', priority: 'low', name: 'faults' },
  );
  store = dynamoCaseStore({
    client,
    tableName: engine.tableName,
    pause: async (ms) => {
      pauses.push(ms);
    },
  });
});
afterAll(() => engine.stop());
afterEach(() => {
  for (const list of [faults, calls, pauses]) list.length = 0;
});

const named = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });
const cancelled = (...codes: readonly string[]): Fault => ({
  error: named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) }),
});
const item = (pk: string, sk: string, version = 1): Item => ({ pk, sk, version, record: {} });
const two = (pk: string): readonly Write[] => [
  { kind: 'put-new', role: 'version', item: item(pk, 'A') },
  { kind: 'put-new', role: 'replay', item: item(pk, 'B') },
];

describe('the case store under faults', () => {
  it('takes a start key the engine turns away for a bad cursor, and nothing else for one', async () => {
    const turnedAway = { error: named('ValidationException') };
    const cursor = Buffer.from(JSON.stringify({ pk: 'P#x', sk: 'beyond' })).toString('base64url');
    faults.push(turnedAway);
    await expect(store.partition('P#x', { prefix: 'a', cursor })).rejects.toMatchObject({ name: 'BadCursor' });
    faults.push(turnedAway);
    await expect(store.partition('P#x', { prefix: 'a' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('reads with one call and writes with one call', async () => {
    expect(await store.commit(two('X#0'))).toEqual({ ok: true });
    await store.load([{ pk: 'X#0', sk: 'A' }]);
    expect(calls).toEqual(['TransactWriteItemsCommand', 'BatchGetItemCommand']);
  });

  it('answers conflict when another transaction was in the way, and leaves trying again to its caller', async () => {
    faults.push(cancelled('None', 'TransactionConflict'));
    expect(await store.commit(two('X#1'))).toEqual({ ok: false, role: 'conflict' });
    expect(calls).toHaveLength(1);
    expect(await store.commit(two('X#1'))).toEqual({ ok: true });
  });

  it('puts a failed condition before a conflict', async () => {
    faults.push(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await store.commit(two('X#2'))).toEqual({ ok: false, role: 'replay', key: { pk: 'X#2', sk: 'B' } });
  });

  it('takes its own transaction still under way for a conflict', async () => {
    faults.push({ error: named('TransactionInProgressException') });
    expect(await store.commit(two('X#3'))).toEqual({ ok: false, role: 'conflict' });
  });

  it('tries again when throttled, a little later each time', async () => {
    faults.push(cancelled('ThrottlingError', 'None'), { error: named('ProvisionedThroughputExceededException') });
    expect(await store.commit(two('X#4'))).toEqual({ ok: true });
    expect(calls).toHaveLength(3);
    expect(pauses).toHaveLength(2);
    expect(await store.load([{ pk: 'X#4', sk: 'A' }])).toHaveLength(1);
  });

  it('throws StoreBusy when it stays throttled, and has written nothing', async () => {
    for (let n = 0; n < 5; n += 1) faults.push(cancelled('ThrottlingError', 'None'));
    await expect(store.commit(two('X#5'))).rejects.toMatchObject({ name: 'StoreBusy' });
    expect(calls).toHaveLength(5);
    expect(await store.load([{ pk: 'X#5', sk: 'A' }])).toEqual([]);
  });

  it('passes on an error it does not know', async () => {
    faults.push({ error: named('ResourceNotFoundException') }, cancelled('ValidationError', 'None'));
    await expect(store.commit(two('X#6'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(store.commit(two('X#6'))).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(calls).toHaveLength(2);
  });

  it('asks again for the keys a read left unprocessed', async () => {
    await store.commit(two('X#7'));
    const table = engine.tableName;
    faults.push({
      change: ({ Responses }) => ({
        Responses: { [table]: (Responses as Record<string, { sk: unknown }[]>)[table]?.slice(0, 1) ?? [] },
        UnprocessedKeys: {
          [table]: {
            Keys: [
              { pk: 'X#7', sk: 'A' },
              { pk: 'X#7', sk: 'B' },
            ],
          },
        },
      }),
    });
    const keys = [
      { pk: 'X#7', sk: 'A' },
      { pk: 'X#7', sk: 'B' },
    ];
    calls.length = 0;
    expect((await store.load(keys)).map(({ sk }) => sk)).toEqual(['A', 'B']);
    expect(calls).toEqual(['BatchGetItemCommand', 'BatchGetItemCommand']);
  });

  it('throws StoreBusy when a read stays unprocessed', async () => {
    const Keys = [{ pk: 'X#8', sk: 'A' }];
    for (let n = 0; n < 5; n += 1) {
      faults.push({ change: () => ({ Responses: {}, UnprocessedKeys: { [engine.tableName]: { Keys } } }) });
    }
    await expect(store.load([{ pk: 'X#8', sk: 'A' }])).rejects.toMatchObject({ name: 'StoreBusy' });
    expect(calls).toHaveLength(5);
  });
});
