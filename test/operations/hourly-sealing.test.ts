import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { Problem } from '../../functions/core/problem.ts';
import type { SubjectRef } from '../../functions/core/subject.ts';
import { divisionsWithLog, keepsLog } from '../../functions/law/tenants.ts';
import { eventKey, eventPartition, ledgerOf } from '../../functions/shell/keys.ts';
import { eventsInTable } from '../../functions/shell/ledger/events-in-table.ts';
import { haveWitnessed } from '../../functions/shell/ledger/have-witnessed.ts';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { sealEach, sealNoted } from '../../functions/shell/ledger/seal-noted.ts';
import { attendUnattended } from '../../functions/shell/ledger/unattended.ts';
import { forgetNotes, unsealedIn } from '../../functions/shell/ledger/unsealed.ts';
import { noteRefusal } from '../../functions/shell/note.ts';
import type { CaseStore, Ports } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { lakeCounter } from '../../infra/local/lake-count.ts';
import { sealingDriver } from '../../infra/local/sealing-driver.ts';
import { change } from '../lake/lake-for-tests.ts';
import { COUNTY, caseIdOf, forgetLedger, record, sealing } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

let engine: TestEngine;
let one: Awaited<ReturnType<typeof sealing>>;
let ports: SealPorts;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  for (const division of divisionsWithLog) await forgetLedger(engine.store, division);
  one = await sealing(engine.store);
  ports = one.ports;
});
afterEach(() => one.remove());

const caseOf = (serial: number): SubjectRef => ({ kind: 'case', id: caseIdOf(serial) });
const second = (n: number): string => new Date(Date.UTC(2026, 7, 3, 1, 0, n)).toISOString();
const delivered = (events: readonly Event[]) =>
  recordChanges(
    events.map((event) =>
      change('INSERT', eventKey(event.subjectKind, event.subjectId, event.seq), { record: event, version: event.seq }),
    ),
    ports as SealPorts & { store: CaseStore },
  );

/** Counts what is asked of the table, by kind of call. */
function counted(store: CaseStore): { readonly store: CaseStore; readonly calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const counting = new Proxy(store, {
    get: (of, name: keyof CaseStore) => {
      calls[name] ??= 0;
      return (...args: never[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return (of[name] as (...given: never[]) => unknown)(...args);
      };
    },
  });
  return { store: counting, calls };
}

/** What it costs to seal three new events of two subjects where `serials` cases are sealed already. */
async function costAmong(serials: readonly number[]): Promise<Record<string, number>> {
  for (const serial of serials) await record(engine.store, caseOf(serial), { at: second(serial) });
  await sealCounty(ports, COUNTY);
  const [a = 0, b = 0] = serials;
  const fresh = [
    await record(engine.store, caseOf(a), { at: second(500) }),
    await record(engine.store, caseOf(a), { at: second(501) }),
    await record(engine.store, caseOf(b), { at: second(502) }),
  ];
  await delivered(fresh);
  const before = (await ledgerHead(engine.store, COUNTY)).size;
  const { store, calls } = counted(engine.store);
  expect((await sealNoted({ ...ports, store }, COUNTY)).size).toBe(before + 3);
  return calls;
}

describe('the hourly sealing', () => {
  it('costs what is new and not what is there', async () => {
    const few = await costAmong([1, 2, 3]);
    await forgetLedger(engine.store);
    await one.remove();
    one = await sealing(engine.store);
    ports = one.ports;
    const many = await costAmong(Array.from({ length: 150 }, (_, i) => i + 10));
    expect(many).toEqual(few);
    // Notes; head, marks, events by number, marks of cases; marks with the head, notes forgotten.
    expect(many).toEqual({ partition: 1, load: 4, commit: 2 });
    const { store, calls } = counted(engine.store);
    await sealNoted({ ...ports, store }, COUNTY);
    expect(calls).toEqual({ partition: 1, load: 1 });
    const hour = counted(engine.store);
    await sealEach({ ...ports, store: hour.store }, divisionsWithLog);
    expect(hour.calls).toEqual({ partition: 1 });
  });

  it('forgets a note only when its events are sealed, also one that is delivered again later', async () => {
    const event = await record(engine.store, caseOf(200), { at: second(600) });
    await delivered([event]);
    const broken: SealPorts = {
      ...ports,
      keyring: { ...ports.keyring, signNote: () => Promise.reject(new Error('no key')) },
    };
    await expect(sealNoted(broken, COUNTY)).rejects.toThrow('no key');
    expect((await unsealedIn(engine.store, COUNTY)).notes).toHaveLength(1);
    const { size } = await sealNoted(ports, COUNTY);
    expect(await unsealedIn(engine.store, COUNTY)).toEqual({ notes: [], subjects: [] });
    await delivered([event]);
    expect((await sealNoted(ports, COUNTY)).size).toBe(size);
    expect((await unsealedIn(engine.store, COUNTY)).notes).toEqual([]);
  });

  it('keeps what is noted while it runs for the next hour', async () => {
    await delivered([await record(engine.store, caseOf(201), { at: second(610) })]);
    let late: Event | undefined;
    const meanwhile: SealPorts = {
      ...ports,
      objects: {
        ...ports.objects,
        put: async (...put) => {
          if (!late) {
            late = await record(engine.store, caseOf(201), { at: second(611) });
            await delivered([late]);
          }
          return ports.objects.put(...put);
        },
      },
    };
    const { size } = await sealNoted(meanwhile, COUNTY);
    expect((await unsealedIn(engine.store, COUNTY)).subjects).toMatchObject([caseOf(201)]);
    expect((await sealNoted(ports, COUNTY)).size).toBe(size + 1);
  });

  it('misses what was never noted, which the sealing of the docket finds', async () => {
    await sealCounty(ports, COUNTY);
    const { size } = await ledgerHead(engine.store, COUNTY);
    await record(engine.store, caseOf(202), { at: second(620) });
    expect((await sealNoted(ports, COUNTY)).size).toBe(size);
    expect((await sealCounty(ports, COUNTY)).size).toBe(size + 1);
  });

  it('seals the other divisions when one cannot be sealed, and tells of it', async () => {
    await delivered([await record(engine.store, caseOf(203), { at: second(630) })]);
    const stray = await record(engine.store, caseOf(204), { at: second(631) });
    await delivered([{ ...stray, countyCode: '640104' }]);
    const failing: SealPorts = {
      ...ports,
      store: {
        ...engine.store,
        load: (keys) =>
          keys.some(({ pk }) => pk === ledgerOf('640104'))
            ? Promise.reject(new Error('640104 fails'))
            : engine.store.load(keys),
      },
    };
    await expect(sealEach(failing, ['640104', COUNTY])).rejects.toThrow('640104 fails');
    expect((await unsealedIn(engine.store, COUNTY)).notes).toEqual([]);
    const left = await unsealedIn(engine.store, '640104');
    expect(left.notes).toHaveLength(1);
    await forgetNotes(engine.store, left.notes);
  });
});

describe('what no docket counts', () => {
  const refusedTo = async (orgCode: string): Promise<Event> => {
    const actor = { personId: 'p-x', post: 'AP', orgCode, clientId: 'demo-portal' } as const;
    await noteRefusal(ports as Ports, {
      problem: new Problem('post-not-permitted'),
      actor,
      step: 'review.decide-case',
      caseId: undefined,
    });
    const id = orgCode && keepsLog(orgCode.slice(0, 6)) ? orgCode : '640000-demo-portal';
    const { items } = await engine.store.partition(eventPartition('refusals', id));
    return items.at(-1)?.record as Event;
  };
  const attend = (lake = lakeCounter(ports.objects, ports.store)) =>
    attendUnattended(ports, { attended: [COUNTY], eventsInLake: lake, pause: async () => undefined });

  it('is numbered under a division that has a log, whoever is refused', async () => {
    for (const orgCode of ['', '640100', '640000', '110000', 'nobody', '649900101'])
      expect(divisionsWithLog).toContain((await refusedTo(orgCode)).countyCode);
    expect((await refusedTo('110000')).subjectId).toBe('640000-demo-portal');
  });

  it('is sealed and counted: the region, the cities, and counties without a set-up', async () => {
    const all = { '640000': '', '640100': '640100', '640122': '640122' };
    for (const [division, orgCode] of Object.entries(all)) {
      await refusedTo(orgCode);
      const log = await engine.store.partition(eventPartition('refusals', orgCode || '640000-demo-portal'));
      await delivered(log.items.map(({ record: event }) => event as Event));
      await forgetLedger(engine.store, division);
    }
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const told = () =>
      stderr.mock.calls.flatMap(([line]) => {
        const { kind, countyCode, gaps } = JSON.parse(String(line)) as Record<string, unknown>;
        return kind === 'ledger-gap' && String(countyCode) in all ? [[countyCode, gaps]] : [];
      });
    // What other tests left in the region under other callers was never recorded.
    const strays =
      (await eventsInTable(engine.store, '640000')) - (await lakeCounter(ports.objects, ports.store)('640000'));
    await attend();
    expect(told()).toEqual(strays === 0 ? [] : [['640000', { ledger: 0, lake: strays }]]);
    for (const division of Object.keys(all))
      expect((await ledgerHead(engine.store, division)).size).toBe(await eventsInTable(engine.store, division));
    const lost = (await ports.objects.list('lake/raw/events/')).at(-1) ?? '';
    await rm(join(one.dir, 'objects', lost));
    stderr.mockClear();
    await attend();
    expect(told().map(([division]) => division)).toContain('640122');
    stderr.mockRestore();
  });
});

describe('the witnesses of what no docket counts', () => {
  it('are missed by the nightly run as by a docket', async () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const actor = { personId: 'p-x', post: 'AP', orgCode: '640122', clientId: 'demo-portal' } as const;
    const refused = {
      problem: new Problem('post-not-permitted'),
      actor,
      step: 'review.decide-case',
      caseId: undefined,
    };
    await noteRefusal(ports as Ports, refused);
    const away = { address: 'http://away', addCheckpoint: () => Promise.reject(new Error('away')) };
    await attendUnattended(
      { ...ports, witnesses: [away] },
      {
        attended: divisionsWithLog.filter((code) => code !== '640122'),
        eventsInLake: (division) => eventsInTable(engine.store, division),
        pause: async () => undefined,
      },
    );
    const told = stderr.mock.calls.map(([line]) => JSON.parse(String(line)) as object);
    stderr.mockRestore();
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'witnesses-missing', level: 'alarm', countyCode: '640122', WitnessesMissing: 1 }),
    );
  });
});

describe('the witnesses of a day', () => {
  it('are missed when fewer cosigned than there are, and not of a log without events', async () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const away = { address: 'http://away', addCheckpoint: () => Promise.reject(new Error('away')) };
    const asked = { ...ports, witnesses: [away, away] };
    expect(await haveWitnessed(asked, '640324')).toBe(0);
    await record(engine.store, caseOf(300), { at: second(900) });
    await sealCounty(ports, COUNTY);
    expect(await haveWitnessed(asked, COUNTY)).toBe(2);
    const told = stderr.mock.calls.map(([line]) => JSON.parse(String(line)) as { kind: string });
    stderr.mockRestore();
    expect(told.filter(({ kind }) => kind === 'witnesses-missing')).toEqual([
      expect.objectContaining({ WitnessesMissing: 2, level: 'alarm', countyCode: COUNTY, wanted: 2, cosigned: 0 }),
    ]);
    expect(await haveWitnessed(ports, COUNTY)).toBe(0);
  });
});

describe('the local clock', () => {
  it('seals once an hour of the clock, however often it is looked at, and counts once a day', async () => {
    let now = '2026-08-03T02:10:00.000Z';
    const asked: string[] = [];
    const driver = sealingDriver({
      ports: { ...ports, clock: { now: () => now } } as Ports,
      dataDir: one.dir,
      counties: async () => [COUNTY],
      record: async () => undefined,
      eventsInLake: async (division) => {
        asked.push(division);
        return eventsInTable(engine.store, division);
      },
    });
    const sealedAt = async (instant: string) => {
      now = instant;
      return driver.run();
    };
    expect(await sealedAt('2026-08-03T02:10:00.000Z')).toBe(false);
    const event = await record(engine.store, caseOf(210), { at: second(700) });
    await delivered([event]);
    expect(await sealedAt('2026-08-03T02:59:59.000Z')).toBe(false);
    expect((await unsealedIn(engine.store, COUNTY)).notes).toHaveLength(1);
    expect(await sealedAt('2026-08-03T03:00:00.000Z')).toBe(true);
    expect((await unsealedIn(engine.store, COUNTY)).notes).toEqual([]);
    expect(await sealedAt('2026-08-03T03:30:00.000Z')).toBe(false);
    expect(asked).toEqual([]);
    expect(await sealedAt('2026-08-03T16:00:00.000Z')).toBe(true);
    // Under most divisions nothing was ever recorded: there the lake is not asked.
    const others = divisionsWithLog.filter((code) => code !== COUNTY);
    const busy: string[] = [];
    for (const code of others) if ((await eventsInTable(engine.store, code)) > 0) busy.push(code);
    expect(busy.length).toBeGreaterThan(0);
    expect([...new Set(asked)].sort()).toEqual(busy.sort());
    // A clock that went back stands in another hour: sealing is harmless.
    expect(await sealedAt('2026-08-03T03:00:00.000Z')).toBe(true);
  });
});
