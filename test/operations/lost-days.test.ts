import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standingMark } from '../../functions/shell/lake/lake-mark.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { redrive } from '../../functions/shell/redrive/redrive.ts';
import { run } from '../../verify/main.ts';
import { breaking, type LakeCounty, lakeCounty } from '../lake/lake-county.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

/** Two months that are over and one that runs, and an event of the first that was sealed when it was merged already. */
const DAYS = ['2026-08-03', '2026-08-31', '2026-09-01', '2026-10-05', '2026-10-06'];
let engine: TestEngine;
let county: LakeCounty;
let before: Awaited<ReturnType<LakeCounty['see']>>;
let mark: unknown;

beforeAll(async () => {
  engine = await startTestEngine();
  county = await lakeCounty(engine.store, '649301');
  for (const day of DAYS) {
    const begun = county.stream.length;
    for (const serial of [1, 2]) {
      county.at(`${day}T0${serial}:00:00.000Z`);
      await county.act(serial);
    }
    await county.record(begun);
    county.at(`${day}T16:01:00.000Z`);
    await county.seal();
    await county.compact();
  }
  before = await county.see();
  ({ mark } = await standingMark(engine.store, county.countyCode));
});
afterAll(async () => {
  await county.remove();
  await engine.stop();
});

const zoneFiles = async (zones: string) =>
  (await county.files()).filter((key) => new RegExp(`^lake/(${zones})/(events|ledger)/`).test(key));
const lose = (keys: readonly string[]) => Promise.all(keys.map((key) => rm(join(county.dir, 'objects', key))));
const again = (ports = county.ports) => redrive(ports, { countyCode: county.countyCode }, { alarm: () => undefined });

async function isWhole(): Promise<void> {
  expect(await county.see()).toEqual(before);
  // As one among counties that are compacted less far: from day files alone.
  expect(await county.see(county.dir, { monthsTo: '1970-01' })).toEqual(before);
  expect((await standingMark(engine.store, county.countyCode)).mark).toEqual(mark);
  const folder = (name: string) => join(county.dir, 'objects', name);
  const key = await logVerifierKey(county.ports, county.countyCode);
  const { text, code } = await run(['lake', folder(`ledger/${county.countyCode}`), folder('lake'), '--key', key]);
  expect(code === 0 ? '' : text).toBe('');
}

describe('day and month files that are lost', () => {
  it.each([
    ['days', 'days', () => true],
    ['months', 'months', () => true],
    ['days and months', 'days|months', () => true],
    ['every other of them', 'days|months', (_key: string, i: number) => i % 2 === 0],
  ])('come back from the log without a copy: %s', async (_name, zones, which) => {
    const lost = (await zoneFiles(zones)).filter(which);
    expect(lost.length).toBeGreaterThan(3);
    await lose(lost);
    expect([await county.see(), await county.see(county.dir, { monthsTo: '1970-01' })]).not.toEqual([before, before]);
    const { restored, done } = await again();
    expect([done, restored > 0]).toEqual([true, true]);
    await isWhole();
    const files = await zoneFiles('days|months');
    expect((await again()).restored).toBe(0);
    expect(await zoneFiles('days|months')).toEqual(files);
  });

  it('come back whole wherever the redrive is broken off, and run again', async () => {
    for (let n = 1; ; n += 1) {
      await lose(await zoneFiles('days|months'));
      const cut = await again(breaking(county.ports, n, n % 2 === 0)).then(
        () => 'went through',
        (error: Error) => error.message,
      );
      if (cut === 'went through') break;
      await again();
      expect(await county.see()).toEqual(before);
      if (n > 20) throw new Error('never went through');
    }
    await isWhole();
  });

  it('are never put over a damaged one: the redrive says which file is to be taken away', async () => {
    const [file = ''] = await zoneFiles('days');
    const path = join(county.dir, 'objects', file);
    await rm(path);
    await county.ports.objects.put(file, Buffer.from('PAR1 torn'), { ifAbsent: true });
    await expect(again()).rejects.toThrow(file);
    await rm(path);
    await again();
    await isWhole();
  });
});
