import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import type { SubjectRef } from '../../functions/core/subject.ts';
import { compactLakeTask, sealLedgerTask } from '../../functions/shell/docket.ts';
import { eventKey } from '../../functions/shell/keys.ts';
import { eventsInTable } from '../../functions/shell/ledger/events-in-table.ts';
import { findGaps } from '../../functions/shell/ledger/find-gaps.ts';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { lakeCounter } from '../../infra/local/lake-count.ts';
import { change } from '../lake/lake-for-tests.ts';
import { COUNTY, caseIdOf, record, sealing } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

let engine: TestEngine;
let one: Awaited<ReturnType<typeof sealing>>;
let now = '';
let count: ReturnType<typeof lakeCounter>;
beforeAll(async () => {
  engine = await startTestEngine();
  one = await sealing(engine.store);
  count = lakeCounter(one.ports.objects, engine.store);
});
afterAll(async () => {
  await one.remove();
  await engine.stop();
});

const ports = (): Ports => ({ ...one.ports, clock: { now: () => now } }) as Ports;
const deliver = (events: readonly Event[]) =>
  recordChanges(
    events.map((event) =>
      change('INSERT', eventKey(event.subjectKind, event.subjectId, event.seq), { record: event, version: event.seq }),
    ),
    ports(),
  );
const docketOf = (on: string): SubjectRef => ({ kind: 'docket', id: `${COUNTY}-${on}` });

/** Counts the calls of each kind to what is given. */
function counting<T extends object>(of: T): { readonly calls: Record<string, number>; readonly counted: T } {
  const calls: Record<string, number> = {};
  const counted = new Proxy(of, {
    get: (target, name: string) => {
      const value = (target as Record<string, unknown>)[name];
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return value.apply(target, args) as unknown;
      };
    },
  });
  return { calls, counted };
}

/** A docket's own events, recorded in time, and what its evidence then costs: sealing, compaction, count. */
async function docket(on: string, next: string) {
  now = `${on}T01:00:00.000Z`;
  const opened = await record(engine.store, docketOf(on), { at: now, type: 'docket-opened' });
  await deliver([opened]);
  now = `${on}T16:00:00.000Z`;
  const store = counting(engine.store);
  const objects = counting(one.ports.objects);
  const asked: Ports = { ...ports(), store: store.counted, objects: objects.counted };
  await sealLedgerTask(asked, { countyCode: COUNTY, on });
  await compactLakeTask(asked, { countyCode: COUNTY, on });
  const { gaps, ledger } = await findGaps(asked, COUNTY, {
    eventsInTable: () => eventsInTable(store.counted, COUNTY),
    eventsInLake: () => count(COUNTY),
    pause: async () => undefined,
  });
  await deliver([await record(engine.store, docketOf(on), { at: `${next}T16:00:01.000Z`, type: 'docket-closed' })]);
  return { table: store.calls, objects: objects.calls, gaps, ledger };
}

describe('the evidence of a day with little new', () => {
  it('costs few calls, and the same where much stands already', async () => {
    await docket('2026-08-03', '2026-08-03');
    await docket('2026-08-04', '2026-08-04');
    const few = await docket('2026-08-05', '2026-08-05');
    now = '2026-08-06T01:00:00.000Z';
    const many: Event[] = [];
    for (let serial = 0; serial < 150; serial += 1)
      many.push(await record(engine.store, { kind: 'case', id: caseIdOf(serial) }, { at: now }));
    await deliver(many);
    await docket('2026-08-06', '2026-08-06');
    const late = await docket('2026-08-07', '2026-08-07');
    expect(late.table).toEqual(few.table);
    // Notes; head, marks, events; marks with head, notes forgotten. Watermark, head, batch, marks, head; plan, watermark. Count; head.
    expect(few.table).toEqual({ partition: 1, load: 9, commit: 4, versions: 1 });
    expect(few.objects['put']).toBe(7);
    expect(late.objects['put']).toBe(7);
    expect(late.gaps).toEqual({ ledger: 0, lake: 0 });
  });

  it('looks at every subject where the count is not the log’s, and on the first of a month in any case', async () => {
    now = '2026-08-08T01:00:00.000Z';
    await record(engine.store, { kind: 'case', id: caseIdOf(7) }, { at: now });
    const { size } = await ledgerHead(engine.store, COUNTY);
    const unnoted = await docket('2026-08-08', '2026-08-08');
    // The closing before, the opening, and the event that nobody noted: it is sealed, and compacted from the log.
    expect(unnoted.ledger.size).toBe(size + 3);
    expect(unnoted.gaps).toEqual({ ledger: 0, lake: 0 });
    expect(unnoted.table['versions']).toBe(2);
    const store = counting(engine.store);
    await sealLedgerTask({ ...ports(), store: store.counted }, { countyCode: COUNTY, on: '2026-08-30' });
    expect(store.calls['versions']).toBeUndefined();
    await sealLedgerTask({ ...ports(), store: store.counted }, { countyCode: COUNTY, on: '2026-09-01' });
    expect(store.calls['versions']).toBe(1);
  });
});
