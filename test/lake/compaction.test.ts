import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOfJson } from '../../functions/shell/hash.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import { rowsOfParquet } from '../../functions/shell/parquet-rows.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { eventIdOf, eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { comparableRow } from '../../schemas/lake-row.ts';
import { rawObject } from '../../schemas/lake-zones.ts';
import type { SealManifest } from '../../schemas/ledger.ts';
import { run } from '../../verify/main.ts';
import { filesIn } from '../ledger/ledger-for-tests.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { breaking, type LakeCounty, lakeCounty } from './lake-county.ts';

let engine: TestEngine;
const counties: LakeCounty[] = [];
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(async () => {
  await Promise.all(counties.map(({ remove }) => remove()));
  await engine.stop();
});

let codes = 649_100;
async function county(): Promise<LakeCounty> {
  codes += 1;
  const made = await lakeCounty(engine.store, String(codes));
  counties.push(made);
  return made;
}

/** Three acts on each of the given days, recorded and sealed at its end, a minute after midnight. */
async function lived(of: LakeCounty, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const begun = of.stream.length;
    for (const serial of [1, 2, 3]) {
      of.at(`${day}T0${serial}:00:00.000Z`);
      await of.act(serial);
    }
    await of.record(begun);
    of.at(`${day}T16:01:00.000Z`);
    await of.seal();
  }
}

describe('Compaction', () => {
  it('takes the days that are over into files of the county, and a query sees what it saw before', async () => {
    const one = await county();
    await lived(one, ['2026-08-03', '2026-08-04']);
    const before = await one.see();
    expect(await one.compact()).toEqual({
      daysTo: '2026-08-05',
      filesTo: '2026-08-05',
      monthsTo: '2026-08',
      sealedTo: 6,
    });
    expect(await one.files()).toEqual(
      [
        'cases/county_code=C/ym=2026-08/2026-08-05-3',
        'events/county_code=C/ym=2026-08/000000000000-000000000003',
        'events/county_code=C/ym=2026-08/000000000003-000000000006',
        'ledger/county_code=C/ym=2026-08/000000000000-000000000003',
        'ledger/county_code=C/ym=2026-08/000000000003-000000000006',
      ].map((name) => `lake/days/${name.replace('=C', `=${one.countyCode}`)}.parquet`),
    );
    expect(await one.see()).toEqual(before);
    expect(before.log).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await one.compact()).toMatchObject({ sealedTo: 6 });
  });

  it('passes the verifier, and a row that is changed in a file of the county does not', async () => {
    const one = await county();
    await lived(one, ['2026-08-31', '2026-09-01']);
    await one.compact();
    const folder = (name: string) => join(one.dir, 'objects', name);
    const args = ['lake', folder(`ledger/${one.countyCode}`), folder('lake')];
    const key = ['--key', await logVerifierKey(one.ports, one.countyCode)];
    expect((await run([...args, ...key])).code).toBe(0);
    for (const zone of ['days', 'months']) {
      const prefix = `lake/${zone}/events/county_code=${one.countyCode}/ym=2026-08/`;
      const [name = ''] = await one.ports.objects.list(prefix);
      const bytes = (await one.ports.objects.get(name)) ?? new Uint8Array();
      const rows = await rowsOfParquet('events', bytes);
      const changed = rows.map((row, i) => (i === 1 ? { ...row, actor_id: 'p-other' } : row));
      await one.ports.objects.put(name, parquetOf('events', changed));
      const { code, text } = await run([...args, ...key]);
      expect([code, text]).toEqual([1, expect.stringContaining(`[tampered] ${name.replace('lake/', '')}`)]);
      await one.ports.objects.put(name, bytes);
    }
  });

  it('leaves today to the raw files, where what follows is seen at once', async () => {
    const one = await county();
    await lived(one, ['2026-08-03']);
    await one.compact();
    one.at('2026-08-04T02:00:00.000Z');
    const event = await one.act(1);
    await one.record();
    const seen = await one.see();
    expect(seen.events[`case:${event.subjectId}#2`]).toBe(1);
    expect(seen.cases[event.subjectId]).toBe(2);
    await one.seal();
    expect(await one.compact()).toMatchObject({ daysTo: '2026-08-04', sealedTo: 3 });
    expect(await one.see()).toEqual({ ...seen, log: [0, 1, 2, 3] });
  });

  it('catches five silent days up, a file a day, and merges the month that ended among them', async () => {
    const one = await county();
    await lived(one, ['2026-08-28', '2026-08-29', '2026-08-30', '2026-08-31', '2026-09-01']);
    const before = await one.see();
    expect(await one.compact()).toEqual({
      daysTo: '2026-09-02',
      filesTo: '2026-09-02',
      monthsTo: '2026-09',
      sealedTo: 15,
    });
    const files = await one.files();
    expect(files.filter((key) => key.startsWith('lake/days/events/'))).toHaveLength(5);
    expect(files.filter((key) => key.startsWith('lake/months/'))).toEqual(
      ['cases', 'events', 'ledger'].map(
        (table) => `lake/months/${table}/county_code=${one.countyCode}/ym=2026-08/2026-08.parquet`,
      ),
    );
    expect(await one.see()).toEqual(before);
  });

  it('comes to the same files and the same watermark wherever it is broken off, and a query never sees a difference', async () => {
    const one = await county();
    await lived(one, ['2026-08-31', '2026-09-01']);
    const [raw, mark] = [await one.see(), await one.compact((await one.forgetting()).ports)];
    const whole = await one.forgetting();
    await one.compact(whole.ports);
    const expected = await filesIn(whole.dir);
    let breaks = 0;
    for (const after of [false, true])
      for (let n = 1; ; n += 1) {
        const copy = await one.forgetting();
        const cut = await one.compact(breaking(copy.ports, n, after)).then(
          () => 'went through',
          (error: Error) => error.message,
        );
        if (n % 4 === 1) expect(await one.see(copy.dir)).toEqual(raw);
        expect(await one.compact(copy.ports)).toEqual(mark);
        expect(await filesIn(copy.dir)).toEqual(expected);
        if (cut === 'went through') break;
        expect(cut).toBe('broken off');
        breaks += 1;
      }
    // A file of each table a day, three merged ones, and the watermark twice a step.
    expect(breaks).toBe(2 * (2 * 2 + 2 + 3 + 2 * 3));
  });

  it('comes to the same when two work at the same time', async () => {
    const one = await county();
    await lived(one, ['2026-08-31', '2026-09-01']);
    const [before, alone, both] = [await one.see(), await one.forgetting(), await one.forgetting()];
    const mark = await one.compact(alone.ports);
    await one.forgetting();
    expect(await Promise.all([one.compact(both.ports), one.compact(both.ports)])).toEqual([mark, mark]);
    expect(await filesIn(both.dir)).toEqual(await filesIn(alone.dir));
    expect(await one.see(both.dir)).toEqual(before);
  });
});

describe('Compaction at a day that is not as it should be', () => {
  it('keeps a day with the raw files of which an event is not sealed, until it is', async () => {
    const one = await county();
    await lived(one, ['2026-08-03']);
    one.at('2026-08-04T03:00:00.000Z');
    await one.act(1);
    await one.record();
    const before = await one.see();
    one.at('2026-08-05T16:05:00.000Z');
    expect(await one.compact()).toMatchObject({ daysTo: '2026-08-04', filesTo: '2026-08-06', sealedTo: 3 });
    expect(await one.see()).toEqual(before);
    await one.seal();
    expect(await one.compact()).toMatchObject({ daysTo: '2026-08-06', sealedTo: 4 });
    expect(await one.see()).toEqual({ ...before, log: [0, 1, 2, 3] });
  });

  it('sees an event that neither log nor recorder knew at midnight with the compaction that follows its sealing', async () => {
    const one = await county();
    await lived(one, ['2026-08-03']);
    one.at('2026-08-03T15:59:59.000Z');
    const late = await one.act(1);
    one.at('2026-08-03T16:02:00.000Z');
    expect(await one.compact()).toMatchObject({ daysTo: '2026-08-04' });
    await one.record(6);
    const seen = await one.see();
    expect(seen.events).not.toHaveProperty([`case:${late.subjectId}#2`]);
    // What is kept by versions is seen at once: raw files of the day before are read too.
    expect(seen.cases[late.subjectId]).toBe(2);
    await one.seal();
    await one.compact();
    expect((await one.see()).events[`case:${late.subjectId}#2`]).toBe(1);
  });

  it('takes up what was recorded while a clock was set back, with the next compaction', async () => {
    const one = await county();
    await lived(one, ['2026-08-05', '2026-08-06']);
    await one.compact();
    one.at('2026-08-04T03:00:00.000Z');
    const late = await one.act(2);
    await one.record(12);
    await one.seal();
    expect((await one.see()).events).not.toHaveProperty([`case:${late.subjectId}#3`]);
    expect(await one.compact()).toEqual({
      daysTo: '2026-08-07',
      filesTo: '2026-08-04',
      monthsTo: '2026-08',
      sealedTo: 7,
    });
    const seen = await one.see();
    expect(seen.events[`case:${late.subjectId}#3`]).toBe(1);
    expect(seen.cases[late.subjectId]).toBe(3);
    one.at('2026-08-07T16:05:00.000Z');
    await one.compact();
    expect(await one.see()).toEqual(seen);
  });

  it('puts a late batch of a month that is merged into both zones: whichever a query reads has it', async () => {
    const one = await county();
    await lived(one, ['2026-08-31', '2026-09-01']);
    await one.compact();
    one.at('2026-08-30T03:00:00.000Z');
    const late = await one.act(2);
    await one.record(12);
    await one.seal();
    await one.compact();
    const seen = await one.see();
    expect(seen.events[`case:${late.subjectId}#3`]).toBe(1);
    expect(seen.log).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const name = `events/county_code=${one.countyCode}/ym=2026-08/000000000006-000000000007.parquet`;
    expect(await one.files()).toEqual(expect.arrayContaining([`lake/days/${name}`, `lake/months/${name}`]));
    expect(await one.see(one.dir, { monthsTo: '2026-08' })).toEqual(seen);
  });

  it('takes the row that was recorded where the code has come to lay events out otherwise than when they were sealed', async () => {
    const one = await county();
    await lived(one, ['2026-08-03']);
    const [key = ''] = await one.ports.objects.list(`ledger/${one.countyCode}/manifests/`);
    const manifest = JSON.parse(String(Buffer.from((await one.ports.objects.get(key)) ?? []))) as SealManifest;
    const event = StoredEvent.parse(one.stream[0]?.newImage?.record);
    const formerly = { ...eventRow(event), actor_post: 'FORMER' };
    const events = manifest.events.map((sealed) =>
      eventIdOf(sealed) === eventIdOf(event)
        ? { ...sealed, rowSha256: hashOfJson(comparableRow('events', formerly)) }
        : sealed,
    );
    await one.ports.objects.put(key, Buffer.from(JSON.stringify({ ...manifest, events })));
    await expect(one.compact()).rejects.toThrow(`the row of ${eventIdOf(event)} is another one than was sealed`);
    await one.ports.objects.put(rawObject('events', '2026-08-03', 'former'), parquetOf('events', [formerly]));
    expect(await one.compact()).toMatchObject({ daysTo: '2026-08-04', sealedTo: 3 });
    const [days = ''] = await one.ports.objects.list(`lake/days/events/county_code=${one.countyCode}/`);
    const rows = await rowsOfParquet('events', (await one.ports.objects.get(days)) ?? new Uint8Array());
    expect(rows.map((row) => row['actor_post']).sort()).toEqual(['FORMER', 'TC', 'TC']);
  });

  it('does not take an event that is no longer what was sealed, and moves nothing', async () => {
    const one = await county();
    await lived(one, ['2026-08-03']);
    const load: CaseStore['load'] = async (keys) =>
      (await one.ports.store.load(keys)).map((item) =>
        item.pk.startsWith('E#case:') ? { ...item, record: { ...(item.record as object), step: 'x.y' } } : item,
      );
    const changed = { ...one.ports, store: { ...one.ports.store, load } };
    await expect(one.compact(changed)).rejects.toThrow('is another one than the manifest sealed');
    expect(await one.files()).toEqual([]);
  });
});
