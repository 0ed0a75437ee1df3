import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { parquetOf } from '../../functions/shell/parquet.ts';
import type { LakeRow } from '../../schemas/lake.ts';
import { ask } from '../lake/lake-for-tests.ts';
import { type Copy, parquetIn, reencode, rewrite, rowsIn } from './rewritten-lake.ts';
import { attacked, type SealedCounty, sealedCounty } from './sealed-county.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
beforeAll(async () => {
  county = await sealedCounty();
});
afterAll(() => county.stop());

const verifyLake = (attack: (copy: Copy) => Promise<unknown>) =>
  attacked(county, attack, ({ ledger, lake }) => ['lake', ledger, lake]);
const at = (i: number, change: (row: LakeRow) => LakeRow) => (rows: LakeRow[]) =>
  rows.map((row, k) => (k === i ? change(row) : row));

describe('The lake against the log', () => {
  it('22 · passes when files were written anew, merged, and sorted otherwise, and when a batch was delivered twice', async () => {
    expect((await verifyLake((copy) => rewrite(copy, 'events', (rows) => rows.toReversed(), true))).code).toBe(0);
    expect((await verifyLake((copy) => rewrite(copy, 'ledger', (rows) => rows.toReversed()))).code).toBe(0);
    expect((await verifyLake((copy) => rewrite(copy, 'events', (rows) => [...rows, ...rows.slice(0, 50)]))).code).toBe(
      0,
    );
  });

  it.each(['snappy', 'gzip', 'brotli', 'zstd', 'uncompressed'])(
    '22 · passes when another program wrote all rows anew: other order, row groups, encodings, and %s',
    async (compression) => {
      const { text, code } = await verifyLake(async (copy) => {
        await reencode(copy, 'events', compression);
        await reencode(copy, 'ledger', compression);
      });
      expect(text).toContain(`lakeRows: ${county.events.length}`);
      expect(text).toContain(`ledgerRows: ${county.events.length}`);
      expect(code).toBe(0);
    },
  );

  it('22 · passes when rows stand in the raw and in a sealed zone too, and finds a foreign row in either', async () => {
    const sealed = async ({ lake }: Copy, change: (rows: LakeRow[]) => LakeRow[]) => {
      const raw = join(lake, 'raw/events');
      const rows = await Promise.all((await parquetIn(raw)).map((name) => rowsIn(join(raw, name))));
      const folder = join(lake, 'days/events/county_code=649900/ym=2026-08');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, '2026-08-03.parquet'), parquetOf('events', change(rows.flat())));
    };
    expect((await verifyLake((copy) => sealed(copy, (rows) => rows))).code).toBe(0);
    const foreign = await verifyLake((copy) => sealed(copy, (rows) => rows.with(3, { ...rows[3], actor_post: 'TM' })));
    expect(foreign.text).toContain('[tampered] days/events/county_code=649900/ym=2026-08/2026-08-03.parquet row ');
    expect(foreign.code).toBe(1);
  });

  it.each<[string, (row: LakeRow) => LakeRow]>([
    ['township_code', (row) => ({ ...row, township_code: '649900102' })],
    ['actor_id', (row) => ({ ...row, actor_id: 'p-clerk-2' })],
    ['recorded_at', (row) => ({ ...row, recorded_at: '2026-08-03T00:00:00.000Z' })],
    ['attributes_json', (row) => ({ ...row, attributes_json: String(row['attributes_json']).replace('600', '900') })],
    ['lat, where there was none', (row) => ({ ...row, lat: 38.47 })],
    ['case_id, taken away', (row) => ({ ...row, case_id: null })],
  ])('1 · finds one field of one row changed: %s', async (_name, change) => {
    const { text, code } = await verifyLake((copy) => rewrite(copy, 'events', at(17, change)));
    expect(text).toMatch(/\[tampered\] raw\/events\/part-0\.parquet row \d+ (case|docket):\S+#\d+/);
    expect(code).toBe(1);
  });

  it('22 · finds a row of an event that never was', async () => {
    const extra = (rows: LakeRow[]) => [
      ...rows,
      { ...rows[0], event_id: 'case:649900101-DB-2026-000001#999', seq: 999 },
    ];
    const { text, code } = await verifyLake((copy) => rewrite(copy, 'events', extra));
    expect(text).toContain('a row of no event that was sealed');
    expect(code).toBe(1);
  });

  it('names rows that are not there, without calling it tampering: the recorder may be redriven', async () => {
    const { text, code } = await verifyLake((copy) => rewrite(copy, 'events', (rows) => rows.toSpliced(17, 1)));
    expect(text).toContain('has no row in the lake');
    expect(code).toBe(2);
  });

  it('1 · finds a hash, a number or a subject changed in the ledger table', async () => {
    for (const change of [
      (row: LakeRow) => ({ ...row, event_sha256: 'ab'.repeat(32) }),
      (row: LakeRow) => ({ ...row, seq: 77 }),
      (row: LakeRow) => ({ ...row, subject_id: '649900101-DB-2026-000009' }),
      (row: LakeRow) => ({ ...row, log_index: 9_999 }),
    ]) {
      const { text, code } = await verifyLake((copy) => rewrite(copy, 'ledger', at(30, change)));
      expect(text).toContain('[tampered] raw/ledger/');
      expect(code).toBe(1);
    }
  });

  it('1 · finds a row and its hash in the manifest changed together: a sealed day names its manifest', async () => {
    const { text, code } = await verifyLake(async (copy) => {
      await rewrite(
        copy,
        'events',
        at(17, (row) => ({ ...row, township_code: '649900102' })),
      );
      const manifest = join(copy.ledger, `manifests/${'0'.repeat(12)}.json`);
      await writeFile(
        manifest,
        String(await readFile(manifest)).replace(/"rowSha256":"."/, (found) =>
          found.endsWith('0"') ? '"rowSha256":"1"' : found,
        ),
      );
      await writeFile(
        manifest,
        String(await readFile(manifest)).replace(/"rowSha256":"[0-9a-f]{8}/, '"rowSha256":"00000000'),
      );
    });
    expect(text).toContain(`[tampered] manifests/${'0'.repeat(12)}.json`);
    expect(code).toBe(1);
  });

  it('answers queries over the ledger table like any other', async () => {
    const sql = duckdbAuditSql({ ...county.ports, lakeDir: county.lake });
    const { rows } = await ask(
      sql,
      'SELECT count(*) AS n, max(log_index) AS last, count(prev_sha256) AS chained FROM ledger',
    );
    expect(rows).toEqual([[county.events.length, county.events.length - 1, county.events.length - 6]]);
    await sql.close();
  });

  it('reads half a file as what it is', async () => {
    const { text, code } = await verifyLake(async ({ lake }) => {
      const folder = join(lake, 'raw/events');
      const [name = ''] = await parquetIn(folder);
      const bytes = await readFile(join(folder, name));
      await writeFile(join(folder, name), bytes.subarray(0, bytes.length / 2));
    });
    expect(text).toContain('cannot be read');
    expect(code).toBe(1);
  });
});
