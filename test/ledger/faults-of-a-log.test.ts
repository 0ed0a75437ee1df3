import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { type SealPorts, sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { run } from '../../verify/main.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { COUNTY, caseIdOf, filesIn, forgetLedger, record, sealing } from './ledger-for-tests.ts';

/** Damage, not attacks: what each part says of it, and the state after it. Numbers of attacks where one is the same. */
const one = { kind: 'case', id: caseIdOf(1) } as const;
let engine: TestEngine;
let log: Awaited<ReturnType<typeof sealing>>;
let key: string;
let next: SealPorts;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

let days = 0;
const at = (day: number, hour: number): string => new Date(Date.UTC(2026, 7, 3 + day, hour)).toISOString();

/** A log with all that is sealed so far, and an event behind it that is not. Each test has days of its own: no clock goes back. */
beforeEach(async () => {
  await forgetLedger(engine.store);
  const day = days;
  days += 2;
  log = await sealing(engine.store, at(day, 16));
  key = await logVerifierKey(log.ports, COUNTY);
  for (const hour of [1, 2, 3]) await record(engine.store, one, { at: at(day, hour) });
  await sealCounty(log.ports, COUNTY);
  await record(engine.store, one, { at: at(day + 1, 1) });
  next = { ...log.ports, clock: { now: () => at(day + 1, 16) } };
  return log.remove;
});

const size = async (): Promise<number> => (await ledgerHead(engine.store, COUNTY)).size;
const name12 = (n: number): string => String(n).padStart(12, '0');
const tile = (n: number): string => `tile/0/000.p/${n}`;
const bundle = (n: number): string => `tile/entries/000.p/${n}`;
const sealed = (): Promise<string> =>
  sealCounty(next, COUNTY).then(
    () => 'sealed',
    (error: Error) => error.message,
  );

type Damage = (bytes: Buffer) => Buffer | null;
const cut: Damage = (bytes) => bytes.subarray(0, bytes.length - 20);
const bent: Damage = (bytes) => bytes.fill(7, 40, 44);
const gone: Damage = () => null;
const empty: Damage = () => Buffer.alloc(0);

async function damage(name: string, how: Damage): Promise<Buffer> {
  const before = await readFile(join(log.folder, name));
  const bytes = how(Buffer.from(before));
  await (bytes ? writeFile(join(log.folder, name), bytes) : rm(join(log.folder, name)));
  return before;
}

describe('A file of the log that is damaged, cut off or gone', () => {
  it.each<[string, (n: number) => string, Damage, 1 | 2, string]>([
    ['a corrupted tile', tile, bent, 1, ': look with npm run verify'],
    ['a tile cut off', tile, cut, 1, 'is cut off'],
    ['an empty tile', tile, empty, 1, 'is cut off'],
    ['a missing tile', tile, gone, 2, 'is missing'],
    ['a corrupted bundle', bundle, bent, 1, 'holds other entries than the log'],
    ['a bundle cut off', bundle, cut, 1, 'the bundle ends within an entry'],
    ['an empty bundle', bundle, empty, 1, 'holds other entries than the log'],
    ['a missing bundle', bundle, gone, 2, 'is missing'],
  ])('%s: the verifier names it, the sealer puts nothing on top and says where to look', async (...row) => {
    const [, nameOf, how, code, why] = row;
    const standing = await size();
    const name = nameOf(standing);
    const before = await damage(name, how);
    const verdict = await run([log.folder, '--key', key]);
    expect(verdict.code).toBe(code);
    expect(verdict.text).toContain(code === 1 ? '[tampered]' : '[incomplete]');
    expect(verdict.text).toContain(how === bent ? 'index' : name);
    const files = await filesIn(log.folder);
    const said = await sealed();
    expect(said).toContain(why);
    expect(said).toContain(COUNTY);
    expect(await size()).toBe(standing);
    const { [`/manifests/${name12(standing)}.json`]: _begun, ...left } = await filesIn(log.folder);
    expect(left).toEqual(files);
    await writeFile(join(log.folder, name), before);
    expect(await sealed()).toBe('sealed');
    expect(await size()).toBe(standing + 1);
    expect((await run([log.folder, '--key', key])).code).toBe(0);
  });

  it.each<[string, Damage]>([
    ['an empty checkpoint', empty],
    ['a checkpoint cut off', cut],
    ['17 · CRLF in a note', (bytes) => Buffer.from(String(bytes).replaceAll('\n', '\r\n'))],
    ['17 · a note without its em dash', (bytes) => Buffer.from(String(bytes).replace('— ', '- '))],
  ])('%s is none, and hinders no sealing: the tree below it stands', async (_name, how) => {
    const standing = await size();
    const name = `checkpoints/${name12(standing)}`;
    const before = await damage(name, how);
    expect(await sealed()).toBe('sealed');
    const verdict = await run([log.folder, '--key', key]);
    expect(verdict.text).toContain(`[tampered] ${name}`);
    expect(verdict.code).toBe(1);
    await writeFile(join(log.folder, name), before);
    expect((await run([log.folder, '--key', key])).code).toBe(0);
  });

  it('17 · an unknown signature line in a note is passed over, by the verifier and by the sealer', async () => {
    const line = `— someone.example/new ${Buffer.alloc(68, 5).toString('base64')}\n`;
    await damage(`checkpoints/${name12(await size())}`, (bytes) => Buffer.from(`${bytes}${line}`));
    expect((await run([log.folder, '--key', key])).code).toBe(0);
    expect(await sealed()).toBe('sealed');
    expect((await run([log.folder, '--key', key])).code).toBe(0);
  });

  it.each([
    ['checkpoint', (n: number) => `checkpoints/${name12(n + 1)}`, 'is of another tree'],
    ['manifest', (n: number) => `manifests/${name12(n)}.json`, 'is no manifest'],
    ['tile', (n: number) => tile(n + 1), 'holds other bytes than the log has'],
  ])(
    'half a %s of the next batch is not taken for a whole one: it is named, and the head stays',
    async (_name, of, why) => {
      const standing = await size();
      const name = of(standing);
      await writeFile(join(log.folder, name), 'half');
      const said = await sealed();
      expect(said).toContain(why);
      expect(said).toContain(`${COUNTY}/${name}`);
      expect(await size()).toBe(standing);
      await rm(join(log.folder, name));
      expect(await sealed()).toBe('sealed');
      expect((await run([log.folder, '--key', key])).code).toBe(0);
    },
  );

  it('10 · a table set back behind the log signs no second history: the manifest that stands names what is missing', async () => {
    const last = await size();
    expect(await sealed()).toBe('sealed');
    const files = await filesIn(log.folder);
    await forgetLedger(engine.store);
    const set: SealPorts = {
      ...next,
      store: {
        ...engine.store,
        load: async (keys) =>
          (await engine.store.load(keys)).filter(({ pk, sk }) => !(pk.startsWith('E#') && Number(sk) > last)),
      },
    };
    await expect(sealCounty(set, COUNTY)).rejects.toThrow('is in the manifest and not in the table');
    expect(await filesIn(log.folder)).toEqual(files);
  });
});
