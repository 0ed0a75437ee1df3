import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommitResult, Item, Page, Write, WriteRole } from '../../functions/shell/ports.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const item = (pk: string, sk: string, more: Partial<Item> = {}): Item => ({ pk, sk, record: { text: sk }, ...more });
const putNew = (value: Item, role: WriteRole = 'version'): Write => ({ kind: 'put-new', role, item: value });
const putAt = (value: Item, expected: number, role: WriteRole = 'version'): Write => ({
  kind: 'put-at',
  role,
  item: value,
  expected,
});
const check = (pk: string, expected: number, role: WriteRole): Write => ({
  kind: 'check',
  role,
  key: { pk, sk: 'A' },
  expected,
});
const seed = async (...items: readonly Item[]) => {
  expect(await engine.store.commit(items.map((value) => putNew(value)))).toEqual({ ok: true });
};
const loadOne = async (pk: string, sk: string) => (await engine.store.load([{ pk, sk }]))[0];
const keysOf = (page: Page) => page.items.map(({ sk }) => sk);

describe('the case store writes', () => {
  it('gives back what was put, without undefined fields, and leaves out absent items and repeated keys', async () => {
    const full = item('C#1', 'A', {
      version: 1,
      w: { pk: 'W#1', sk: '2026-10-09' },
      d: { pk: 'D#1', sk: '2026-10-08' },
      k: { pk: 'K#1', sk: 'case' },
      n: { pk: 'ALL#1', sk: 'case:1' },
      expiresAt: 1_800_000_000,
      record: { fen: 123_456_789, gone: undefined, none: null, list: [1, { deep: '中文' }], yes: true },
    });
    await seed(full);
    const key = { pk: 'C#1', sk: 'A' };
    const { gone, ...kept } = full.record as Record<string, unknown>;
    expect(gone).toBeUndefined();
    expect(await engine.store.load([key, { pk: 'C#1', sk: 'absent' }, key])).toEqual([{ ...full, record: kept }]);
    expect(await engine.store.load([])).toEqual([]);
  });

  it('refuses to put a new item twice and tells the one that stands', async () => {
    await seed(item('C#2', 'A', { version: 1 }));
    const again = await engine.store.commit([putNew(item('C#2', 'A', { version: 9 }), 'unique')]);
    expect(again).toEqual({
      ok: false,
      role: 'unique',
      key: { pk: 'C#2', sk: 'A' },
      current: item('C#2', 'A', { version: 1 }),
    });
    expect((await loadOne('C#2', 'A'))?.version).toBe(1);
  });

  it('replaces an item only at the expected version', async () => {
    await seed(item('C#3', 'A', { version: 1 }));
    expect(await engine.store.commit([putAt(item('C#3', 'A', { version: 2, record: 'b' }), 1)])).toEqual({ ok: true });
    const stale = await engine.store.commit([putAt(item('C#3', 'A', { version: 2, record: 'c' }), 1)]);
    expect(stale).toMatchObject({ ok: false, role: 'version', current: { version: 2, record: 'b' } });
    const absent = await engine.store.commit([putAt(item('C#none', 'A', { version: 2 }), 1)]);
    expect(absent).toEqual({ ok: false, role: 'version', key: { pk: 'C#none', sk: 'A' } });
  });

  it('writes nothing at all when one write of many fails', async () => {
    await seed(item('C#4', 'A', { version: 5 }));
    const writes = [putNew(item('E#4', '0001')), putAt(item('C#4', 'A', { version: 5 }), 4)];
    expect((await engine.store.commit(writes)).ok).toBe(false);
    expect(await loadOne('E#4', '0001')).toBeUndefined();
  });

  it('checks a version without writing, and absence with version 0', async () => {
    await seed(item('G#1', 'A', { version: 3 }));
    const mark = (sk: string) => putNew(item('C#5', sk));
    expect(await engine.store.commit([check('G#1', 3, 'delegation'), mark('a')])).toEqual({ ok: true });
    expect(await engine.store.commit([check('G#1', 2, 'delegation'), mark('b')])).toMatchObject({
      ok: false,
      role: 'delegation',
      current: { version: 3 },
    });
    expect(await engine.store.commit([check('G#none', 0, 'other'), mark('c')])).toEqual({ ok: true });
    expect(await engine.store.commit([check('G#1', 0, 'other'), mark('d')])).toMatchObject({
      ok: false,
      role: 'other',
    });
    expect(keysOf(await engine.store.partition('C#5'))).toEqual(['a', 'c']);
  });

  it('names the first failed role in the order replay, version, delegation, unique, other', async () => {
    const roles: WriteRole[] = ['other', 'unique', 'delegation', 'version', 'replay'];
    const writes = roles.map((role) => putNew(item('G#6', role), role));
    await seed(...roles.map((role) => item('G#6', role)));
    const told: CommitResult[] = [];
    for (let n = 1; n <= roles.length; n += 1) told.push(await engine.store.commit(writes.slice(0, n)));
    expect(told.map((result) => !result.ok && result.role)).toEqual(roles);
  });

  it('deletes, puts over, and takes items out of a sparse index', async () => {
    await seed(item('C#7', 'A', { d: { pk: 'D#7', sk: '2026-10-08' } }), item('C#7', 'B'));
    await engine.store.commit([
      { kind: 'put', role: 'other', item: item('C#7', 'A', { record: 'ended' }) },
      { kind: 'delete', role: 'other', key: { pk: 'C#7', sk: 'B' } },
      { kind: 'delete', role: 'other', key: { pk: 'C#7', sk: 'never there' } },
    ]);
    expect((await engine.store.partition('C#7')).items).toEqual([item('C#7', 'A', { record: 'ended' })]);
    expect((await engine.store.index('d', 'D#7')).items).toEqual([]);
  });

  it('takes 100 writes in one transaction and reads 100 keys at once', async () => {
    const many = Array.from({ length: 100 }, (_, n) => item('C#8', String(n).padStart(4, '0')));
    await seed(...many);
    const read = await engine.store.load(many.map(({ pk, sk }) => ({ pk, sk })).reverse());
    expect(read).toEqual([...many].reverse());
  });

  it('does nothing for an empty commit', async () => {
    expect(await engine.store.commit([])).toEqual({ ok: true });
  });

  it('lets 50 concurrent optimistic writers leave a history without gap or double', async () => {
    await seed(item('C#9', 'A', { version: 1 }));
    const append = async (writer: number): Promise<void> => {
      for (;;) {
        const version = (await loadOne('C#9', 'A'))?.version ?? 0;
        const event = item('E#9', String(version + 1).padStart(12, '0'), { record: { writer } });
        const result = await engine.store.commit([
          putAt(item('C#9', 'A', { version: version + 1 }), version),
          putNew(event, 'version'),
        ]);
        if (result.ok) return;
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, writer) => append(writer)));
    const { items } = await engine.store.partition('E#9');
    expect(items.map(({ sk }) => Number(sk))).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
    expect(new Set(items.map(({ record }) => (record as { writer: number }).writer)).size).toBe(50);
    expect((await loadOne('C#9', 'A'))?.version).toBe(51);
  });
});
