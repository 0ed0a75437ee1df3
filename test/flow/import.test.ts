import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactTokenOf } from '../../functions/shell/contact-tokens.ts';
import { canonicalText } from '../../functions/shell/hash.ts';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { accountTokenOf } from '../../functions/shell/load-funds.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import { personTokenOf } from '../../functions/shell/personal-data.ts';
import { type ImportTable, importedRows, importTables } from '../../functions/supervision/imported-row.ts';
import { run } from '../../infra/import/main.ts';
import type { ApiClient } from '../../infra/local/api-client.ts';
import { type LakeRow, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { run as verify } from '../../verify/main.ts';
import { csvOf, foreignParquet, goodRows, importFolder, ndjsonOf } from '../lake/import-files.ts';
import { ask } from '../lake/lake-for-tests.ts';
import { oldRows } from '../lake/old-rows.ts';
import { storedEvents } from './stored-case.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

const county = '649900';
const silent = { write: () => true } as unknown as NodeJS.WriteStream;
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

let host: WholeHost;
let officer: ApiClient;
beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-07-01', empty: true });
  officer = await host.as('CC', 'cc-1');
});
afterAll(() => host.stop());

/** Imports some files from a folder of their own, as the command does. */
async function imported(files: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) {
  const folder = await importFolder();
  try {
    for (const [name, content] of Object.entries(files)) await folder.write(name, content);
    const report = folder.path('report');
    const args = [folder.dir, '--county', county, '--url', host.url, '--purpose', '旧系统历史数据', '--report', report];
    const { code } = await run([...args, ...more], silent);
    const told = await readFile(`${report}/refused.csv`, 'utf8');
    const summary = JSON.parse(await readFile(`${report}/summary.json`, 'utf8')) as {
      importId?: string;
      files: { name: string; state: string }[];
    };
    const states = Object.fromEntries(summary.files.map(({ name, state }) => [name, state]));
    return { code, states, importId: summary.importId, told };
  } finally {
    await folder.remove();
  }
}

/** Files below a folder that hold one of some texts. */
async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const found = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      return texts.some((text) => bytes.includes(text)) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Snapshots of every day, and not only the latest of each key. */
const everyVersion = (table: ImportTable): string => (lakeTables[table].snapshots ? `${table}_history` : table);

const rowsOf = async (table: ImportTable, where: string): Promise<LakeRow[]> => {
  const names = rawColumns(table).map(({ name }) => name);
  const found = await ask(host.ports.sql, `SELECT ${names.join(', ')} FROM ${everyVersion(table)} WHERE ${where}`, {
    counties: [county],
  });
  if (found.state !== 'succeeded') throw new Error(found.reason);
  return (found.rows ?? []).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
};

const sorted = (rows: readonly LakeRow[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();
const stored = (table: ImportTable, rows: readonly LakeRow[]): LakeRow[] => {
  const check = importedRows(table, { county, today: '2026-07-01' });
  const names = rawColumns(table).map(({ name }) => name);
  return rows.map((row) => {
    const checked = check(row);
    if (!checked.row) throw new Error(JSON.stringify(checked.faults));
    const made = checked.row;
    return Object.fromEntries(names.map((name) => [name, made[name] ?? null]));
  });
};

describe('history of an older system', () => {
  it('is read back by queries as it was imported: random rows of every table, in every format', async () => {
    const rows = Object.fromEntries(importTables.map((table, i) => [table, oldRows(table, i + 1, 60)]));
    const files = Object.fromEntries(
      importTables.flatMap((table) => {
        const all = rows[table] ?? [];
        return [
          [`${table}.ndjson`, ndjsonOf(all.slice(0, 20))],
          [`${table}-b.csv`, csvOf(all.slice(20, 40), '\r\n')],
          [`${table}-c.parquet`, foreignParquet(table, all.slice(40))],
        ] as const;
      }),
    );
    const { code, states, importId } = await imported(files);
    expect(Object.values(states).filter((state) => state !== 'loaded')).toEqual([]);
    expect(code).toBe(0);
    for (const table of importTables)
      expect(sorted(await rowsOf(table, "source = 'import'"))).toEqual(sorted(stored(table, rows[table] ?? [])));

    const events = await storedEvents(host.ports.store, 'import', importId ?? '');
    expect(events.map(({ type, countyCode }) => [type, countyCode])).toEqual([['history-imported', county]]);
    const [event] = events as unknown as readonly [
      { data: { files: { file: string; sha256: string; rows: number }[] } },
    ];
    const told = event.data.files;
    expect(told.map(({ file, sha256: hash, rows: n }) => [file, hash, n])).toEqual(
      Object.keys(files)
        .sort()
        .map((name) => [name, sha256(files[name] ?? ''), 20]),
    );
    expect(await imported(files)).toMatchObject({ code: 0, importId: undefined });
    expect((await officer('GET /v1/imports')).body.imports).toHaveLength(1);
  });

  it('loads nothing of a file with a refused row, all of the others, and nothing twice, whatever the format', async () => {
    const good = { ...goodRows.payments, case_id: 'HALF-1' };
    const bad = { ...goodRows.payments, case_id: 'HALF-2', amount_fen: -1 };
    const other = { ...goodRows.payments, case_id: 'HALF-3' };
    expect(
      await imported({ 'payments.csv': csvOf([good]), 'payments-2.ndjson': ndjsonOf([other, bad]) }),
    ).toMatchObject({ code: 1, states: { 'payments.csv': 'loaded', 'payments-2.ndjson': 'refused' } });
    expect(await imported({ 'payments-again.ndjson': ndjsonOf([good]) })).toMatchObject({
      code: 0,
      states: { 'payments-again.ndjson': 'known' },
    });
    const rows = await rowsOf('payments', "case_id LIKE 'HALF-%'");
    expect(rows.map(({ case_id: id, ym, source }) => [id, ym, source])).toEqual([['HALF-1', '2024-06', 'import']]);
  });

  it('is of the own county alone', async () => {
    const foreign = { ...goodRows.payments, case_id: 'FAR-1', county_code: '640104' };
    const own = { ...goodRows.payments, case_id: 'FAR-2', county_code: county };
    expect(await imported({ 'payments.csv': csvOf([own, foreign]) })).toMatchObject({ code: 1 });
    const neighbour = await host.as('CC', 'cc-9', { orgCode: '640104' });
    expect(codeOf(await neighbour('GET /v1/imports?county=649900'))).toBe('division-not-yours');
    const list = (await officer('GET /v1/imports')).body.imports as { importId: string }[];
    expect(codeOf(await neighbour(`POST /v1/imports/${list[0]?.importId}/check`))).toBe('import-not-found');
    expect(codeOf(await (await host.as('TC', 't1-tc'))('GET /v1/imports'))).toBe('post-not-permitted');
  });

  it('goes on where it was killed, and every row is there once', async () => {
    const folder = await importFolder();
    try {
      const rows = Array.from({ length: 2_400 }, (_, i) => ({
        ...goodRows.payments,
        case_id: `KILLED-${Math.floor(i / 24)}`,
        pay_month: `${2019 + Math.floor((i % 24) / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        as_of_on: `${2019 + Math.floor((i % 24) / 12)}-${String((i % 12) + 1).padStart(2, '0')}-28`,
      }));
      await folder.write('payments.ndjson', ndjsonOf(rows));
      const more = ['--url', host.url, '--purpose', 'x', '--report', folder.path('report')];
      const args = [folder.dir, '--county', county, ...more];
      const before = (await host.ports.objects.list('imports/')).length;
      const program = new URL('../../infra/import/main.ts', import.meta.url).pathname;
      const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
      const gone = once(child, 'exit');
      while ((await host.ports.objects.list('imports/')).length < before + 5)
        await new Promise((now) => setTimeout(now, 1));
      child.kill('SIGKILL');
      await gone;
      expect((await run(args, silent)).code).toBe(0);
      expect((await run(args, silent)).text).toContain('此前已导入');
      expect(sorted(await rowsOf('payments', "case_id LIKE 'KILLED-%'")).length).toBe(2_400);
    } finally {
      await folder.remove();
    }
  });
});

describe('numbers of an older system', () => {
  const idNumber = '649900198511200032';
  const account = '6228480402564890018';
  const { person_id: _token, ...member } = goodRows.members;
  const { account_token: _other, ...payment } = goodRows.payments;
  const numbered = {
    'members.csv': csvOf([{ ...member, hh_id: 'TOLD-1', person_id_number: idNumber, phone_number: '139 9501 2345' }]),
    'payments.ndjson': ndjsonOf([{ ...payment, case_id: 'TOLD-1', account_number: account }]),
  };

  it('become the tokens the county has for them, and are kept nowhere', async () => {
    const entries = async () => storedEvents(host.ports.store, 'access', county);
    const before = (await entries()).length;
    expect(await imported(numbered)).toMatchObject({ code: 1, told: expect.stringContaining('number-needs-tokens') });
    expect(await imported(numbered, '--tokens')).toMatchObject({ code: 0 });
    expect(await rowsOf('members', "hh_id = 'TOLD-1'")).toMatchObject([
      {
        person_id: await personTokenOf(host.ports.keyring, idNumber),
        phone_token: await contactTokenOf(host.ports, { kind: 'phone', value: '13995012345' }),
      },
    ]);
    expect(await rowsOf('payments', "case_id = 'TOLD-1'")).toMatchObject([
      { account_token: await accountTokenOf(host.ports, account) },
    ]);
    const read = (await entries())
      .slice(before)
      .map(({ data }) => data as { act: string; persons: number; purpose: string });
    expect(read.map(({ act, persons, purpose }) => [act, persons, purpose])).toEqual([
      ['give-import-tokens', 2, '旧系统历史数据'],
      ['give-import-tokens', 1, '旧系统历史数据'],
    ]);
    expect(await filesWith(host.dir, [idNumber, account, '9501 2345', '13995012345'])).toEqual([]);
  });

  it('that are none, or stand beside a token, are refused by column and never told in the report', async () => {
    const wrong = { ...member, hh_id: 'TOLD-2', person_id_number: '649900198511200033' };
    const both = { ...goodRows.members, hh_id: 'TOLD-3', person_id_number: idNumber };
    const { code, told } = await imported({ 'members.ndjson': ndjsonOf([wrong, both]) }, '--tokens');
    expect(code).toBe(1);
    expect(told.match(/"members.ndjson","\d","person_id_number","number-invalid"/g)).toHaveLength(2);
    expect(told).not.toContain('6499001985');
  });
});

describe('the verifier', () => {
  /** Seals the county's log, attacks a copy of log and lake, and answers what the verifier says. */
  async function verified(attack: (lake: string, files: readonly string[]) => Promise<unknown>) {
    await host.record();
    await sealCounty(host.ports, county);
    const dir = await mkdtemp(join(tmpdir(), 'sunlight-imports-'));
    try {
      for (const name of ['lake', 'ledger'])
        await cp(join(host.dir, 'objects', name), join(dir, name), { recursive: true });
      const entries = await readdir(join(dir, 'lake/imports'), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name))
        .sort();
      await attack(join(dir, 'lake'), files);
      const key = await logVerifierKey(host.ports, county);
      return await verify(['lake', join(dir, `ledger/${county}`), join(dir, 'lake'), '--key', key]);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
  const pieceOf = (files: readonly string[]): string => files.find((name) => name.endsWith('.parquet')) ?? '';
  const nameOf = (path: string): string => path.slice(path.indexOf('imports/'));

  it('finds history as it was imported', async () => {
    const { text, code } = await verified(async () => {});
    expect(text).toMatch(/importedFiles: \d{2,}/);
    expect(code).toBe(0);
  });

  it('finds a file that was altered, put there, moved, or left out, and where', async () => {
    let place = '';
    const altered = await verified(async (_lake, files) => {
      place = nameOf(pieceOf(files));
      const bytes = await readFile(pieceOf(files));
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      await writeFile(pieceOf(files), bytes);
    });
    expect(altered).toMatchObject({ code: 1, text: expect.stringContaining(`[tampered] ${place}`) });
    const added = await verified((_lake, files) =>
      cp(pieceOf(files), pieceOf(files).replace(/[^/]+$/, 'more.parquet')),
    );
    expect(added).toMatchObject({ code: 1, text: expect.stringContaining('more.parquet') });
    const moved = await verified((_lake, files) =>
      rename(pieceOf(files), pieceOf(files).replace(/ym=\d{4}-\d{2}\/.*/, 'moved.parquet')),
    );
    expect(moved.code).toBe(1);
    const missing = await verified((_lake, files) => rm(pieceOf(files)));
    expect(missing).toMatchObject({ code: 2, text: expect.stringContaining(`[incomplete] ${place}`) });
  });

  it('takes no manifest but the one the log names', async () => {
    const manifest = (files: readonly string[]): string => files.find((name) => name.endsWith('.json')) ?? '';
    const altered = await verified(async (_lake, files) => {
      const text = await readFile(manifest(files), 'utf8');
      const more = text.replace(/"rows":(\d+)/, (_all, rows: string) => `"rows":${Number(rows) + 1}`);
      expect(more).not.toBe(text);
      await writeFile(manifest(files), more);
    });
    expect(altered).toMatchObject({ code: 1, text: expect.stringContaining('manifests/') });
    const gone = await verified((_lake, files) => rm(manifest(files)));
    expect(gone.code).toBe(1);
    const own = '{"countyCode":"649900","files":[]}';
    const invented = await verified((lake) =>
      writeFile(join(lake, `imports/manifests/county_code=649900/${sha256(own)}.json`), own),
    );
    expect(invented.code).toBe(1);
  });
});

describe('the host', () => {
  const row = {
    ...goodRows.members,
    source: 'import',
    version: Date.parse('2024-06-30') / 86_400_000 - 1_000_000,
    county_code: county,
    ym: '2024-06',
  };

  /** Announces one piece and uploads it, past every check of the importer. */
  async function forged(rows: readonly LakeRow[], announcedRows = rows.length) {
    const bytes = parquetOf('members', rows);
    const piece = { ym: '2024-06', rows: announcedRows, bytes: bytes.length, sha256: sha256(bytes) };
    const file = { file: 'members.csv', table: 'members', sha256: sha256('x'), bytes: 1, rows: announcedRows };
    const manifest = { countyCode: county, files: [{ ...file, pieces: [piece] }] };
    const body = { manifest, sha256: sha256(canonicalText(manifest)), purpose: 'forged' };
    const { importId } = (await officer('POST /v1/imports', { body })).body;
    const early = codeOf(await officer(`POST /v1/imports/${importId}/completion`));
    const [upload] = (await officer(`POST /v1/imports/${importId}/check`)).body.uploads;
    await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
    const told = (await officer(`POST /v1/imports/${importId}/check`)).body;
    const late = codeOf(await officer(`POST /v1/imports/${importId}/completion`));
    return {
      early,
      late,
      state: told.state,
      faults: told.faults?.map((one: { column: string; code: string }) => [one.column, one.code]),
    };
  }

  it('checks every row again and records nothing that it refuses', async () => {
    const refused = { early: 'import-not-checked', late: 'import-not-checked', state: 'refused' };
    for (const [change, faults] of [
      [{ person_id: '649900198511200032' }, [['person_id', 'personal-number']]],
      [{ source: null }, [['source', 'column-derived']]],
      [{ county_code: '640104' }, [['county_code', 'county-not-yours']]],
      [{ version: 5 }, [['version', 'column-derived']]],
      [{ ym: '2024-07' }, [['ym', 'column-derived']]],
    ] as const)
      expect(await forged([{ ...row, ...change }])).toEqual({ ...refused, faults });
    expect(await forged([row], 2)).toEqual({ ...refused, faults: [['', 'file-changed']] });
  });

  it('keeps a half-uploaded import out of lake and ledger, and takes it once the rest is there', async () => {
    const halves = ['7', '8'].map((digit) => parquetOf('members', [{ ...row, person_id: `t_${digit.repeat(32)}` }]));
    const pieces = halves.map((bytes) => ({ ym: '2024-06', rows: 1, bytes: bytes.length, sha256: sha256(bytes) }));
    const file = { file: 'half.csv', table: 'members', sha256: sha256('half'), bytes: 2, rows: 2, pieces };
    const manifest = { countyCode: county, files: [file] };
    const body = { manifest, sha256: sha256(canonicalText(manifest)), purpose: 'half' };
    const { importId } = (await officer('POST /v1/imports', { body })).body;
    const ask = (what: string) => officer(`POST /v1/imports/${importId}/${what}`);
    const upload = async (some: readonly Uint8Array[]) => {
      const { uploads } = (await ask('check')).body as {
        uploads: { url: string; headers: Record<string, string>; sha256: string }[];
      };
      for (const bytes of some) {
        const of = uploads.find((one) => one.sha256 === sha256(bytes));
        await fetch(of?.url ?? '', { method: 'PUT', headers: of?.headers ?? {}, body: new Uint8Array(bytes) });
      }
    };
    const inLake = async () =>
      (await host.ports.objects.list('lake/imports/')).filter((key) => pieces.some((one) => key.includes(one.sha256)));
    await upload(halves.slice(0, 1));
    expect(codeOf(await ask('completion'))).toBe('import-not-checked');
    expect([await inLake(), await storedEvents(host.ports.store, 'import', importId)]).toEqual([[], []]);
    await upload(halves.slice(1));
    expect((await ask('check')).body.state).toBe('checked');
    expect((await ask('completion')).status).toBe(202);
    expect([(await inLake()).length, (await storedEvents(host.ports.store, 'import', importId)).length]).toEqual([
      2, 1,
    ]);
  });

  it('takes a manifest only under its own hash', async () => {
    const files = [{ file: 'members.csv', table: 'members', sha256: sha256('x'), bytes: 1, rows: 1 }];
    const pieces = [{ ym: '2024-06', rows: 1, bytes: 9, sha256: sha256('y') }];
    const manifest = { countyCode: county, files: files.map((file) => ({ ...file, pieces })) };
    const open = (body: object) => officer('POST /v1/imports', { body: { manifest, purpose: 'x', ...body } });
    expect(codeOf(await open({ sha256: sha256('other') }))).toBe('input-invalid');
    expect(codeOf(await open({ sha256: sha256(canonicalText({ ...manifest, countyCode: '640104' })) }))).toBe(
      'input-invalid',
    );
  });
});
