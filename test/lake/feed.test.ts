import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { viewOf } from '../../functions/core/case-view.ts';
import { perform } from '../../functions/core/perform.ts';
import { appendFeed, type FeedImage } from '../../functions/shell/feed.ts';
import { loadFacts } from '../../functions/shell/load-facts.ts';
import type { CaseStore, Ports } from '../../functions/shell/ports.ts';
import { listChanges } from '../../functions/supervision/list-changes.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { CaseHead, CaseView } from '../../schemas/case.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { caseIdOf, headOf } from './lake-for-tests.ts';

const engine = await startTestEngine();
const { store } = engine;
afterAll(() => engine.stop());

let county = 649_000;
/** A county of its own for each run, so that feeds start empty. */
const newCounty = (): string => {
  county += 1;
  return String(county);
};

const image = (code: string, serial: number, version: number, more: Partial<CaseHead> = {}): FeedImage => ({
  head: headOf(caseIdOf(serial, `${code}101`), { members: version, ...more }),
  version,
});

const region: Actor = { personId: 'p-prov-1', post: 'PROV', orgCode: '640000', clientId: 'demo-portal' };

/** One page of `GET /v1/changes`: the step itself over the real store. */
async function page(
  code: string,
  query: { readonly after?: string | undefined; readonly limit: number },
  actor = region,
) {
  const input = { county: code, limit: query.limit, ...(query.after === undefined ? {} : { after: query.after }) };
  const request = listChanges.facts({ input, params: {}, actor });
  const { facts } = await loadFacts({ store } as unknown as Ports, request, {
    now: '2026-10-09T01:00:00.000Z',
    extra: [],
  });
  const outcome = perform(listChanges, { facts: { ...facts, actor, params: {}, names: {} }, input, now: '' });
  return listChanges.output.parse(outcome.reply);
}

async function everything(code: string, limit = 3) {
  const seen = [];
  let after: string | undefined;
  for (;;) {
    const { changes, next } = await page(code, { after, limit });
    if (changes.length === 0) return seen;
    seen.push(...changes);
    after = next;
  }
}

/** A store that fails now and then as a crash would: before the write, or after it with the answer lost. */
const failing = (how: () => 'well' | 'before' | 'after'): CaseStore => ({
  ...store,
  async commit(writes) {
    const now = how();
    if (now === 'before') throw new Error('crash');
    const result = await store.commit(writes);
    if (now === 'after') throw new Error('crash');
    return result;
  },
});

describe('the feed of changes', () => {
  it('tells every version of every case in the order it was recorded, page by page', async () => {
    const code = newCounty();
    const images = [image(code, 1, 1), image(code, 2, 1), image(code, 1, 2), image(code, 1, 3), image(code, 2, 2)];
    expect(await appendFeed(store, images)).toBe(5);
    const seen = await everything(code, 2);
    expect(seen.map(({ caseId, version }) => [caseId.slice(-1), version])).toEqual([
      ['1', 1],
      ['2', 1],
      ['1', 2],
      ['1', 3],
      ['2', 2],
    ]);
    expect(seen[3]?.view).toEqual(viewOf(images[3]?.head as CaseHead, 3));
  });

  it('answers the same cursor while there is nothing new, and goes on from it', async () => {
    const code = newCounty();
    const start = await page(code, { limit: 10 });
    expect(start.changes).toEqual([]);
    expect((await page(code, { after: start.next, limit: 10 })).next).toBe(start.next);
    await appendFeed(store, [image(code, 1, 1)]);
    const first = await page(code, { after: start.next, limit: 10 });
    expect(first.changes).toHaveLength(1);
    const end = await page(code, { after: first.next, limit: 10 });
    expect([end.changes, end.next]).toEqual([[], first.next]);
  });

  it('keeps counties apart', async () => {
    const [a, b] = [newCounty(), newCounty()];
    await appendFeed(store, [image(a, 1, 1), image(b, 2, 1)]);
    expect((await everything(a)).map(({ caseId }) => caseId)).toEqual([caseIdOf(1, `${a}101`)]);
  });

  it('tells whose case an entry is, so that applicants follow theirs and no other', async () => {
    const code = newCounty();
    await appendFeed(store, [
      image(code, 1, 1, { owner: 'r-1' }),
      image(code, 2, 1, { owner: 'r-2' }),
      image(code, 3, 1),
    ]);
    const applicant: Actor = { personId: 'r-2', post: 'AP', orgCode: '', clientId: 'demo-portal', act: 'r-2' };
    const { changes } = await page(code, { limit: 10 }, applicant);
    expect(changes.map(({ caseId }) => caseId)).toEqual([caseIdOf(2, `${code}101`)]);
  });

  it('takes more entries than a transaction can hold, and two writers at once', async () => {
    const code = newCounty();
    const images = Array.from({ length: 60 }, (_, i) => image(code, 1 + (i % 30), 1 + Math.floor(i / 30)));
    const fed = await Promise.all([appendFeed(store, images), appendFeed(store, images), appendFeed(store, images)]);
    expect(fed.reduce((sum, n) => sum + n, 0)).toBe(60);
    const seen = await everything(code, 50);
    expect(seen).toHaveLength(60);
    expect(new Set(seen.map(({ caseId, version }) => `${caseId} ${version}`)).size).toBe(60);
  });

  it('gives whoever follows it the view of the cases as they stand, after breaks, duplicate pages and restarts', async () => {
    const plan = fc.record({
      acts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 25 }),
      cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 30, maxLength: 30 }),
      faults: fc.array(fc.constantFrom('well', 'well', 'before', 'after'), { minLength: 40, maxLength: 40 }),
      pages: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 }),
      twice: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ acts, cuts, faults, pages, twice }) => {
        const code = newCounty();
        const versions = new Map<number, number>();
        const stream = acts.map((serial) => {
          const version = (versions.get(serial) ?? 0) + 1;
          versions.set(serial, version);
          return image(code, serial, version);
        });
        // The recorder: batches cut anywhere, a crash before or after any write; then the same changes come again, cut anew.
        const wrong = [...faults];
        const crashing = failing(() => (wrong.pop() as 'well' | 'before' | 'after' | undefined) ?? 'well');
        const sizes = [...cuts];
        for (let at = 0; at < stream.length; ) {
          const size = sizes.pop() ?? 4;
          const stored = await appendFeed(crashing, stream.slice(at, at + size)).then(
            () => true,
            () => false,
          );
          if (stored) at += size;
        }
        // The caller: pages of any size, some read twice, nothing kept but cursor and views.
        const views = new Map<string, CaseView>();
        let cursor: string | undefined;
        for (let i = 0, again = false; ; i += 1) {
          const { changes, next } = await page(code, { after: cursor, limit: pages[i % pages.length] ?? 3 });
          if (changes.length === 0) break;
          for (const { caseId, view } of changes) views.set(caseId, view);
          again = !again && (twice[i % twice.length] ?? false);
          if (!again) cursor = next;
        }
        const cases = new Map(stream.map(({ head, version }) => [head.caseId, viewOf(head, version)]));
        expect(views).toEqual(cases);
        for (const [caseId, { version }] of cases) {
          const told = (await everything(code, 50)).filter((entry) => entry.caseId === caseId);
          expect(told.map((entry) => entry.version)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
