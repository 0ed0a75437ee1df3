import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { followStream, type StreamFollower } from '../../infra/local/stream.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';

const engine: TestEngine = await startTestEngine();
const followers: StreamFollower[] = [];
let count = 0;
let checkpointFile = '';

beforeEach(() => {
  count += 1;
  checkpointFile = join(engine.dir, `checkpoint-${count}.json`);
});
afterAll(async () => {
  await Promise.all(followers.map((follower) => follower.stop()));
  await engine.stop();
});

function follow(
  handle: (changes: readonly Change[]) => Promise<void>,
  onError?: (error: unknown) => void,
): StreamFollower {
  const { endpoint, tableName } = engine;
  const follower = followStream({ endpoint, tableName, checkpointFile, handle, ...(onError && { onError }) });
  followers.push(follower);
  return follower;
}

const collect = () => {
  const seen: Change[] = [];
  return {
    seen,
    handle: async (changes: readonly Change[]) => {
      seen.push(...changes);
    },
  };
};
const put = (pk: string, sk: string, record: unknown = {}) =>
  engine.store.commit([{ kind: 'put', role: 'other', item: { pk, sk, record } }]);
const keysOf = (changes: readonly Change[], pk: string) =>
  changes.filter(({ keys }) => keys.pk === pk).map(({ keys }) => keys.sk);

describe('the change stream', () => {
  it('tells insert, change and removal with both images, and nothing of a write that changed nothing', async () => {
    const { seen, handle } = collect();
    await put('S#1', 'A', { fen: 1, list: [{ a: 1, b: 2 }] });
    await put('S#1', 'A', { list: [{ b: 2, a: 1 }], fen: 1 });
    await put('S#1', 'A', { fen: 2 });
    await engine.store.commit([{ kind: 'delete', role: 'other', key: { pk: 'S#1', sk: 'A' } }]);
    expect(await follow(handle).pump()).toBe(3);
    const keys = { pk: 'S#1', sk: 'A' };
    const [first, second] = [
      { ...keys, record: { fen: 1, list: [{ a: 1, b: 2 }] } },
      { ...keys, record: { fen: 2 } },
    ];
    expect(seen).toEqual([
      { eventName: 'INSERT', keys, newImage: first, sequenceNumber: expect.any(String) },
      { eventName: 'MODIFY', keys, newImage: second, oldImage: first, sequenceNumber: expect.any(String) },
      { eventName: 'REMOVE', keys, oldImage: second, sequenceNumber: expect.any(String) },
    ]);
  });

  it('goes on after a restart where the last handled batch ended', async () => {
    const before = collect();
    const first = follow(before.handle);
    await put('S#2', '1');
    await first.pump();
    await first.stop();
    await put('S#2', '2');
    const after = collect();
    const second = follow(after.handle);
    expect(await second.pump()).toBe(1);
    expect(await second.pump()).toBe(0);
    expect(keysOf(before.seen, 'S#2')).toEqual(['1']);
    expect(keysOf(after.seen, 'S#2')).toEqual(['2']);
  });

  it('brings a batch again whose handling failed', async () => {
    await follow(async () => undefined).pump();
    const saved = await readFile(checkpointFile, 'utf8');
    await put('S#3', '1');
    let broken = true;
    const { seen, handle } = collect();
    const follower = follow(async (changes) => {
      if (broken) throw new Error('lake is away');
      await handle(changes);
    });
    await expect(follower.pump()).rejects.toThrow('lake is away');
    expect(await readFile(checkpointFile, 'utf8')).toBe(saved);
    broken = false;
    expect(await follower.pump()).toBe(1);
    expect(keysOf(seen, 'S#3')).toEqual(['1']);
  });

  it('hands over at most 500 changes at once, in order, and all of them', async () => {
    await follow(async () => undefined).pump();
    for (let n = 0; n < 12; n += 1) {
      const sk = (i: number) => String(n * 100 + i).padStart(5, '0');
      const writes = Array.from({ length: 100 }, (_, i) => ({ pk: 'S#4', sk: sk(i), record: {} }));
      await engine.store.commit(writes.map((item) => ({ kind: 'put', role: 'other', item }) as const));
    }
    const sizes: number[] = [];
    const { seen, handle } = collect();
    const follower = follow(async (changes) => {
      sizes.push(changes.length);
      await handle(changes);
    });
    expect(await follower.pump()).toBe(1200);
    expect(sizes).toEqual([500, 500, 200]);
    expect(keysOf(seen, 'S#4')).toEqual([...keysOf(seen, 'S#4')].sort());
  });

  it('polls by itself once started, reports a failed round and tries again', async () => {
    await follow(async () => undefined).pump();
    const errors: unknown[] = [];
    let rounds = 0;
    const done = new Promise<readonly Change[]>((resolve) => {
      const follower = follow(
        async (changes) => {
          rounds += 1;
          if (rounds === 1) throw new Error('once');
          resolve(changes);
        },
        (error) => errors.push(error),
      );
      follower.start();
    });
    await put('S#5', '1');
    expect(keysOf(await done, 'S#5')).toEqual(['1']);
    expect(errors).toHaveLength(1);
  });

  it('handles one batch at a time, however often it is asked', async () => {
    let active = 0;
    let most = 0;
    const follower = follow(async () => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 5));
      active -= 1;
    });
    const [first = 0, ...rest] = await Promise.all([follower.pump(), follower.pump(), follower.pump()]);
    expect(most).toBe(1);
    expect(first).toBeGreaterThan(1000);
    expect(rest).toEqual([0, 0]);
  });
});
