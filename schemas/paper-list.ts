import * as z from 'zod';
import { Posting } from './case-evidence.ts';
import { CivilDate, Instant } from './dates.ts';
import { CaseId, Sha256 } from './ids.ts';
import { Delivery, Paper } from './paper.ts';

const { paperId, kind, number, to, issuedOn, serveBy, example } = Paper.shape;

/** A paper in a case's register (文书目录). */
export const PaperListing = z
  .strictObject({
    paperId,
    kind,
    title: z.string().describe('文书名称 Title'),
    number,
    to,
    issuedOn,
    serveBy,
    served: Delivery.optional(),
  })
  .meta({ id: 'PaperListing', description: '文书目录条目 Paper as listed' });
export type PaperListing = z.infer<typeof PaperListing>;

export const PaperList = z
  .strictObject({ caseId: CaseId, papers: z.array(PaperListing).describe('文书 Papers') })
  .meta({
    id: 'PaperList',
    description: '文书目录 Papers of a case',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        papers: [
          {
            paperId: 'W07-1',
            kind: 'W07',
            title: '受理通知书',
            number: '演一镇社救〔2026〕2号',
            to: 't_00112233445566778899aabbccddeeff',
            issuedOn: '2026-08-03',
          },
        ],
      },
    ],
  });

export const PaperQuery = z
  .strictObject({
    channel: Posting.shape.channel
      .optional()
      .describe(
        '公示文书的张贴渠道；村级公示栏为全名，其他默认隐名 Where a notice is shown; names are masked but on the village board',
      ),
  })
  .meta({ id: 'PaperQuery', description: '查看文书 Reading a paper', examples: [{}, { channel: 'village-board' }] });

/** A paper as it is read: names filled in. */
export const PaperText = z
  .strictObject({
    paperId,
    kind,
    title: z.string().describe('文书名称 Title'),
    number,
    issuedOn,
    example,
    readOn: CivilDate.describe('查看日期 Day it was read'),
    text: z.string().describe('文书全文 Full text in Chinese'),
  })
  .meta({
    id: 'PaperText',
    description: '文书全文 Text of a paper',
    examples: [
      {
        paperId: 'W07-1',
        kind: 'W07',
        title: '受理通知书',
        number: '演一镇社救〔2026〕2号',
        issuedOn: '2026-08-03',
        example: true,
        readOn: '2026-08-04',
        text: '演示数据·非真实标准\n\n受理通知书\n演一镇社救〔2026〕2号\n\n……\n\n演示数据·非真实标准\n',
      },
    ],
  });

/** A paper as it is printed: where to fetch the PDF. */
export const PaperFile = z
  .strictObject({
    paperId,
    kind,
    title: z.string().describe('文书名称 Title'),
    number,
    issuedOn,
    example,
    readOn: CivilDate.describe('打印日期 Day it was printed'),
    expiresAt: Instant.describe('下载地址失效时间 Until when the address may be used'),
    url: z.string().optional().describe('下载地址，勿转发 Address to fetch the PDF from, not to be passed on'),
    sha256: Sha256.optional(),
    bytes: z.int().min(1).optional().describe('字节数 Size in bytes'),
  })
  .meta({
    id: 'PaperFile',
    description: '文书PDF Paper as PDF',
    examples: [
      {
        paperId: 'W07-1',
        kind: 'W07',
        title: '受理通知书',
        number: '演一镇社救〔2026〕2号',
        issuedOn: '2026-08-03',
        example: true,
        readOn: '2026-08-04',
        expiresAt: '2026-08-04T02:15:00.000Z',
        url: 'http://127.0.0.1:8787/local/downloads/0123456789abcdef',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        bytes: 44120,
      },
    ],
  });
