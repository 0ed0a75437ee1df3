import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetOf } from '../../functions/shell/parquet.ts';
import { type RecorderAlarm, recordChanges } from '../../functions/shell/recorder.ts';
import { caseRow } from '../../functions/supervision/record-rows.ts';
import { rawColumns, recordedTables } from '../../schemas/lake.ts';
import {
  ask,
  caseIdOf,
  change,
  clock,
  eventChange,
  headChange,
  headOf,
  lakeForTests,
  termChange,
  termOf,
} from './lake-for-tests.ts';

const id = caseIdOf(1);
const visit = {
  surveyors: ['p-ts-1', 'p-ts-2'],
  signatures: ['p-ts-1', 'p-ts-2'],
  memberSigned: true,
  visitedAt: '2026-08-06T02:10:00.000Z',
  lat: 37.5,
  lon: 105.25,
  photos: ['ab'.repeat(32), 'cd'.repeat(32)],
  deviceId: 'pad-7',
  findings: '王某某家住三间瓦房',
  consistent: true,
};
const decision = termOf({ term: 'decision', fromOn: '2026-08-03', dueOn: '2026-08-31', holderPost: 'TD' });
const accepted = { status: 'accepted', acceptedOn: '2026-08-03', dueOn: '2026-08-31' } as const;
const batch = () => [
  eventChange({
    caseId: id,
    seq: 1,
    type: 'application-submitted',
    at: '2026-08-03T00:40:00.000Z',
    data: { submittedAt: '2026-08-03T00:30:00.000Z', villageCode: '649900101201' },
  }),
  headChange(headOf(id), 1),
  eventChange({
    caseId: id,
    seq: 2,
    type: 'application-accepted',
    at: '2026-08-03T01:00:00.000Z',
    data: { on: '2026-08-03', dueOn: '2026-08-31', provisional: false },
  }),
  headChange(headOf(id, accepted), 2),
  termChange(id, decision, 2),
  eventChange({
    caseId: id,
    seq: 3,
    type: 'household-visited',
    at: '2026-08-06T03:00:00.000Z',
    data: { on: '2026-08-06', visit },
  }),
  headChange(headOf(id, { ...accepted, status: 'investigating' }), 3),
];

const lakes: Awaited<ReturnType<typeof lakeForTests>>[] = [];
let lake: (typeof lakes)[number];
const alarms: RecorderAlarm[] = [];
const record = (changes: Parameters<typeof recordChanges>[0]) =>
  recordChanges(changes, { objects: lake.objects, clock, alarm: (alarm) => void alarms.push(alarm) });

beforeEach(async () => {
  lake = await lakeForTests();
  lakes.push(lake);
  alarms.length = 0;
});
afterAll(() => Promise.all(lakes.map(({ remove }) => remove())));

const rowsIn = async (key: string) => {
  const bytes = await readFile(join(lake.dir, 'objects', key));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return parquetReadObjects({ file, compressors });
};
const countEvents = async () => (await ask(lake.engine(), 'SELECT count(*) AS n FROM events')).rows?.[0]?.[0];

describe('the recorder', () => {
  it('writes one object a table for a batch, with every declared column and typed values', async () => {
    const { rows, objects } = await record(batch());
    expect(rows).toMatchObject({ events: 3, terms: 1, cases: 3 });
    expect(objects.map((name) => name.replace(/[^/]*$/, ''))).toEqual(
      recordedTables.filter((table) => rows[table] > 0).map((table) => `lake/raw/${table}/day=2026-10-09/`),
    );
    const [events = '', terms = '', cases = ''] = objects;
    const found = await rowsIn(events);
    expect(Object.keys(found[0] ?? {})).toEqual(rawColumns('events').map(({ name }) => name));
    expect(found.find(({ seq }) => seq === 3n)).toMatchObject({
      event_id: `case:${id}#3`,
      case_id: id,
      township_code: '649900101',
      device_id: 'pad-7',
      occurred_at: new Date('2026-08-06T02:10:00.000Z'),
      recorded_at: new Date('2026-08-06T03:00:00.000Z'),
      lat: 37.5,
      photo_sha256: 'ab'.repeat(32),
      county_code: '649900',
      ym: '2026-08',
    });
    expect((await rowsIn(cases))[0]).toMatchObject({ emergency: false, hh_id: `H-${id}`, review_seconds: null });
    expect(await rowsIn(terms)).toEqual([
      expect.objectContaining({ term: 'decision', due_on: new Date('2026-08-31'), version: 2n, provisional: false }),
    ]);
  });

  it('keeps what people wrote in their own words out of the attributes, and codes in', async () => {
    const [events = ''] = (await record(batch())).objects;
    const visited = (await rowsIn(events)).find(({ seq }) => seq === 3n);
    const attributes = String(visited?.['attributes_json']);
    expect(attributes).not.toContain('王');
    expect(JSON.parse(attributes)).toMatchObject({
      step: 'intake.accept-application',
      on: '2026-08-06',
      visit: { consistent: true, surveyors: ['p-ts-1', 'p-ts-2'] },
    });
  });

  it('dates a snapshot by the event that made it, not by the day it was recorded', async () => {
    const sql = 'SELECT version, as_of_on, status, accepted_at FROM cases_history ORDER BY version';
    await record(batch());
    const midnight = '2026-08-02T16:00:00.000Z';
    expect((await ask(lake.engine(), sql)).rows).toEqual([
      [1, '2026-08-03', 'submitted', null],
      [2, '2026-08-03', 'accepted', midnight],
      [3, '2026-08-06', 'investigating', midnight],
    ]);
    await record([headChange(headOf(caseIdOf(2)), 1)]);
    expect((await ask(lake.engine(), `SELECT as_of_on FROM cases WHERE case_id = '${caseIdOf(2)}'`)).rows).toEqual([
      ['2026-10-09'],
    ]);
  });

  it('writes the same bytes for the same rows, and refuses a value that is not of its column', () => {
    const row = caseRow(headOf(id, accepted), 2, '2026-08-03');
    const other = caseRow(headOf(caseIdOf(2)), 1, '2026-08-04');
    expect(parquetOf('cases', [row, other])).toEqual(parquetOf('cases', [other, row]));
    expect(() => parquetOf('cases', [{ ...row, due_on: '2026-02-30x' }])).toThrow('due_on');
    expect(() => parquetOf('cases', [{ ...row, amount_fen: 1.5 }])).toThrow('amount_fen');
    expect(() => parquetOf('cases', [{ ...row, name: '王' }])).toThrow('name');
  });

  it('changes nothing when the same batch is delivered again', async () => {
    const changes = batch();
    const first = await record(changes);
    const second = await record(changes);
    expect(second.objects).toEqual(first.objects);
    expect(await lake.objects.list('lake/')).toEqual([...first.objects].sort());
    expect(await countEvents()).toBe(3);
  });

  it('loses nothing and counts nothing twice when batches are cut anew after a crash', async () => {
    const changes = batch();
    for (const end of [1, 3, 2, 7]) await record(changes.slice(0, end));
    for (const start of [2, 5]) await record(changes.slice(start));
    expect(await countEvents()).toBe(3);
    const sql = lake.engine();
    expect((await ask(sql, 'SELECT count(*) FROM cases_history')).rows).toEqual([[3]]);
    expect((await ask(sql, 'SELECT status, version FROM cases')).rows).toEqual([['investigating', 3]]);
    expect((await ask(sql, 'SELECT term FROM terms')).rows).toEqual([['decision']]);
  });

  it('shows the latest version of a term and keeps the earlier ones', async () => {
    await record(batch());
    await record([termChange(id, { ...decision, endedOn: '2026-08-20', endedAt: '2026-08-20T02:00:00.000Z' }, 9)]);
    const sql = lake.engine();
    expect((await ask(sql, 'SELECT version, ended_on FROM terms')).rows).toEqual([[9, '2026-08-20']]);
    expect((await ask(sql, 'SELECT count(*) FROM terms_history')).rows).toEqual([[2]]);
  });

  it('raises an alarm for a changed or removed event and for an item it cannot read, and goes on', async () => {
    const [first, ...rest] = batch();
    if (!first) throw new Error('no change');
    const altered = { ...first, eventName: 'MODIFY' as const, sequenceNumber: '7' };
    const removed = { ...change('REMOVE', first.keys), sequenceNumber: '8' };
    const strange = change('INSERT', { pk: 'C#x', sk: 'HEAD' }, { record: { head: {} }, version: 1 });
    const { rows } = await record([altered, removed, strange, ...rest]);
    expect(alarms.map(({ kind, eventName, sk }) => [kind, eventName, sk])).toEqual([
      ['event-altered', 'MODIFY', first.keys.sk],
      ['event-altered', 'REMOVE', first.keys.sk],
      ['item-unreadable', 'INSERT', 'HEAD'],
    ]);
    expect(rows.events).toBe(2);
  });

  it('takes no notice of items that are no part of the lake', async () => {
    const other = change('INSERT', { pk: 'P#t_0', sk: 'SEALED' }, { record: { sealed: 'x' } });
    expect(await record([other])).toMatchObject({ rows: { events: 0, terms: 0, cases: 0 }, objects: [], alarms: 0 });
  });
});
