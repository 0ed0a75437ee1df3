import * as z from 'zod';
import { Instant } from './dates.ts';
import { CountyCode, PersonId } from './ids.ts';

const format = z.enum(['csv', 'xlsx']).describe('文件格式 Format');
const purpose = z.string().trim().min(2).max(200).describe('导出目的，随导出一并存证 Purpose, kept with the export');

/** A result asked for as a file, and what for (design decision 13). */
export const ExportRequest = z.strictObject({ format, purpose }).meta({
  id: 'ExportRequest',
  description: '导出查询结果 Result as a file',
  examples: [{ format: 'xlsx', purpose: '十月督办会议材料' }],
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** A result as a file, with a short-lived address to fetch it from, once. */
export const QueryExport = z
  .strictObject({
    exportId: z.string().describe('导出编号 Export'),
    runId: z.string().describe('查询运行编号 Run'),
    format,
    rows: z.int().describe('行数 Rows'),
    withheld: z.int().optional().describe('因户数过少隐去数字的行数（上级机关） Rows whose figures are withheld'),
    url: z.string().optional().describe('下载地址，十五分钟内一次有效 Address, for fifteen minutes, once'),
    sha256: z.string().optional().describe('文件哈希 Hash of the file'),
    bytes: z.int().optional().describe('文件大小 Size'),
    expiresAt: Instant.describe('地址有效至 Until when the address may be used'),
  })
  .meta({
    id: 'QueryExport',
    description: '导出文件 Exported file',
    examples: [
      {
        exportId: 'exp-1f0c9a2b7d3e4f5a6b7c8d9e',
        runId: 'run-1f0c9a2b7d3e4f5a6b7c8d9e',
        format: 'xlsx',
        rows: 12,
        expiresAt: '2026-11-02T01:15:00.000Z',
      },
    ],
  });
export type QueryExport = z.infer<typeof QueryExport>;

/** What is kept of an export, so that asking again makes nothing twice. */
export const ExportRecord = z.strictObject({
  exportId: z.string(),
  key: z.string(),
  requestHash: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  at: Instant,
});

/** The event of the access log behind every exported file (design decision 13). */
export const QueryExportedBody = z.strictObject({
  type: z.literal('query-exported'),
  data: z.strictObject({
    act: z.string(),
    exportId: z.string(),
    runId: z.string(),
    query: z.string(),
    counties: z.array(CountyCode),
    format,
    count: z.int(),
    sha256: z.string(),
    purpose,
    person: PersonId,
    at: Instant,
  }),
});
export type QueryExportedBody = z.infer<typeof QueryExportedBody>;
