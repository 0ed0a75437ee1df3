import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { eventKey, headKey } from '../../functions/shell/keys.ts';
import type { ObjectStore } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { followStream, type StreamFollower } from '../../infra/local/stream.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { ask, caseIdOf, clock, eventOf, headOf, lakeForTests } from './lake-for-tests.ts';

const engine = await startTestEngine();
const lake = await lakeForTests();
const sql = lake.engine();
afterAll(async () => {
  await sql.close();
  await Promise.all([engine.stop(), lake.remove()]);
});

/** One act as a command commits it: the case at its new version and its event, together. */
async function act(serial: number, seq: number): Promise<void> {
  const caseId = caseIdOf(serial);
  const record = { version: seq, chain: '', head: headOf(caseId, { members: seq }) };
  const at = `2026-08-0${seq}T01:00:00.000Z`;
  const event = eventOf({ caseId, seq, type: 'materials-supplied', at, data: { on: at.slice(0, 10), complete: true } });
  const { store } = engine;
  const result = await store.commit([
    { kind: 'put', role: 'version', item: { ...headKey('case', caseId), version: seq, record } },
    { kind: 'put-new', role: 'version', item: { ...eventKey('case', caseId, seq), version: seq, record: event } },
  ]);
  expect(result.ok).toBe(true);
}

/** Breaks off by turns before an object is written, after it, and after the whole batch: each as a kill would. */
function breaking(): { readonly objects: ObjectStore; after(): void } {
  let turn = 0;
  const crash = (at: number): void => {
    turn += 1;
    if (turn % 4 === at) throw new Error('killed');
  };
  const objects: ObjectStore = {
    ...lake.objects,
    async put(key, bytes, options) {
      crash(1);
      const answer = await lake.objects.put(key, bytes, options);
      crash(3);
      return answer;
    },
  };
  return { objects, after: () => crash(2) };
}

const follower = (handle: Parameters<typeof followStream>[0]['handle']): StreamFollower =>
  followStream({
    endpoint: engine.endpoint,
    tableName: engine.tableName,
    checkpointFile: join(engine.dir, 'recorder.json'),
    handle,
  });

describe('from the table to the lake', () => {
  it('what was acknowledged is stored, and what is stored is in lake and feed, each once, however often the recorder is killed', async () => {
    const { objects, after } = breaking();
    let kills = 0;
    for (let seq = 1; seq <= 5; seq += 1) {
      for (let serial = 1; serial <= 4; serial += 1) await act(serial, seq);
      // A new process each time: all it knows is the checkpoint.
      const once = follower(async (changes) => {
        await recordChanges(changes, { objects, store: engine.store, clock });
        after();
      });
      await once.pump().catch(() => {
        kills += 1;
      });
      await once.stop();
    }
    const last = follower(async (changes) => {
      await recordChanges(changes, { objects: lake.objects, store: engine.store, clock });
    });
    while ((await last.pump()) > 0);
    await last.stop();
    expect(kills).toBeGreaterThan(2);
    const perCase = 'SELECT case_id, count(*), min(seq), max(seq) FROM events GROUP BY case_id ORDER BY case_id';
    expect((await ask(sql, perCase)).rows).toEqual([1, 2, 3, 4].map((serial) => [caseIdOf(serial), 5, 1, 5]));
    const latest = 'SELECT case_id, version, household_size, as_of_on FROM cases ORDER BY case_id';
    expect((await ask(sql, latest)).rows).toEqual([1, 2, 3, 4].map((serial) => [caseIdOf(serial), 5, 5, '2026-08-05']));
    const { items } = await engine.store.partition('FEED#649900');
    const told = items.map(({ record }) => record as { caseId: string; version: number });
    for (const serial of [1, 2, 3, 4])
      expect(told.filter(({ caseId }) => caseId === caseIdOf(serial)).map(({ version }) => version)).toEqual([
        1, 2, 3, 4, 5,
      ]);
  });
});
