import type { DynamoDBDocumentClient as SdkClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { DynamoDBDocumentClient } from '../../functions/shell/aws/lean/dynamodb.ts';
import type { CaseStore, Item, Write } from '../../functions/shell/ports.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';
import { leanConfig } from './lean-cases.ts';

let engine: TestEngine;
let lean: CaseStore;
beforeAll(async () => {
  engine = await startTestEngine();
  // The engine keeps tables by region: the SDK's client of the tests calls its region `local`.
  const client = DynamoDBDocumentClient.from({ ...leanConfig(engine.endpoint), region: 'local' });
  lean = dynamoCaseStore({ client: client as unknown as SdkClient, tableName: engine.tableName });
});
afterAll(() => engine.stop());

const item = (pk: string, sk: string, version = 1): Item => ({
  pk,
  sk,
  version,
  w: { pk: 'W#lean', sk: `${sk}#${pk}` },
  record: { fen: 123_456_789, none: null, list: [1, { deep: '中文' }], yes: true },
});
const putNew = (value: Item): Write => ({ kind: 'put-new', role: 'version', item: value });
const both = (): readonly CaseStore[] => [engine.store, lean];

describe('the case store without the SDK', () => {
  it('writes what the SDK reads and reads what the SDK writes', async () => {
    expect(await lean.commit([putNew(item('C#1', 'A')), putNew(item('C#1', 'B'))])).toEqual({ ok: true });
    expect(await engine.store.commit([putNew(item('C#2', 'A'))])).toEqual({ ok: true });
    const keys = [item('C#1', 'A'), item('C#1', 'B'), item('C#2', 'A'), item('C#3', 'none')].map(({ pk, sk }) => ({
      pk,
      sk,
    }));
    const [bySdk, byLean] = await Promise.all(both().map((store) => store.load(keys)));
    expect(byLean).toHaveLength(3);
    expect(byLean).toEqual(bySdk);
    expect(byLean?.[0]).toEqual(item('C#1', 'A'));
  });

  it('refuses as the SDK does, and tells the item that stands', async () => {
    const stale: readonly Write[] = [
      { kind: 'check', role: 'delegation', key: { pk: 'C#1', sk: 'B' }, expected: 7 },
      { kind: 'put-at', role: 'version', item: item('C#1', 'A', 3), expected: 2 },
    ];
    const [bySdk, byLean] = await Promise.all(both().map((store) => store.commit(stale)));
    expect(byLean).toEqual({ ok: false, role: 'version', key: { pk: 'C#1', sk: 'A' }, current: item('C#1', 'A') });
    expect(byLean).toEqual(bySdk);
  });

  it('lists partitions and indexes page by page, each going on with the cursor of the other', async () => {
    await lean.commit(['a', 'b', 'c', 'd'].map((sk) => putNew(item('L#1', sk))));
    const first = await lean.partition('L#1', { limit: 2 });
    expect(first.items).toEqual((await engine.store.partition('L#1', { limit: 2 })).items);
    const rest = await engine.store.partition('L#1', { cursor: first.cursor ?? '' });
    expect(rest.items.map(({ sk }) => sk)).toEqual(['c', 'd']);
    const page = await lean.index('w', 'W#lean', { prefix: 'b', limit: 1 });
    expect(page.items).toEqual((await engine.store.index('w', 'W#lean', { prefix: 'b', limit: 1 })).items);
    expect(page.items[0]?.pk).toBe('L#1');
  });

  it('deletes, and a repeated transaction is refused by its own condition', async () => {
    const key = { pk: 'L#1', sk: 'd' };
    expect(await lean.commit([{ kind: 'delete', role: 'other', key }])).toEqual({ ok: true });
    expect(await engine.store.load([key])).toEqual([]);
    expect(await lean.commit([putNew(item('L#1', 'a'))])).toMatchObject({ ok: false, role: 'version' });
  });
});
