import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parquetOf } from '../../functions/shell/parquet.ts';
import type { LakeRow } from '../../schemas/lake.ts';
import { type Copy, parquetIn, rowsIn } from './rewritten-lake.ts';
import { attacked, FIRST, type SealedCounty, sealedCounty } from './sealed-county.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
beforeAll(async () => {
  county = await sealedCounty();
});
afterAll(() => county.stop());

type Table = 'events' | 'ledger';
type Change = (rows: LakeRow[]) => LakeRow[];

/** Rows of a table in the order of the log, which is that of the events. */
async function inOrder({ lake }: Copy, table: Table): Promise<LakeRow[]> {
  const raw = join(lake, 'raw', table);
  const rows = (await Promise.all((await parquetIn(raw)).map((file) => rowsIn(join(raw, file))))).flat();
  const place = new Map(
    county.events.map(({ subjectKind, subjectId, seq }, i) => [`${subjectKind}:${subjectId}#${seq}`, i]),
  );
  const at = (row: LakeRow): number => place.get(`${row['subject_kind']}:${row['subject_id']}#${row['seq']}`) ?? -1;
  return rows.sort((a, b) => at(a) - at(b));
}

async function put({ lake }: Copy, path: string, rows: LakeRow[]): Promise<void> {
  const file = join(lake, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, parquetOf(path.split('/')[1] as Table, rows));
}

const AUGUST = 'county_code=649900/ym=2026-08';
const day1 = (table: Table): string => `days/${table}/${AUGUST}/000000000000-000000000262.parquet`;
const day2 = (table: Table): string => `days/${table}/${AUGUST}/000000000262-000000000283.parquet`;
const month = (table: Table): string => `months/${table}/${AUGUST}/2026-08.parquet`;

/** The zones as compaction leaves them once August is over, beside the raw files, with one file otherwise: null leaves it out. */
async function compacted(copy: Copy, changed = '', change: Change | null = null): Promise<void> {
  for (const table of ['events', 'ledger'] as const) {
    const rows = await inOrder(copy, table);
    const files: [string, LakeRow[]][] = [
      [day1(table), rows.slice(0, FIRST)],
      [day2(table), rows.slice(FIRST)],
      [month(table), rows],
    ];
    for (const [path, some] of files)
      if (path !== changed) await put(copy, path, some);
      else if (change) await put(copy, path, change(some));
  }
}

const verifyLake = (attack: (copy: Copy) => Promise<unknown>) =>
  attacked(county, attack, ({ ledger, lake }) => ['lake', ledger, lake]);
const without =
  (i: number): Change =>
  (rows) =>
    rows.toSpliced(i, 1);
const twice: Change = (rows) => [...rows, ...rows.slice(5, 6)];

describe('Days and months, each for itself, whatever the raw files still hold', () => {
  it('22 · pass as compaction leaves them, and before a month is merged', async () => {
    const { text, code } = await verifyLake(compacted);
    expect(text).toContain(`lakeRows: ${3 * county.events.length}`);
    expect(code).toBe(0);
    expect((await verifyLake((copy) => compacted(copy, month('events')))).code).toBe(0);
  });

  it.each<[string, string, Change, string]>([
    ['1 · a row taken out of a day', day1('events'), without(17), 'index 17'],
    ['1 · the last row taken out of the last day', day2('events'), without(20), 'index 282'],
    ['1 · a row taken out of a day of the ledger table', day1('ledger'), without(17), 'index 17'],
    ['1 · a row taken out of a month', month('events'), without(100), 'index 100'],
    ['1 · the last row taken out of a month', month('events'), without(282), 'index 282'],
    ['1 · a row taken out of a month of the ledger table', month('ledger'), without(100), 'index 100'],
    ['1 · every row taken out of a file', day2('events'), () => [], 'index 262'],
    ['22 · a row twice in a day', day1('ledger'), twice, 'row 6 index 5'],
    ['22 · a row twice in a month', month('ledger'), twice, 'row 6 index 5'],
    [
      '22 · a row of another county',
      month('ledger'),
      (rows) => rows.with(3, { ...rows[3], county_code: '649901' }),
      'index 3',
    ],
  ])('%s', async (_name, file, change, place) => {
    const { text, code } = await verifyLake((copy) => compacted(copy, file, change));
    expect(text).toContain(`[tampered] ${file} ${place}\n`);
    expect(code).toBe(1);
  });

  it('22 · find a row in two files of a zone, a row in a file of another range, and a file in the folder of another month', async () => {
    for (const [file, from, word] of [
      [`days/events/${AUGUST}/again.parquet`, 9, 'stands in this zone twice'],
      [`days/ledger/${AUGUST}/000000000283-000000000284.parquet`, 9, 'not of the range of its name'],
      [`days/ledger/${AUGUST.replace('08', '07')}/000000000009-000000000010.parquet`, 9, 'folder of another month'],
    ] as const) {
      const { text, code } = await verifyLake(async (copy) => {
        await compacted(copy);
        await put(copy, file, (await inOrder(copy, file.split('/')[1] as Table)).slice(from, from + 1));
      });
      expect(text).toContain(`[tampered] ${file} `);
      expect(text).toContain(word);
      expect(code).toBe(1);
    }
  });

  it('name a file that was not copied, without calling it tampering', async () => {
    for (const [file, place] of [
      [day1('events'), 'days/events index 0'],
      [day1('ledger'), 'days/ledger index 0'],
    ] as const) {
      const { text, code } = await verifyLake((copy) => compacted(copy, file));
      expect(text).toContain(`[incomplete] ${place}\n`);
      expect(text).toContain('262 rows are missing from this zone');
      expect(code).toBe(2);
    }
  });

  it('name a batch that a merged month lacks: it may have been sealed late and not be taken yet', async () => {
    const { text, code } = await verifyLake((copy) => compacted(copy, month('events'), (rows) => rows.slice(0, FIRST)));
    expect(text).toContain('[incomplete] months/events 2026-08 index 262\n');
    expect(code).toBe(2);
  });

  it('pass alone, without the raw files, the months without the days too; rows of the ledger table that are nowhere are named', async () => {
    const left = (...zones: readonly string[]) =>
      verifyLake(async (copy) => {
        await compacted(copy);
        for (const zone of zones) await rm(join(copy.lake, zone), { recursive: true });
      });
    expect((await left('raw')).code).toBe(0);
    expect((await left('raw', 'days')).code).toBe(0);
    const none = await left('raw', 'days', 'months/ledger');
    expect(none.text).toContain('has no row in the table of the ledger');
    expect(none.code).toBe(2);
  });
});
