import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { feedOf } from '../../functions/shell/keys.ts';
import { unsealedIn } from '../../functions/shell/ledger/unsealed.ts';
import type { CaseStore, ObjectStore } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { lakeCounter } from '../../infra/local/lake-count.ts';
import { followStream } from '../../infra/local/stream.ts';
import { ask, caseIdOf, clock, eventChange, headChange, headOf, lakeForTests } from '../lake/lake-for-tests.ts';
import { record } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

const COUNTY = '649900';
let engine: TestEngine;
let lake: Awaited<ReturnType<typeof lakeForTests>>;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  lake = await lakeForTests();
  for (const pk of [feedOf(COUNTY), `FEEDSTATE#${COUNTY}`, 'UNSEALED']) await forget(pk);
});
afterEach(() => lake.remove());

async function forget(pk: string): Promise<void> {
  const { items } = await engine.store.partition(pk);
  await engine.store.commit(items.map(({ sk }) => ({ kind: 'delete', role: 'other', key: { pk, sk } })));
}

/** Some acts of a case as the stream tells them: each an event and the head it leaves. */
const actsOf = (serial: number, acts: number): Change[] =>
  Array.from({ length: acts }, (_, i) => {
    const caseId = caseIdOf(serial);
    const at = `2026-08-0${i + 1}T01:00:00.000Z`;
    const event = { caseId, seq: i + 1, type: 'materials-supplied', at, data: { on: at.slice(0, 10) } };
    return [eventChange(event), headChange(headOf(caseId, { members: i + 1 }), i + 1)];
  }).flat();

/** What stands in lake, feed and notes after the recorder, however it got there. */
async function state() {
  const sql = lake.engine();
  const rows = async (text: string) => (await ask(sql, text)).rows;
  const { items } = await engine.store.partition(feedOf(COUNTY));
  const fed = items.map(({ record: entry }) => entry as { caseId: string; version: number });
  const cases = [...new Set(fed.map(({ caseId }) => caseId))].sort();
  const found = {
    events: await rows('SELECT event_id FROM events ORDER BY event_id'),
    cases: await rows('SELECT case_id, version, household_size FROM cases ORDER BY case_id'),
    versions: await rows('SELECT count(*) FROM cases_history'),
    fed: cases.map((id) => [id, fed.filter(({ caseId }) => caseId === id).map(({ version }) => version)]),
    unsealed: (await unsealedIn(engine.store, COUNTY)).subjects.map(({ id }) => id).sort(),
  };
  await sql.close();
  return found;
}

const expected = {
  events: [1, 2].flatMap((serial) => [1, 2, 3].map((seq) => [`case:${caseIdOf(serial)}#${seq}`])),
  cases: [1, 2].map((serial) => [caseIdOf(serial), 3, 3]),
  versions: [[6]],
  fed: [1, 2].map((serial) => [caseIdOf(serial), [1, 2, 3]]),
  unsealed: [1, 2].map((serial) => caseIdOf(serial)),
};

interface Written {
  readonly objects: ObjectStore;
  readonly store: CaseStore;
}

/** Stores whose nth write breaks off, before it is done or after it. */
function broken(n: number, after: boolean): Written {
  let writes = 0;
  const breaking = async <T>(write: () => Promise<T>): Promise<T> => {
    writes += 1;
    if (writes !== n) return write();
    if (after) await write();
    throw new Error('broken off');
  };
  return {
    objects: { ...lake.objects, put: (...put) => breaking(() => lake.objects.put(...put)) },
    store: { ...engine.store, commit: (writes) => breaking(() => engine.store.commit(writes)) },
  };
}

describe('the recorder', () => {
  it('leaves the same state wherever it is broken off, before or after any of its writes, once the batch comes again', async () => {
    const changes = [...actsOf(1, 3), ...actsOf(2, 3)];
    let breaks = 0;
    for (const after of [false, true])
      for (let n = 1; ; n += 1) {
        const cut = await recordChanges(changes, { ...broken(n, after), clock }).then(
          () => 'went through',
          (error: Error) => error.message,
        );
        await recordChanges(changes, { objects: lake.objects, store: engine.store, clock });
        if (cut === 'went through') break;
        expect(cut).toBe('broken off');
        breaks += 1;
        if (n > 2) continue;
        expect(await state()).toEqual(expected);
      }
    expect(await state()).toEqual(expected);
    // Two objects, the note of what is to be sealed, the feed: each before and after, as far as they came to be written.
    expect(breaks).toBeGreaterThanOrEqual(6);
  });

  it('takes two shards in any order of their batches: each subject is whole and in order, and nothing is doubled', async () => {
    const [one, other] = [actsOf(1, 3), actsOf(2, 3)];
    const cut = (changes: Change[]) => [changes.slice(0, 1), changes.slice(1, 4), changes.slice(4)];
    const [a = [], b = [], c = []] = cut(one);
    const [x = [], y = [], z = []] = cut(other);
    for (const order of [
      [a, b, c, x, y, z],
      [x, y, z, a, b, c],
      [a, x, b, y, c, z],
      [x, a, a, y, b, z, z, c],
    ]) {
      for (const pk of [feedOf(COUNTY), `FEEDSTATE#${COUNTY}`, 'UNSEALED']) await forget(pk);
      for (const batch of order) await recordChanges(batch, { objects: lake.objects, store: engine.store, clock });
      expect(await state()).toEqual(expected);
    }
  });

  it('keeps what was acknowledged when the disk is full, says so, and goes on once there is space', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    let space = false;
    const put: ObjectStore['put'] = async (...args) => {
      if (!space) throw full;
      return lake.objects.put(...args);
    };
    const said: string[] = [];
    const follower = followStream({
      endpoint: engine.endpoint,
      tableName: engine.tableName,
      checkpointFile: join(engine.dir, 'full.json'),
      handle: async (changes) => {
        await recordChanges(changes, { objects: { ...lake.objects, put }, store: engine.store, clock });
      },
      onError: (error) => void said.push(String(error)),
    });
    for (let seq = 1; seq <= 3; seq += 1)
      await record(engine.store, { kind: 'lead', id: '649900-lead-1' }, { at: `2026-08-03T01:00:0${seq}.000Z` });
    follower.start();
    while (said.length < 2) await new Promise((done) => setTimeout(done, 50));
    expect(said[0]).toContain('no space left on device');
    expect(await lake.objects.list('lake/')).toEqual([]);
    space = true;
    const count = lakeCounter(lake.objects, engine.store);
    while ((await count(COUNTY)) < 3) await new Promise((done) => setTimeout(done, 50));
    await follower.stop();
    expect(await count(COUNTY)).toBe(3);
  });
});

describe('half-written files', () => {
  const left = async (name: string, bytes: Uint8Array | string) => {
    const path = join(lake.dir, 'objects', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  };

  it('of a crash lie where nobody reads: the name of an object appears only with all of it', async () => {
    await recordChanges(actsOf(1, 3), { objects: lake.objects, clock });
    const [file = ''] = await lake.objects.list('lake/raw/events/');
    const bytes = (await lake.objects.get(file)) ?? new Uint8Array();
    await writeFile(join(lake.dir, 'staging', '.left-by-a-crash.tmp'), bytes.subarray(0, 100));
    expect(await lakeCounter(lake.objects, engine.store)(COUNTY)).toBe(3);
    expect((await ask(lake.engine(), 'SELECT count(*) FROM events')).rows).toEqual([[3]]);
    // The next start of the host sweeps them.
    await lakeForTests().then(({ remove }) => remove());
  });

  it('under the name of an object are never skipped: whoever reads them fails and says which', async () => {
    await recordChanges(actsOf(1, 3), { objects: lake.objects, clock });
    const [file = ''] = await lake.objects.list('lake/raw/events/');
    const bytes = (await lake.objects.get(file)) ?? new Uint8Array();
    await left(file.replace('.parquet', '-torn.parquet'), bytes.subarray(0, bytes.length - 20));
    await expect(lakeCounter(lake.objects, engine.store)(COUNTY)).rejects.toThrow('-torn.parquet');
    const { state: ended } = await ask(lake.engine(), 'SELECT count(*) FROM events');
    expect(ended).toBe('failed');
  });
});
