import * as z from 'zod';
import { Instant } from './dates.ts';
import { CountyCode } from './ids.ts';

const path = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-zA-Z0-9./_-]*$/)
  .describe('存证目录中的路径（C2SP tlog-tiles） Path within the log (C2SP tlog-tiles)');

export const LedgerFilesQuery = z
  .strictObject({
    after: path.optional().describe('已有的最后一个文件；首页不填 The last file one has; absent on the first page'),
    limit: z.coerce.number().int().min(1).max(500).default(200).describe('每页条数，至多 500 Files a page'),
  })
  .meta({ id: 'LedgerFilesQuery', description: '存证文件查询 Page of the files of a log', examples: [{ limit: 200 }] });

export const LedgerFiles = z
  .strictObject({
    countyCode: CountyCode,
    files: z
      .array(z.strictObject({ path, url: z.url().describe('下载地址，一次有效 Address, for one download') }))
      .describe('文件，按路径排列 Files in the order of their paths'),
    next: path.optional().describe('续页时作为 after；没有即为末页 The after of the next page; absent on the last'),
    expiresAt: Instant.describe('下载地址有效至 Until when the addresses may be used'),
  })
  .meta({
    id: 'LedgerFiles',
    description: '存证文件清单 Files of a log',
    examples: [
      {
        countyCode: '649900',
        files: [{ path: 'checkpoints/000000000002', url: 'https://example.org/checkpoint' }],
        expiresAt: '2026-08-03T16:15:00.000Z',
      },
    ],
  });
export type LedgerFiles = z.infer<typeof LedgerFiles>;
