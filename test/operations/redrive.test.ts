import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { type AnyState, fold } from '../../functions/core/fold.ts';
import { subjectName } from '../../functions/core/subject.ts';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { eventKey, feedOf, partitionOf } from '../../functions/shell/keys.ts';
import { compactCounty } from '../../functions/shell/lake/compact-county.ts';
import { eventsInTable } from '../../functions/shell/ledger/events-in-table.ts';
import { findGaps } from '../../functions/shell/ledger/find-gaps.ts';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import type { CaseStore, Item, Ports, Write } from '../../functions/shell/ports.ts';
import { writesBetween } from '../../functions/shell/projection.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { type BrokenSubject, redrive } from '../../functions/shell/redrive/redrive.ts';
import type { RedriveRequest } from '../../functions/shell/redrive/redrive-request.ts';
import { queryCatalogue, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { lakeTableNames, lakeTables } from '../../schemas/lake.ts';
import { ask, clock, lakeForTests } from '../lake/lake-for-tests.ts';
import { supervisedCounty } from '../lake/supervised-county.ts';
import { keyring } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

const COUNTY = '649900';
const lake = await lakeForTests();
const sql = lake.engine();
const { world, given } = supervisedCounty();
/** Clocks from the last of the acts on: nothing of the future is sealed. */
const latest = Date.parse(world.events.reduce((last, { at }) => (at > last ? at : last), ''));
const daysLater = (days: number) => ({ now: () => new Date(latest + days * 86_400_000).toISOString() });
let engine: TestEngine;
let ports: Pick<Ports, 'store' | 'objects' | 'keyring' | 'clock'>;
const alarms: unknown[] = [];
const alarm = (raised: BrokenSubject | object): void => void alarms.push(raised);
const again = (request: Partial<RedriveRequest> = {}, more: Partial<Parameters<typeof redrive>[2]> = {}) =>
  redrive(ports, { countyCode: COUNTY, ...request }, { alarm, ...more });

/** Items as they stand, so that a change tells the image before it, as the stream does. */
const stood = new Map<string, Item>();

const changesOf = (items: readonly Item[], event: Event): Change[] =>
  items.map((item, i) => {
    const name = `${item.pk} ${item.sk}`;
    const oldImage = stood.get(name);
    stood.set(name, item);
    return {
      eventName: oldImage ? 'MODIFY' : 'INSERT',
      keys: { pk: item.pk, sk: item.sk },
      newImage: item,
      ...(oldImage && { oldImage }),
      sequenceNumber: `${event.at.replace(/\D/g, '')}${String(i).padStart(4, '0')}`,
    };
  });

/** Commits what an event writes, as the shell does, and answers what the stream would tell of it. */
async function lay(store: CaseStore, states: Map<string, AnyState>, event: Event): Promise<Change[]> {
  const { subjectKind: kind, subjectId: id, seq } = event;
  const name = subjectName({ kind, id });
  const before = states.get(name);
  const after = fold(before, event);
  states.set(name, after);
  const item = { ...eventKey(kind, id, seq), version: seq, record: event };
  const writes: Write[] = [{ kind: 'put-new', role: 'version', item }, ...writesBetween(kind, id, { before, after })];
  for (let at = 0; at < writes.length; at += 100) await store.commit(writes.slice(at, at + 100));
  const alert = event.type === 'alert-raised' ? (event.data as { alert: AlertRecord }).alert : undefined;
  const items = writes.flatMap((write) => ('item' in write ? [write.item] : []));
  return changesOf([...items, ...(alert ? await noted(store, alert) : [])], event);
}

/** What the docket leaves at a term when it has raised an alert of it. */
async function noted(store: CaseStore, { subjectId, term, level, at }: AlertRecord): Promise<readonly Item[]> {
  const [found] = await store.load([{ pk: partitionOf('case', subjectId), sk: `TERM#${term}` }]);
  if (!found) throw new Error(`${subjectId} has no term ${term}`);
  const item = { ...found, record: { ...(found.record as object), lastAlert: { level, at } } };
  await store.commit([{ kind: 'put', role: 'other', item }]);
  return [item];
}

const everyTable = lakeTableNames
  .map((table) => `SELECT '${table}', count(*) FROM ${table}${lakeTables[table].snapshots ? '_history' : ''}`)
  .join(' UNION ALL ');

/** What every query of the library answers about the whole of the county, and how the log stands. */
async function answers(): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  for (const query of queryCatalogue) {
    const params = { county: COUNTY, from_on: '2026-01-01', to_on: '2026-12-31' };
    const parsed = query.params.safeParse(params);
    if (!parsed.success) continue;
    const { rows, reason } = await ask(sql, query.sql, { values: valuesFor(query, parsed.data) });
    told[query.id] = reason ?? rows;
  }
  return { ...told, sizes: await sizes() };
}

const count = async () => Number((await ask(sql, 'SELECT count(*) FROM events')).rows?.[0]?.[0]);
const gaps = async () =>
  (
    await findGaps(ports, COUNTY, {
      eventsInTable: () => eventsInTable(ports.store, COUNTY),
      eventsInLake: count,
      pause: async () => undefined,
    })
  ).gaps;
const lakeFiles = () => lake.objects.list('lake/');
const forget = (keys: readonly string[]) => Promise.all(keys.map((key) => rm(join(lake.dir, 'objects', key))));
/** How many rows each table has: enough to see that all of it is there, where every query was asked before. */
const sizes = async () => (await ask(sql, everyTable)).rows;
let all: Awaited<ReturnType<typeof sizes>>;
let before: Awaited<ReturnType<typeof answers>>;

beforeAll(async () => {
  engine = await startTestEngine();
  ports = { store: engine.store, objects: lake.objects, keyring, clock: daysLater(0) };
  const states = new Map<string, AnyState>(given);
  for (const [name, state] of given) {
    const [kind, id] = name.split(':') as ['county', string];
    await engine.store.commit(writesBetween(kind, id, { before: undefined, after: state }));
  }
  let batch: Change[] = [];
  const recorded = async () => {
    if (batch.length > 0) await recordChanges(batch, { objects: lake.objects, store: engine.store, clock });
    batch = [];
  };
  for (const event of world.events) {
    batch.push(...(await lay(engine.store, states, event)));
    if (batch.length > 120) await recorded();
  }
  await recorded();
  await sealCounty(ports, COUNTY);
  before = await answers();
  all = await sizes();
});
afterAll(async () => {
  await sql.close();
  await engine.stop();
  await lake.remove();
});

describe('redriving a county', () => {
  it('answers every query as before when every file of the lake was lost', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(30);
    await forget(await lakeFiles());
    expect(await sizes()).not.toEqual(all);
    alarms.length = 0;
    const told = await again();
    const batches = await lake.objects.list(`ledger/${COUNTY}/manifests/`);
    expect(told).toMatchObject({ done: true, events: world.events.length, fed: 0, ledgerRows: batches.length });
    expect(await answers()).toEqual(before);
    // The set-up of the county was given to the test without its events, and this is said.
    expect(alarms).toEqual([{ kind: 'event-missing', subjectKind: 'county', subjectId: COUNTY, seq: 1 }]);
    // Nothing else is missing anywhere.
    expect(await gaps()).toEqual({ ledger: 1, lake: 1 });
  });

  it('has every row again when some of the files were lost, and leaves the others as they are', async () => {
    const files = await lakeFiles();
    const kept = files.filter((_, i) => i % 3 !== 0);
    await forget(files.filter((key) => !kept.includes(key)));
    expect(await sizes()).not.toEqual(all);
    await again();
    expect(await sizes()).toEqual(all);
    expect(await lakeFiles()).toEqual(expect.arrayContaining(kept));
  });

  it('writes nothing when it runs again', async () => {
    const files = await lakeFiles();
    expect(await again()).toMatchObject({ done: true, events: world.events.length, fed: 0, ledgerRows: 0 });
    expect(await lakeFiles()).toEqual(files);
  });

  it('tells of some days only what was recorded on them', async () => {
    await forget(await lakeFiles());
    const ofDays = world.events.filter(({ at }) => ['2026-08-03', '2026-08-04'].includes(civilDateOf(at)));
    expect(await again({ from: '2026-08-03', to: '2026-08-04' })).toMatchObject({ events: ofDays.length });
    expect((await ask(sql, 'SELECT event_id FROM events ORDER BY event_id')).rows).toEqual(
      ofDays.map(({ subjectKind, subjectId, seq }) => [`${subjectKind}:${subjectId}#${seq}`]).sort(),
    );
    const last = ofDays.at(-1)?.at ?? '';
    expect(await again({ from: last })).toMatchObject({
      events: world.events.filter(({ at }) => at >= last).length,
    });
    await again();
    expect(await sizes()).toEqual(all);
  });

  it('tells of one subject only that, and nothing of another county', async () => {
    await forget(await lakeFiles());
    const { subjectId } = world.events.find(({ subjectKind }) => subjectKind === 'case') ?? { subjectId: '' };
    const own = world.events.filter((event) => event.subjectId === subjectId && event.subjectKind === 'case');
    // A batch holds the events of one day; an event is as late as the latest of its subject before it.
    const days = new Set(
      own.map((_, i) => civilDateOf(own.slice(0, i + 1).reduce((last, { at }) => (at > last ? at : last), ''))),
    );
    const subject = { subjectKind: 'case', subjectId } as const;
    expect(await again(subject)).toMatchObject({ subjects: 1, events: own.length, ledgerRows: days.size });
    expect((await ask(sql, 'SELECT DISTINCT subject_id FROM events')).rows).toEqual([[subjectId]]);
    expect(await again({ ...subject, countyCode: '640121' })).toMatchObject({ subjects: 0, events: 0 });
    await again();
    expect(await sizes()).toEqual(all);
  });

  it('goes on where its time ran out, and comes to the same', async () => {
    await forget(await lakeFiles());
    let runs = 0;
    let subjects = 0;
    for (let done = false; !done; runs += 1) {
      const told = await again({}, { budgetMs: 1 });
      expect(told.subjects).toBeGreaterThanOrEqual(subjects);
      ({ done, subjects } = told);
      if (done) expect(told.events).toBe(world.events.length);
    }
    expect(runs).toBeGreaterThan(3);
    expect(await sizes()).toEqual(all);
  });

  it('feeds again what the feed lost, every version of a case once and in order', async () => {
    const told = async () => {
      const { items } = await engine.store.partition(feedOf(COUNTY));
      return items.map(({ record }) => record as { caseId: string; version: number });
    };
    const fed = await told();
    for (const pk of [feedOf(COUNTY), `FEEDSTATE#${COUNTY}`]) {
      const { items } = await engine.store.partition(pk);
      for (let at = 0; at < items.length; at += 100)
        await engine.store.commit(
          items.slice(at, at + 100).map((item) => ({ kind: 'delete', role: 'other', key: { pk, sk: item.sk } })),
        );
    }
    expect((await again()).fed).toBe(fed.length);
    const cases = new Set(fed.map(({ caseId }) => caseId));
    for (const caseId of cases)
      expect((await told()).filter((one) => one.caseId === caseId)).toEqual(fed.filter((one) => one.caseId === caseId));
  });

  it('brings back what was compacted, of every table, when days and months are lost', async () => {
    const later = { ...ports, clock: daysLater(1) };
    await compactCounty(later, COUNTY);
    const compacted = lake.engine(engine.store);
    const seen = async () => (await ask(compacted, everyTable)).rows;
    try {
      expect(await seen()).toEqual(all);
      await forget((await lakeFiles()).filter((key) => /^lake\/(days|months)\//.test(key)));
      expect(await seen()).not.toEqual(all);
      const { restored } = await redrive(later, { countyCode: COUNTY }, { alarm });
      expect(restored).toBeGreaterThan(world.events.length);
      expect(await seen()).toEqual(all);
      await compactCounty({ ...ports, clock: daysLater(2) }, COUNTY);
      expect(await seen()).toEqual(all);
    } finally {
      await compacted.close();
    }
  });

  it('says where an event is missing, and still tells the others', async () => {
    const { subjectId } = world.events.find(({ subjectKind }) => subjectKind === 'case') ?? { subjectId: '' };
    const key = eventKey('case', subjectId, 2);
    await engine.store.commit([{ kind: 'delete', role: 'other', key }]);
    alarms.length = 0;
    const own = world.events.filter((event) => event.subjectId === subjectId && event.subjectKind === 'case').length;
    const told = await again({ subjectKind: 'case', subjectId });
    expect(told).toMatchObject({ events: own - 1, broken: 1 });
    expect(alarms).toEqual([{ kind: 'event-missing', subjectKind: 'case', subjectId, seq: 2 }]);
  });
});
