import { read as readWorkbook, utils } from '@e965/xlsx';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { ExportSheet } from '../../functions/core/export-sheet.ts';
import type { AskedRun } from '../../functions/core/facts.ts';
import { perform } from '../../functions/core/perform.ts';
import { csvFile } from '../../functions/shell/csv.ts';
import { exportRun } from '../../functions/shell/effects/export-run.ts';
import { plainRows } from '../../functions/shell/export-cells.ts';
import { sha256 } from '../../functions/shell/hash.ts';
import { eventPartition } from '../../functions/shell/keys.ts';
import { xlsxFile } from '../../functions/shell/xlsx-file.ts';
import { exportQueryRun } from '../../functions/supervision/export-query-run.ts';
import { exportedRun } from '../../functions/supervision/exported-run.ts';
import type { Actor } from '../../schemas/actor.ts';
import { ExportRequest, QueryExportedBody } from '../../schemas/query-export.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { clock, lakeForTests } from './lake-for-tests.ts';

const engine = await startTestEngine();
const lake = await lakeForTests();
afterAll(() => Promise.all([engine.stop(), lake.remove()]));

const now = clock.now();
const county: Actor = { personId: 'p-cc-1', post: 'CC', orgCode: '649900', clientId: 'demo-portal' };
const city: Actor = { ...county, post: 'CITY', personId: 'p-city-1' };
const hostile = '=HYPERLINK("http://x.example","点此")';
const run: AskedRun = {
  counties: ['649900'],
  smallCells: { below: 5, counts: ['confirmed'], sums: ['monthly_fen'] },
  asked: {
    by: 'p-cc-1',
    at: '2026-10-08T20:30:00.000Z',
    params: { county: '649900', from_on: '2026-10-01' },
    purpose: '十月检查',
    text: undefined,
  },
  view: {
    runId: 'run-1',
    query: 'decisions-by-program',
    state: 'succeeded',
    columns: ['township_code', 'confirmed', 'monthly_fen', 'decided_on', 'asked_at', 'provisional', 'my_own'],
    rows: [
      ['649900101', 7, -132_000, '2026-10-08', '2026-10-08T20:30:00.000Z', true, hostile],
      ['649900102', 3, 99, null, null, false, '  说"好",\r\n第二行 '],
    ],
    total: 2,
  },
};
const by = { purpose: '会议材料', person: 'p-cc-1', at: now };
const sheet = exportedRun(run, by);

describe('a result as CSV', () => {
  const text = Buffer.from(csvFile(plainRows(sheet))).toString('utf8');

  it('begins with the mark by which Excel knows UTF-8, and with titles in Chinese and English', () => {
    expect(text.startsWith('\uFEFF"乡镇（街道）代码 township"')).toBe(true);
    expect(text).toContain('"确认 Confirmed","月保障金额（分） Monthly amount in fen","决定日 Decided on"');
    expect(text).toContain('"查询时间 Asked at（北京时间 Beijing time）"');
    expect(text).toContain('"my_own"\r\n');
  });

  it('keeps quotes and line ends within a field, and numbers bare, also below zero', () => {
    expect(text).toContain('"649900101",7,-132000,"2026-10-08","2026-10-09 04:30:00","是 yes",');
    expect(text.endsWith('"649900102",3,99,,,"否 no","  说""好"",\r\n第二行 "\r\n')).toBe(true);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('never lets %j be a formula', (field) => {
    expect(Buffer.from(csvFile([[field]])).toString('utf8')).toBe(`\uFEFF"'${field}"\r\n`);
  });
});

describe('a result as a workbook', () => {
  const opened = async (of: ExportSheet) => readWorkbook(await xlsxFile(of), { cellDates: true, UTC: true });

  it('opens in another reader, with numbers, days, times and truth as such and texts as texts', async () => {
    const { Sheets, SheetNames } = await opened(sheet);
    expect(SheetNames).toEqual(['结果 Result', '说明 About']);
    const cells = Sheets['结果 Result'] ?? {};
    expect(cells['A1']).toMatchObject({ t: 's', v: '乡镇（街道）代码 township' });
    expect(cells['A2']).toMatchObject({ t: 's', v: '649900101' });
    expect(cells['B2']).toMatchObject({ t: 'n', v: 7 });
    expect(cells['C2']).toMatchObject({ t: 'n', v: -132_000 });
    expect(cells['D2']).toMatchObject({ t: 'd', v: new Date('2026-10-08T00:00:00.000Z') });
    expect(cells['E2']).toMatchObject({ t: 'd', v: new Date('2026-10-09T04:30:00.000Z') });
    expect(cells['F2']).toMatchObject({ t: 'b', v: true });
    expect(cells['G2']).toMatchObject({ t: 's', v: hostile });
    expect(cells['G2']).not.toHaveProperty('f');
    expect(cells['D3']).toBeUndefined();
  });

  it('says on a sheet of its own what was asked, with which parameters, why, by whom and when', async () => {
    const { Sheets } = await opened(sheet);
    const about = Object.fromEntries(
      utils.sheet_to_json(Sheets['说明 About'] ?? {}, { header: 1 }) as [string, string][],
    );
    expect(about).toMatchObject({
      '查询 Query': '各业务审核确认结果 Decisions by township and program',
      '县级代码 County': '649900',
      '起始日 First day': '2026-10-01',
      '查询目的 Purpose of the query': '十月检查',
      '查询人 Asked by': 'p-cc-1',
      '查询时间 Asked at（北京时间 Beijing time）': '2026-10-09 04:30:00',
      '导出目的 Purpose of the export': '会议材料',
      '导出人 Exported by': 'p-cc-1',
      '行数 Rows': '2',
    });
  });

  it('opens whatever characters a text holds, and however long it is', async () => {
    const rows = [[`a\u0000\u001Fb\uFFFF<&>"'`], ['长'.repeat(40_000)]];
    const { Sheets } = await opened({ ...sheet, columns: [{ title: 't', kind: 'text' }], rows });
    expect(Sheets['结果 Result']?.['A2']?.v).toBe(`ab<&>"'`);
    expect(Sheets['结果 Result']?.['A3']?.v).toHaveLength(32_767);
  });

  it('has no rows where the result has none', async () => {
    const empty = exportedRun({ ...run, view: { ...run.view, rows: [], total: 0 } }, by);
    const { Sheets } = await opened(empty);
    expect(utils.sheet_to_json(Sheets['结果 Result'] ?? {}, { header: 1 })).toHaveLength(1);
  });
});

const decide = (found: AskedRun | undefined, actor = county, format = 'csv') =>
  perform(exportQueryRun, {
    facts: {
      actor,
      params: { runId: 'run-1', requestKey: 'cd'.repeat(32) },
      run: found,
      people: {},
      attachments: {},
      subjects: {},
      names: {},
    },
    input: ExportRequest.parse({ format, purpose: '会议材料' }),
    now,
  });
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('POST /v1/query-runs/{runId}/exports', () => {
  it('withholds in the file what is withheld in the answer, and says so', () => {
    const { effect, reply } = decide(run, city);
    expect(reply).toMatchObject({ rows: 2, withheld: 1 });
    if (effect?.kind !== 'export-run') throw new Error('no effect');
    expect(effect.sheet.rows[1]?.slice(0, 3)).toEqual(['649900102', null, null]);
    expect(effect.sheet.rows[0]).toEqual(run.view.rows?.[0]);
    expect(Object.fromEntries(effect.sheet.about)['隐去 Withheld']).toContain('1 行不足 5 户');
    expect(decide(run).reply).not.toHaveProperty('withheld');
  });

  it('knows no run of another division, nor one that nobody asked', () => {
    for (const actor of [
      { ...county, orgCode: '640121' },
      { ...city, orgCode: '640100' },
    ])
      expect(codeOf(() => decide(run, actor))).toBe('run-not-found');
    expect(codeOf(() => decide(undefined))).toBe('run-not-found');
    expect(codeOf(() => decide({ ...run, counties: ['649900', '640121'] }))).toBe('run-not-found');
  });

  it('has nothing to write while a run is under way or when it failed', () => {
    for (const state of ['running', 'failed'] as const)
      expect(codeOf(() => decide({ ...run, view: { runId: 'run-1', query: 'case-timeline', state } }))).toBe(
        'run-not-finished',
      );
  });

  it('wants a purpose and a format it knows', () => {
    for (const body of [{ format: 'csv' }, { format: 'csv', purpose: ' ' }, { format: 'pdf', purpose: '会议材料' }])
      expect(ExportRequest.safeParse(body).success).toBe(false);
  });
});

describe('an exported file', () => {
  const ports = { store: engine.store, objects: lake.objects, clock };
  const asker = { actor: county, step: 'supervision.export-query-run' };
  const effectOf = (format: string) => {
    const { effect } = decide(run, county, format);
    if (effect?.kind !== 'export-run') throw new Error('no effect');
    return { ...effect, exportId: `exp-${format}` };
  };
  const fetched = async (url: string) => lake.objects.openDownload(url.slice(url.lastIndexOf('/') + 1));

  it('is noted with its purpose and hash, fetched once, and made once however often it is asked for', async () => {
    const answers = [await exportRun(ports, effectOf('xlsx'), asker), await exportRun(ports, effectOf('xlsx'), asker)];
    const { items } = await engine.store.partition(eventPartition('access', '649900'));
    expect(items).toHaveLength(1);
    const [event] = items.map(({ record }) => record as { readonly type: string; readonly data: unknown });
    expect(QueryExportedBody.parse({ type: event?.type, data: event?.data }).data).toMatchObject({
      exportId: 'exp-xlsx',
      runId: 'run-1',
      format: 'xlsx',
      count: 2,
      purpose: '会议材料',
      person: 'p-cc-1',
      sha256: answers[0]?.sha256,
    });
    for (const { url, sha256: hash, bytes } of answers) {
      const file = await fetched(url);
      expect([file && sha256(file.bytes), file?.bytes.length]).toEqual([hash, bytes]);
      expect(file?.key).toMatch(/decisions-by-program\.xlsx$/);
      expect(await fetched(url)).toBeNull();
    }
  });

  it('is no longer to be had when its fifteen minutes are over', async () => {
    const { url } = await exportRun(ports, { ...effectOf('csv'), expiresAt: '2026-10-09T00:59:59.000Z' }, asker);
    expect(await fetched(url)).toBeNull();
  });

  it('is refused under a number that stands for another file', async () => {
    const other = exportRun(ports, { ...effectOf('xlsx'), purpose: '别的目的' }, asker);
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});
