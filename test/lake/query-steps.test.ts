import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AskedRun, Facts } from '../../functions/core/facts.ts';
import { perform } from '../../functions/core/perform.ts';
import { startQuery } from '../../functions/shell/effects/start-query.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { eventPartition } from '../../functions/shell/keys.ts';
import type { AuditSql, Ports } from '../../functions/shell/ports.ts';
import { readRun } from '../../functions/shell/query-runs.ts';
import { listQueries } from '../../functions/supervision/list-queries.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { readQueryRun } from '../../functions/supervision/read-query-run.ts';
import { runQuery } from '../../functions/supervision/run-query.ts';
import type { Actor } from '../../schemas/actor.ts';
import { QueryAskedBody, QueryRequest, RunPageQuery } from '../../schemas/audit-query.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { caseIdOf, clock, lakeForTests, resultOf } from './lake-for-tests.ts';

const engine = await startTestEngine();
const lake = await lakeForTests();
const duck = lake.engine();
afterAll(async () => {
  await duck.close();
  await Promise.all([engine.stop(), lake.remove()]);
});

const now = clock.now();
const county: Actor = { personId: 'p-cc-1', post: 'CC', orgCode: '649900', clientId: 'demo-portal' };
const factsOf = (actor: Actor, more: Partial<Facts> = {}): Facts => ({
  actor,
  params: { requestKey: 'ab'.repeat(32) },
  people: {},
  attachments: {},
  subjects: {},
  names: {},
  ...more,
});
const params = { county: '649900', from_on: '2026-10-01', to_on: '2026-10-31' };
const asking = { query: 'overdue-by-township', params, purpose: '十月超期情况检查' };
const decide = (input: unknown, actor = county) =>
  perform(runQuery, { facts: factsOf(actor), input: QueryRequest.parse(input), now });
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('POST /v1/query-runs', () => {
  it('asks for the text of the named query with values in the order of its marks, for the county it names', () => {
    const { effect, reply } = decide(asking);
    expect(effect).toMatchObject({
      kind: 'start-query',
      runId: reply.runId,
      values: ['649900', '2026-10-01', '2026-10-31'],
      counties: ['649900'],
      purpose: '十月超期情况检查',
    });
    expect(reply).toEqual({ runId: `run-${'ab'.repeat(12)}`, query: 'overdue-by-township', state: 'running' });
  });

  it('takes the county of a case from its number', () => {
    const { effect } = decide({ ...asking, query: 'case-timeline', params: { case_id: caseIdOf(1) } });
    expect(effect).toMatchObject({ counties: ['649900'], values: [caseIdOf(1)] });
  });

  it('refuses another’s county, hides another’s case, and names what is wrong with a parameter', () => {
    const city: Actor = { ...county, post: 'CITY', orgCode: '640100' };
    const wrong = (more: object, actor = county) => codeOf(() => decide({ ...asking, ...more }, actor));
    expect(wrong({}, city)).toBe('division-not-yours');
    expect(wrong({ query: 'case-timeline', params: { case_id: caseIdOf(1) } }, city)).toBe('case-not-found');
    expect(wrong({ query: 'no-such-query' })).toBe('query-not-found');
    expect(wrong({ params: { ...params, more: '1' } })).toBe('unknown-field');
    expect(wrong({ params: { ...params, to_on: '2026-02-30' } })).toBe('date-invalid');
    expect(wrong({ params: { ...params, to_on: '2026-09-30' } })).toBe('date-out-of-order');
    expect(wrong({ params: { ...params, county: '1 OR 1=1' } })).toBe('input-invalid');
    expect(wrong({}, { ...county, post: 'PROV', orgCode: '640000' })).toHaveProperty('effect');
  });

  it('wants a purpose', () => {
    for (const purpose of [undefined, '', ' '])
      expect(QueryRequest.safeParse({ ...asking, purpose }).success).toBe(false);
  });
});

describe('GET /v1/query-runs/{runId}', () => {
  const run: AskedRun = { counties: ['649900'], view: { runId: 'run-1', query: 'case-timeline', state: 'running' } };
  const read = (actor: Actor, found: AskedRun | undefined) =>
    codeOf(
      () =>
        perform(readQueryRun, {
          facts: factsOf(actor, { run: found, params: { runId: 'run-1' } }),
          input: RunPageQuery.parse({}),
          now,
        }).reply,
    );

  it('shows a run to those who supervise its county, and to nobody else', () => {
    expect(read(county, run)).toEqual(run.view);
    expect(read({ ...county, orgCode: '640121' }, run)).toBe('run-not-found');
    expect(read(county, undefined)).toBe('run-not-found');
  });
});

describe('a page of a run', () => {
  const all = Array.from({ length: 7 }, (_, i) => [i]);
  /** A page as the shell loads it, and what the step makes of it. */
  const page = (query: object) => {
    const input = RunPageQuery.parse(query);
    const asked = readQueryRun.facts({ input, params: { runId: 'run-1' }, actor: county }).run;
    const rows = all.slice(asked?.from, (asked?.from ?? 0) + (asked?.limit ?? 0));
    const view: AskedRun['view'] = {
      runId: 'run-1',
      query: 'case-timeline',
      state: 'succeeded',
      columns: ['n'],
      rows,
      total: 7,
    };
    const facts = factsOf(county, { run: { counties: ['649900'], view }, params: { runId: 'run-1' } });
    return readQueryRun.output.parse(perform(readQueryRun, { facts, input, now }).reply);
  };

  it('follows the one before without gap or repetition, and the last says nothing of a next', () => {
    const seen: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const { rows = [], next } = page({ limit: '3', ...(after && { after }) });
      seen.push(rows.length);
      seen.push(...rows.flat());
      after = next;
      if (after === undefined) break;
    }
    expect(seen).toEqual([3, 0, 1, 2, 3, 3, 4, 5, 1, 6]);
    expect(page({ limit: '7' }).next).toBeUndefined();
    expect(page({ after: 'run-1.9' })).toMatchObject({ rows: [], total: 7 });
  });

  it('refuses the cursor of another run, a made-up one, and a page without end', () => {
    for (const after of ['run-2.3', '3', 'run-1.-1', 'run-1.x', 'run-1.'])
      expect(codeOf(() => page({ after }))).toBe('cursor-invalid');
    for (const limit of ['0', '1001', 'x']) expect(RunPageQuery.safeParse({ limit }).success).toBe(false);
  });
});

describe('GET /v1/queries', () => {
  it('lists every named query as its schema says', () => {
    const { reply } = perform(listQueries, { facts: factsOf(county), input: {}, now });
    const ids = listQueries.output.parse(reply).queries.map(({ id }) => id);
    expect(ids).toEqual(queryCatalogue.map(({ id }) => id));
    expect(new Set(ids).size).toBeGreaterThanOrEqual(25);
  });
});

describe('a query on its way to the engine', () => {
  let count = 0;
  let started: unknown[] = [];
  beforeEach(() => {
    count += 1;
    started = [];
  });
  /** The local engine, counting what it is asked to start; `fails` is how often it breaks off first. */
  const ports = (fails = 0): Ports => {
    let left = fails;
    const sql: AuditSql = {
      async start(query) {
        left -= 1;
        if (left >= 0) throw new Error('crash');
        started.push(query);
        return duck.start(query);
      },
      result: (runId, range) => duck.result(runId, range),
    };
    return { store: engine.store, objects: lake.objects, sql, clock } as unknown as Ports;
  };
  const asked = () => {
    const { effect } = decide(asking);
    if (effect?.kind !== 'start-query') throw new Error('no effect');
    const actor = { ...county, orgCode: `64990${count}` };
    return { effect: { ...effect, runId: `run-${count}` }, asker: { actor, step: 'supervision.run-query' } };
  };
  const log = async () => (await engine.store.partition(eventPartition('access', `64990${count}`))).items;
  const done = async (use: Ports, runId: string) => {
    await resultOf({ ...use.sql, result: async () => (await readRun(use, { runId }))?.view as never }, runId);
    return readRun(use, { runId });
  };

  it('is noted with its purpose before it starts, in a log that chains', async () => {
    const { effect, asker } = asked();
    await startQuery(ports(), effect, asker);
    await startQuery(ports(), { ...effect, runId: `${effect.runId}-b` }, asker);
    const [first, second] = (await log()).map(({ record }) => record as Record<string, unknown>);
    const { hash, ...rest } = first ?? {};
    expect(hashOfEvent(rest as never)).toBe(hash);
    expect(second?.['prevHash']).toBe(hash);
    const body = QueryAskedBody.parse({ type: first?.['type'], data: first?.['data'] });
    expect(body.data).toMatchObject({
      query: 'overdue-by-township',
      params,
      purpose: asking.purpose,
      person: 'p-cc-1',
    });
    expect(await done(ports(), effect.runId)).toMatchObject({
      counties: ['649900'],
      smallCells: { below: 5, counts: expect.arrayContaining(['total']) },
      view: { state: 'succeeded', rows: [] },
    });
  });

  it('is noted and started once when it is asked twice, also at the same time', async () => {
    const { effect, asker } = asked();
    await Promise.all([startQuery(ports(), effect, asker), startQuery(ports(), effect, asker)]);
    await startQuery(ports(), effect, asker);
    expect(await log()).toHaveLength(1);
    expect((await done(ports(), effect.runId))?.view.state).toBe('succeeded');
  });

  it('refuses another question under the same number', async () => {
    const { effect, asker } = asked();
    await startQuery(ports(), effect, asker);
    const other = startQuery(ports(), { ...effect, purpose: '别的目的' }, asker);
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is started by the next poll when the host broke off after noting it', async () => {
    const { effect, asker } = asked();
    const use = ports(1);
    await expect(startQuery(use, effect, asker)).rejects.toThrow('crash');
    expect(started).toEqual([]);
    expect((await done(use, effect.runId))?.view.state).toBe('succeeded');
    expect([(await log()).length, started.length]).toEqual([1, 1]);
  });

  it('is unknown when nobody asked it', async () => {
    expect(await readRun(ports(), { runId: 'run-none' })).toBeUndefined();
  });
});
