import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importFaults } from '../../functions/supervision/import-faults.ts';
import { type ImportTable, importedRows, importTables } from '../../functions/supervision/imported-row.ts';
import { csvRows } from '../../infra/import/csv-reader.ts';
import { run } from '../../infra/import/main.ts';
import { ndjsonRows } from '../../infra/import/ndjson-reader.ts';
import type { RowReader } from '../../infra/import/raw-row.ts';
import { keyRegister } from '../../infra/import/repeated-keys.ts';
import { lakeTableNames } from '../../schemas/lake.ts';
import { csvOf, foreignParquet, goodRows, importFolder, ndjsonOf } from './import-files.ts';

const owner = { county: '649900', today: '2026-07-01' };
const idNumber = '649900198511200032';

let folder: Awaited<ReturnType<typeof importFolder>>;
beforeAll(async () => {
  folder = await importFolder();
});
afterAll(() => folder.remove());

const silent = { write: () => true } as unknown as NodeJS.WriteStream;

/** Checks some files by themselves and answers what the report says of each: line, column, code. */
async function checked(files: Readonly<Record<string, string | Uint8Array>>) {
  const own = await importFolder();
  try {
    for (const [name, content] of Object.entries(files)) await own.write(name, content);
    const report = own.path('report');
    const { code } = await run([own.dir, '--county', '649900', '--check', '--report', report], silent);
    const told = (await readFile(`${report}/refused.csv`, 'utf8')).split('\r\n').slice(1, -1);
    const summary = JSON.parse(await readFile(`${report}/summary.json`, 'utf8')) as {
      files: { name: string; rows: number; refused: number; state: string; encoding?: string }[];
      ignored: string[];
    };
    return { code, told: told.map((line) => line.replaceAll('"', '').split(',').slice(0, 4).join(' ')), ...summary };
  } finally {
    await own.remove();
  }
}

const rowsIn = async (reader: RowReader) => {
  const rows = [];
  for await (const lot of reader) rows.push(...lot);
  return rows;
};

describe('rows of an older system', () => {
  it('may fill every table but the ledger', () => {
    expect([...importTables, 'ledger'].sort()).toEqual([...lakeTableNames].sort());
    expect(Object.keys(goodRows).sort()).toEqual([...importTables].sort());
  });

  it('are marked, dated by their month in Beijing, and can never be taken for live ones', () => {
    const event = importedRows('events', owner)(goodRows.events).row;
    expect(event).toMatchObject({
      event_id: 'import:649900:OLD-1-1',
      source: 'import',
      county_code: '649900',
      ym: '2024-04',
    });
    const early = importedRows('cases', owner)(goodRows.cases).row;
    const late = importedRows('cases', owner)({ ...goodRows.cases, as_of_on: '2025-06-30' }).row;
    expect(early).toMatchObject({ source: 'import', ym: '2024-06' });
    expect(Number(early?.['version'])).toBeLessThan(Number(late?.['version']));
    expect(Number(late?.['version'])).toBeLessThan(0);
  });

  it.each([
    ['events', { recorded_at: '2026-02-30T10:00:00Z' }, 'recorded_at', 'not-an-instant'],
    ['events', { recorded_at: '2026-07-01T16:00:00.001Z' }, 'recorded_at', 'in-the-future'],
    ['events', { subject_kind: 'person' }, 'subject_kind', 'not-of-list'],
    ['events', { attributes_json: '{"statement":"家里困难"}' }, 'attributes_json', 'attributes-unlisted'],
    ['events', { attributes_json: '[1]' }, 'attributes_json', 'json-invalid'],
    ['events', { seq: 0 }, 'seq', 'out-of-range'],
    ['events', { lat: 137.5 }, 'lat', 'out-of-range'],
    ['events', { seq: 1.5 }, 'seq', 'not-a-whole-number'],
    ['events', { event_type: '受理 申请' }, 'event_type', 'not-a-code'],
    ['events', { event_type: 'a\0b' }, 'event_type', 'nul-character'],
    ['events', { device_id: '=HYPERLINK(1)' }, 'device_id', 'formula-like'],
    ['events', { actor_id: idNumber }, 'actor_id', 'personal-number'],
    ['events', { device_id: '13995012345' }, 'device_id', 'personal-number'],
    ['cases', { applicant_id: idNumber }, 'applicant_id', 'personal-number'],
    ['cases', { applicant_id: 't_123' }, 'applicant_id', 'not-a-token'],
    ['cases', { case_id: '649900101-DB-2026-000001' }, 'case_id', 'live-number'],
    ['cases', { amount_fen: '520.00' }, 'amount_fen', 'not-a-whole-number'],
    ['cases', { amount_fen: -1 }, 'amount_fen', 'out-of-range'],
    ['cases', { due_on: '2026-02-29' }, 'due_on', 'not-a-date'],
    ['cases', { first_month: '2026-13' }, 'first_month', 'not-a-month'],
    ['cases', { emergency: 'maybe' }, 'emergency', 'not-a-truth-value'],
    ['cases', { program: 'DB' }, 'program', 'not-of-list'],
    ['cases', { county_code: '640104' }, 'county_code', 'county-not-yours'],
    ['cases', { township_code: '640104001' }, 'township_code', 'division-not-yours'],
    ['cases', { case_id: null }, 'case_id', 'value-missing'],
    ['cases', { case_id: { deep: true } }, 'case_id', 'value-type'],
    ['cases', { name: '张三' }, 'name', 'column-unknown'],
    ['cases', { source: 'live' }, 'source', 'column-derived'],
    ['cases', { version: 7 }, 'version', 'column-derived'],
    ['payments', { account_token: '6228480402564890018' }, 'account_token', 'personal-number'],
  ] as const)('%s with %j are refused for %s: %s', (table, more, column, code) => {
    const { faults, row } = importedRows(table as ImportTable, owner)({ ...goodRows[table], ...more }) as never;
    expect(row).toBeUndefined();
    expect(faults).toEqual([{ column, code }]);
  });

  it('take days, times and truth as older systems write them', () => {
    const { row } = importedRows(
      'cases',
      owner,
    )({
      ...goodRows.cases,
      as_of_on: '2024/6/30',
      accepted_at: '2024-04-01 08:30:00',
      decided_at: '2024/4/2',
      emergency: '否',
      relative_filed: '1',
      amount_fen: ' 52000 ',
      household_size: 3n,
    });
    expect(row).toMatchObject({
      as_of_on: '2024-06-30',
      accepted_at: '2024-04-01T00:30:00.000Z',
      decided_at: '2024-04-01T16:00:00.000Z',
      emergency: false,
      relative_filed: true,
      amount_fen: 52000,
      household_size: 3,
    });
  });

  it('have a reason in Chinese and English for every refusal', () => {
    for (const [zh, en] of Object.values(importFaults)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[ -~]+$/);
    }
  });
});

describe('files of an older system', () => {
  it('are read alike as NDJSON, CSV and Parquet, packed or not', async () => {
    for (const table of importTables) {
      const rows = [goodRows[table]];
      for (const [name, content] of [
        [`${table}.ndjson`, ndjsonOf(rows)],
        [`${table}-a.csv`, csvOf(rows, '\r\n')],
        [`${table}-b.parquet`, foreignParquet(table, rows)],
        [`${table}-c.csv.gz`, gzipSync(csvOf(rows))],
      ] as const)
        expect({ table, name, ...(await checked({ [name]: content })) }).toMatchObject({ code: 0, told: [] });
    }
  });

  it('are refused as a whole, with file, line, column and reason of every refused row', async () => {
    const bad = { ...goodRows.cases, case_id: 'OLD-2', amount_fen: 1.5, township_code: '640104001' };
    const third = { ...goodRows.cases, case_id: 'OLD-3' };
    const answer = await checked({
      'cases.ndjson': `${ndjsonOf([goodRows.cases, bad])}\n[1]\n{"case_id":\n`,
      'cases-3.csv': csvOf([third, { ...bad, case_id: 'OLD-4' }]),
      'cases-4.parquet': foreignParquet('cases', [
        { ...third, case_id: 'OLD-5' },
        { ...third, case_id: 'OLD-6', household_size: 100 },
      ]),
      'terms.csv': csvOf([goodRows.terms]),
      'notes.txt': 'not a table',
    });
    expect(answer.code).toBe(1);
    expect(answer.told).toEqual([
      'cases-3.csv 3 township_code division-not-yours',
      'cases-3.csv 3 amount_fen not-a-whole-number',
      'cases-4.parquet 2 household_size out-of-range',
      'cases.ndjson 2 township_code division-not-yours',
      'cases.ndjson 2 amount_fen not-a-whole-number',
      'cases.ndjson 4  json-invalid',
      'cases.ndjson 5  json-invalid',
    ]);
    expect(answer.files.map(({ name, rows, refused, state }) => [name, rows, refused, state])).toEqual([
      ['cases-3.csv', 2, 1, 'refused'],
      ['cases-4.parquet', 2, 1, 'refused'],
      ['cases.ndjson', 4, 3, 'refused'],
      ['terms.csv', 1, 0, 'checked'],
    ]);
    expect(answer.ignored).toEqual(['notes.txt']);
  });

  it('may have a key once in all files of a table', async () => {
    const later = { ...goodRows.cases, as_of_on: '2024-07-31' };
    expect(
      await checked({
        'cases-1.ndjson': ndjsonOf([goodRows.cases, later]),
        'cases-2.csv': csvOf([
          { ...later, as_of_on: '2024-08-31' },
          { ...later, status: 'closed' },
        ]),
      }),
    ).toMatchObject({ code: 1, told: ['cases-2.csv 3  key-repeated'] });
  });

  it('are read as UTF-8, else as GB18030, and the summary says which', async () => {
    // 编号 in GBK as a column's name, then a good row: the encoding is told apart, the column is not known.
    const header = Buffer.concat([
      Buffer.from('case_id,as_of_on,'),
      Buffer.from([0xb1, 0xe0, 0xba, 0xc5]),
      Buffer.from('\r\n'),
    ]);
    const answer = await checked({ 'cases.csv': Buffer.concat([header, Buffer.from('OLD-1,2024-06-30,7\r\n')]) });
    expect(answer.files[0]).toMatchObject({ encoding: 'gb18030', refused: 1 });
    expect(answer.told).toEqual(['cases.csv 2 编号 column-unknown']);
    const marked = await checked({ 'cases.csv': `\uFEFF${csvOf([goodRows.cases], '\r\n')}` });
    expect(marked).toMatchObject({ code: 0, files: [{ encoding: 'utf-8', rows: 1 }] });
    const neither = await checked({ 'cases.csv': Buffer.from([0x63, 0xff, 0xff, 0x0a]) });
    expect(neither.told).toEqual(['cases.csv 0  encoding-unknown']);
  });

  it('keep count of lines within quotes, and stop where quotes are broken', async () => {
    const text =
      'case_id,as_of_on,status\nOLD-1,2024-06-30,"a\nb"\nOLD-2,2024-06-30,ok\nOLD-3,2024-06-30\nOLD-4,"2024"x,ok\n';
    const { told } = await checked({ 'cases.csv': text });
    expect(told).toEqual(['cases.csv 2 status not-a-code', 'cases.csv 5  fields-too-few', 'cases.csv 6  csv-broken']);
  });

  it('say when they are empty, torn or no Parquet at all', async () => {
    const { told } = await checked({
      'cases.csv': 'case_id,as_of_on\n',
      'cases.ndjson': '',
      'terms.parquet': 'PAR1 but nothing behind it PAR1',
      'terms.csv.gz': gzipSync(csvOf([goodRows.terms])).subarray(0, 40),
      'terms-2.csv': 'case_id,case_id\n1,2\n',
    });
    expect(told).toEqual([
      'cases.csv 0  file-empty',
      'cases.ndjson 0  file-empty',
      'terms-2.csv 1  column-repeated',
      'terms.csv.gz 0  file-unreadable',
      'terms.parquet 0  file-unreadable',
    ]);
  });
});

describe('what is sent to fill the memory', () => {
  const gigabyte = async function* (before: string, after: string): AsyncGenerator<Buffer> {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    yield Buffer.from(before);
    for (let i = 0; i < 1024; i += 1) yield chunk;
    yield Buffer.from(after);
  };

  it('is cut off: a line of a gigabyte is one refused row, and the lines after it are read', async () => {
    const before = process.memoryUsage().rss;
    const rows = await rowsIn(ndjsonRows(gigabyte('{"case_id":"', '"}\n{"case_id":"OLD-2"}\n')));
    expect(rows).toEqual([
      { place: 1, values: {}, fault: { column: '', code: 'line-too-long' } },
      { place: 2, values: { case_id: 'OLD-2' } },
    ]);
    await expect(rowsIn(csvRows(gigabyte('case_id\n', '\n'), 'utf-8'))).rejects.toMatchObject({
      name: 'FileFault',
      code: 'line-too-long',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('is not unpacked: a file that comes to a thousand times its size is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(160 * 1024 * 1024, '\n'), { level: 1 });
    expect((await checked({ 'cases.ndjson.gz': bomb })).told).toEqual(['cases.ndjson.gz 0  unpacks-too-large']);
  });

  it('finds the repeated among many keys also when they lie on disk', async () => {
    const register = keyRegister(folder.path('keys'), 5_000);
    for (let i = 0; i < 12_000; i += 1) {
      register.add(String(i % 11_998), { file: 3, place: i });
      await register.settle();
    }
    register.add('7', { file: 4, place: 1 });
    const repeated = await register.repeated();
    expect([...repeated].sort((a, b) => a.file - b.file || a.place - b.place)).toEqual([
      { file: 3, place: 11_998 },
      { file: 3, place: 11_999 },
      { file: 4, place: 1 },
    ]);
  });
});
