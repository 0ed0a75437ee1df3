import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { recordedTables } from '../../schemas/lake.ts';
import { privatePerson, secrets } from './private-person.ts';

const { idNumber } = privatePerson;

let dir: string;
let child: ChildProcess;
let log = '';
let told: readonly string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-private-'));
  child = spawn(process.execPath, [new URL('./private-run.ts', import.meta.url).pathname, dir]);
  told = await new Promise((done, broken) => {
    const hear = (chunk: Buffer): void => {
      log += chunk.toString('utf8');
      const line = /^\{"told":.*\}$/m.exec(log)?.[0];
      if (line) done((JSON.parse(line) as { told: string[] }).told);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => broken(new Error(log)));
  });
}, 900_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A text as files and protocols may spell it: plain, escaped in JSON, percent-encoded, in Base64 at each of its three places. */
const spellings = (text: string): readonly Buffer[] => {
  const escaped = [...text].map((one) =>
    one > '\u007f' ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one,
  );
  const shifted = ['', 'x', 'xx'].map((before) => {
    const whole = Buffer.from(before + text, 'utf8').toString('base64');
    return whole.slice(before ? 4 : 0, -4);
  });
  return [text, escaped.join(''), encodeURIComponent(text), ...shifted.filter((one) => one.length >= 12)].map((one) =>
    Buffer.from(one, 'utf8'),
  );
};
const wanted = secrets.map((secret) => ({ secret, forms: spellings(secret) }));
/** All forms at once, byte by byte: one pass over a file, where most hold none. */
const anyForm = new RegExp(
  [...new Set(wanted.flatMap(({ forms }) => forms.map((form) => RegExp.escape(form.toString('latin1')))))].join('|'),
);
const leaksIn = (bytes: Buffer): readonly string[] =>
  anyForm.test(bytes.toString('latin1'))
    ? wanted.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ secret }) => secret)
    : [];

async function leaksBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file);
    const shown = file.endsWith('.parquet') ? Buffer.concat([bytes, await decoded(bytes)]) : bytes;
    for (const secret of leaksIn(shown)) found.push(`${file.slice(folder.length + 1)}: ${secret}`);
  }
  return found;
}

async function decoded(bytes: Buffer): Promise<Buffer> {
  const compressors = { ZSTD: (input: Uint8Array): Uint8Array => zstdDecompressSync(input) };
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer, compressors });
  return Buffer.from(JSON.stringify(rows, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)));
}

describe('names, identity numbers, phones, accounts and addresses', () => {
  it('are many, and the search for them finds what is there', async () => {
    expect(secrets.length).toBeGreaterThan(30);
    const files = await filesBelow(dir);
    for (const name of ['engine.sqlite', 'notifications.ndjson', '.parquet'])
      expect(files.filter((file) => file.includes(name))).not.toEqual([]);
    const database = await readFile(files.find((file) => file.endsWith('engine.sqlite')) ?? '');
    expect(database.includes('649900101-DB-2026-000001')).toBe(true);
    for (const secret of secrets)
      for (const form of spellings(secret)) {
        const bytes = Buffer.concat([Buffer.from('{"x":"é'), form, Buffer.from('"}')]);
        expect(leaksIn(bytes)).toContain(secret);
      }
  });

  it('are refused where no field is made for them', () => {
    const inText = ['external number', 'key', 'complaint', 'withdrawal', 'revocation'];
    const asPurpose = ['search purpose', 'paper purpose', 'query purpose'];
    const answerTo = Object.fromEntries(told.map((line) => line.split(': ')));
    for (const place of [...inText, ...asPurpose])
      expect([place, answerTo[place]]).toEqual([place, '400 personal-data-in-text']);
    expect(answerTo).toMatchObject({ submit: '201 ok', search: '200 ok', paper: '200 ok', query: '202 ok' });
    expect(answerTo).toMatchObject({ token: '400 input-invalid', 'token of an identity number': '401 token-invalid' });
  });

  it('stand nowhere in clear while the host runs: table and its log, lake, notifications, runs, addresses, checkpoints', async () => {
    expect(await leaksBelow(dir)).toEqual([]);
  });

  it('in the lake a birthday is a year, and what people share shows by tokens in every table', async () => {
    const lake = join(dir, 'objects', 'lake');
    const rows = new Map<string, Record<string, unknown>[]>();
    for (const file of await filesBelow(lake)) {
      const table = recordedTables.find((name) => file.includes(`/${name}/`));
      if (!table || !file.endsWith('.parquet')) continue;
      const told = JSON.parse((await decoded(await readFile(file))).toString('utf8')) as Record<string, unknown>[];
      rows.set(table, [...(rows.get(table) ?? []), ...told]);
    }
    const born = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
    const everything = JSON.stringify([...rows.values()]);
    for (const birthday of [born, born.replaceAll('-', '')]) expect(everything).not.toContain(birthday);
    const staff = rows.get('staff')?.find((row) => row['staff_id'] === 't1-private');
    const having = (table: string, name: string) => rows.get(table)?.filter((row) => row[name] === staff?.[name]) ?? [];
    expect(having('members', 'phone_token')).toContainEqual(expect.objectContaining({ birth_year: born.slice(0, 4) }));
    expect(having('households', 'address_token')).not.toEqual([]);
    const kin = rows.get('kinship')?.find((row) => row['person_a'] === staff?.['person_id']);
    expect(rows.get('members')?.some((row) => row['person_id'] === kin?.['person_b'])).toBe(true);
    const filled = recordedTables.filter((table) => (rows.get(table) ?? []).length > 0);
    expect(recordedTables.filter((table) => !filled.includes(table))).toEqual([]);
  });

  it('nor after it has stopped', async () => {
    child.removeAllListeners('exit');
    const over = new Promise((done) => child.once('exit', done));
    child.stdin?.write('stop\n');
    await over;
    expect(await leaksBelow(dir)).toEqual([]);
  });

  it('nor in a line of the log', () => {
    expect(leaksIn(Buffer.from(log))).toEqual([]);
  });
});
