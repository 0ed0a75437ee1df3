import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Item, Page } from '../../functions/shell/ports.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const item = (pk: string, sk: string, more: Partial<Item> = {}): Item => ({ pk, sk, record: { text: sk }, ...more });
const seed = async (...items: readonly Item[]) => {
  const writes = items.map((value) => ({ kind: 'put-new', role: 'other', item: value }) as const);
  expect(await engine.store.commit(writes)).toEqual({ ok: true });
};
const keysOf = (page: Page) => page.items.map(({ sk }) => sk);

describe('the case store lists', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-10-08', '2026-10-09', '2026-10-10'];

  beforeAll(async () => {
    await seed(
      ...days.map((day, n) => item(`T#${n}`, 'A', { d: { pk: 'D#list', sk: `${day}#case-${n}` }, version: 1 })),
      ...['a', 'b#1', 'b#2', 'b#3', 'c', '中文'].map((sk) => item('P#list', sk)),
    );
  });

  it('reads a partition in order, by prefix, and from a key on (inclusive)', async () => {
    const { store } = engine;
    expect(keysOf(await store.partition('P#list'))).toEqual(['a', 'b#1', 'b#2', 'b#3', 'c', '中文']);
    expect(keysOf(await store.partition('P#list', { prefix: 'b#' }))).toEqual(['b#1', 'b#2', 'b#3']);
    expect(keysOf(await store.partition('P#list', { from: 'b#2' }))).toEqual(['b#2', 'b#3', 'c', '中文']);
    expect(keysOf(await store.partition('P#list', { from: 'b#2', prefix: 'b#' }))).toEqual(['b#2', 'b#3']);
    expect(keysOf(await store.partition('P#list', { from: 'c', prefix: 'b#' }))).toEqual([]);
    expect(keysOf(await store.partition('P#nobody'))).toEqual([]);
  });

  it('reads an index from, up to and including a day, whatever follows the day in the key', async () => {
    const read = async (range: Parameters<typeof engine.store.index>[2]) =>
      (await engine.store.index('d', 'D#list', range)).items.map(({ d }) => d?.sk.slice(0, 10));
    expect(await read({})).toEqual(days);
    expect(await read({ upTo: '2026-10-08' })).toEqual(days.slice(0, 3));
    expect(await read({ from: '2026-10-01', upTo: '2026-10-09' })).toEqual(days.slice(1, 4));
    expect(await read({ prefix: '2026-10-0' })).toEqual(days.slice(1, 4));
    expect(await read({ prefix: '2026-10-', upTo: '2026-10-01' })).toEqual(['2026-10-01']);
    expect(await read({ upTo: '2026-01-01' })).toEqual([]);
    expect(await read({ from: '2026-10-09', upTo: '2026-10-01' })).toEqual([]);
  });

  it('pages without doubling or losing what stood there, while others write', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await engine.store.partition('P#list', { limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...keysOf(page));
      if (pages === 0) await seed(item('P#list', 'a0'), item('P#list', 'bb'));
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== undefined && pages < 20);
    expect(seen).toEqual(['a', 'b#1', 'b#2', 'b#3', 'bb', 'c', '中文']);
  });

  it('pages an index', async () => {
    const first = await engine.store.index('d', 'D#list', { limit: 3 });
    const rest = await engine.store.index('d', 'D#list', { limit: 3, cursor: first.cursor ?? '' });
    expect([...first.items, ...rest.items].map(({ pk }) => pk)).toEqual(['T#0', 'T#1', 'T#2', 'T#3', 'T#4']);
    expect(rest.cursor).toBeUndefined();
  });

  it('tells the versions of a county’s subjects without what they hold', async () => {
    const n = (name: string) => ({ n: { pk: 'ALL#list', sk: name } });
    await seed(
      item('S#1', 'HEAD', { ...n('alert:one'), version: 3 }),
      item('S#2', 'HEAD', { ...n('case:two'), version: 12 }),
    );
    const expected = [
      { name: 'alert:one', version: 3 },
      { name: 'case:two', version: 12 },
    ];
    expect(await engine.store.versions('ALL#list')).toEqual({ subjects: expected });
    expect(await engine.store.versions('ALL#list', { prefix: 'case:' })).toEqual({ subjects: expected.slice(1) });
    expect(await engine.store.versions('ALL#nobody')).toEqual({ subjects: [] });
    const cursor = Buffer.from(JSON.stringify({ pk: 'S#1', sk: 'HEAD', npk: 'ALL#list', nsk: 'alert:one' })).toString(
      'base64url',
    );
    expect(await engine.store.versions('ALL#list', { cursor })).toEqual({ subjects: expected.slice(1) });
  });

  it.each([
    ['is no text of ours', 'not-a-cursor'],
    ['is empty', ''],
    ['names another partition', Buffer.from(JSON.stringify({ pk: 'P#other', sk: 'a' })).toString('base64url')],
    ['has a foreign field', Buffer.from(JSON.stringify({ pk: 'P#list', sk: 'a', x: 1 })).toString('base64url')],
    [
      'comes from an index',
      Buffer.from(JSON.stringify({ pk: 'P#list', sk: 'a', dpk: 'D', dsk: 'd' })).toString('base64url'),
    ],
  ])('refuses a cursor that %s', async (_what, cursor) => {
    await expect(engine.store.partition('P#list', { cursor })).rejects.toMatchObject({ name: 'BadCursor' });
  });
});
