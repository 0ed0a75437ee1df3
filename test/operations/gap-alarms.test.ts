import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { tellAlarm } from '../../functions/shell/aws/tell-alarm.ts';
import { eventKey, headKey } from '../../functions/shell/keys.ts';
import { eventsInTable } from '../../functions/shell/ledger/events-in-table.ts';
import { findGaps } from '../../functions/shell/ledger/find-gaps.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { lakeCounter } from '../../infra/local/lake-count.ts';
import { followStream } from '../../infra/local/stream.ts';
import { COUNTY, caseIdOf, record, sealing } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

const EVENTS = 300;
const last = { kind: 'case', id: caseIdOf(9) } as const;
let engine: TestEngine;
let one: Awaited<ReturnType<typeof sealing>>;
const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
const told = (kind: string) =>
  stderr.mock.calls.flatMap(([line]) => (String(line).includes(kind) ? [JSON.parse(String(line)) as object] : []));

/** What the docket asks at the end of the day, by a counter that reads the lake anew. */
const gaps = async () => {
  const { store, objects } = one.ports;
  const count = lakeCounter(objects, store);
  const check = {
    eventsInTable: () => eventsInTable(store, COUNTY),
    eventsInLake: () => count(COUNTY),
    pause: async () => undefined,
  };
  return (await findGaps(one.ports, COUNTY, check)).gaps;
};

const pump = async () => {
  const follower = followStream({
    endpoint: engine.endpoint,
    tableName: engine.tableName,
    checkpointFile: join(engine.dir, 'recorder.json'),
    handle: async (changes) => {
      await recordChanges(changes, { ...one.ports, alarm: tellAlarm });
    },
  });
  const handled = await follower.pump();
  await follower.stop();
  return handled;
};

beforeAll(async () => {
  engine = await startTestEngine();
  one = await sealing(engine.store);
  for (let i = 0; i < EVENTS; i += 1) {
    const at = new Date(Date.UTC(2026, 7, 3, 1, 0, i)).toISOString();
    await record(engine.store, i < EVENTS - 2 ? { kind: 'case', id: caseIdOf(i % 9) } : last, { at });
  }
  await pump();
});
afterAll(async () => {
  stderr.mockRestore();
  await one.remove();
  await engine.stop();
});
afterEach(() => {
  stderr.mockClear();
});

/** Takes a file away for a while. */
async function without<T>(key: string, work: () => Promise<T>): Promise<T> {
  const path = join(one.dir, 'objects', key);
  const away = join(one.dir, 'away');
  await rename(path, away);
  try {
    return await work();
  } finally {
    await rename(away, path);
  }
}

describe('the gap check', () => {
  it('finds nothing and tells nothing while table, ledger and lake agree', async () => {
    expect(await gaps()).toEqual({ ledger: 0, lake: 0 });
    expect(told('ledger-gap')).toEqual([]);
  });

  it('needs no raw file of a day that is over: compaction takes its events from the log', async () => {
    const [file = ''] = await one.ports.objects.list('lake/raw/events/');
    expect(await without(file, gaps)).toEqual({ ledger: 0, lake: 0 });
    expect(told('ledger-gap')).toEqual([]);
  });

  it('alarms when one file of the lake is gone that queries read', async () => {
    const [file = ''] = await one.ports.objects.list(`lake/days/events/county_code=${COUNTY}/`);
    const found = await without(file, gaps);
    expect(found.ledger).toBe(0);
    expect(found.lake).toBeGreaterThan(0);
    expect(told('ledger-gap')).toEqual([
      expect.objectContaining({ level: 'alarm', countyCode: COUNTY, gaps: found, LedgerGap: found.lake }),
    ]);
    expect(await gaps()).toEqual({ ledger: 0, lake: 0 });
  });

  it.each([
    ['a bundle of entries', 'tile/entries/000', 256],
    ['the last bundle', 'tile/entries/001.p/44', 44],
    ['a tile over entries', 'tile/0/000', 256],
    ['the tile above', 'tile/1/000.p/1', 1],
  ])('alarms when %s of the ledger is gone', async (_, name, entries) => {
    expect(await without(`ledger/${COUNTY}/${name}`, gaps)).toEqual({ ledger: entries, lake: 0 });
    expect(told('ledger-gap')).toHaveLength(1);
    expect(await gaps()).toEqual({ ledger: 0, lake: 0 });
  });

  it('alarms when an event is removed or altered in the table, as soon as the stream tells', async () => {
    const key = eventKey('case', caseIdOf(1), 3);
    const [item] = await engine.store.load([key]);
    const event = item?.record as Event;
    await engine.store.commit([
      {
        kind: 'put',
        role: 'other',
        item: { ...key, version: 3, record: { ...event, at: '2026-07-01T00:00:00.000Z' } },
      },
    ]);
    await pump();
    await engine.store.commit([{ kind: 'delete', role: 'other', key }]);
    await pump();
    const alarms = told('event-altered') as { RecorderAlarm: number; pk: string; sk: string; eventName: string }[];
    expect(alarms.map(({ RecorderAlarm, eventName, ...of }) => [RecorderAlarm, eventName, of.pk, of.sk])).toEqual([
      [1, 'MODIFY', key.pk, key.sk],
      [1, 'REMOVE', key.pk, key.sk],
    ]);
    await engine.store.commit([{ kind: 'put', role: 'other', item: { ...key, version: 3, record: event } }]);
    await pump();
    expect(await gaps()).toEqual({ ledger: 0, lake: 0 });
  });

  it('alarms when the end of a subject was taken out of the table as if it had never been', async () => {
    const keys = [eventKey(last.kind, last.id, 1), eventKey(last.kind, last.id, 2), headKey(last.kind, last.id)];
    const items = await engine.store.load(keys);
    await engine.store.commit(keys.map((key) => ({ kind: 'delete', role: 'other', key })));
    expect(await gaps()).toEqual({ ledger: 2, lake: 2 });
    expect(told('ledger-gap')).toHaveLength(1);
    await engine.store.commit(items.map((item) => ({ kind: 'put', role: 'other', item })));
    expect(await gaps()).toEqual({ ledger: 0, lake: 0 });
  });
});
