import * as z from 'zod';
import { Instant, Month } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CountyCode, PersonId, Sha256 } from './ids.ts';
import { lakeTableNames } from './lake.ts';
import { pageNext, pageQuery } from './page.ts';

/** An event is an entry of the log, which has 64 KB at most: so many files an import may have. */
export const MOST_FILES = 150;
export const MOST_PIECES = 20_000;
export const LARGEST_PIECE = 16 * 1024 * 1024;

/** Tables an older system may fill: all but the ledger, which is the log's own (design section 8). */
const ImportedTable = z
  .enum(lakeTableNames.filter((table) => table !== 'ledger') as [string, ...string[]])
  .describe('数据湖的表，存证表除外 table of the lake, not the ledger');
const FileName = z
  .string()
  .regex(/^[a-z]+(-[A-Za-z0-9._-]{1,80})?\.(ndjson|csv|parquet)(\.gz)?$/)
  .describe('文件名，以表名开头 name of the file, beginning with its table');
const importId = z.string().min(1).max(60).describe('导入编号 number of the import');

/** One Parquet file of one month, as it is uploaded and stored. */
export const ImportPiece = z
  .strictObject({
    ym: Month.describe('数据所属月份 month of the rows'),
    rows: z.int().min(1).describe('行数 rows'),
    bytes: z.int().min(1).max(LARGEST_PIECE).describe('字节数，不超过 16 MB size in bytes'),
    sha256: Sha256,
  })
  .meta({ id: 'ImportPiece', description: '一份数据 Piece of an import' });
export type ImportPiece = z.infer<typeof ImportPiece>;

const sourceFile = {
  file: FileName,
  table: ImportedTable,
  sha256: Sha256.describe('原文件的哈希 hash of the file as it was delivered'),
  bytes: z.int().min(1).describe('原文件字节数 its size'),
  rows: z.int().min(1).describe('行数 rows'),
};

/** What a county brings from an older system: its files, and the pieces each was cut into. */
export const ImportManifest = z
  .strictObject({
    countyCode: CountyCode,
    files: z
      .array(
        z.strictObject({
          ...sourceFile,
          pieces: z.array(ImportPiece).min(1).describe('该文件按月分成的数据 its pieces by month'),
        }),
      )
      .min(1)
      .max(MOST_FILES)
      .describe('文件及其数据 files and their pieces'),
  })
  .meta({ id: 'ImportManifest', description: '导入清单 What is imported' });
export type ImportManifest = z.infer<typeof ImportManifest>;

export const ImportRequest = z
  .strictObject({
    manifest: ImportManifest,
    sha256: Sha256.describe('清单的 RFC 8785 规范形式的哈希 hash of the manifest in its RFC 8785 form'),
    purpose: z.string().min(1).max(200).describe('导入事由 why it is imported'),
  })
  .meta({
    id: 'ImportRequest',
    description: '导入申请 History to import',
    examples: [
      {
        manifest: {
          countyCode: '649900',
          files: [
            {
              file: 'payments-2025.csv',
              table: 'payments',
              sha256: 'a'.repeat(64),
              bytes: 48213,
              rows: 412,
              pieces: [{ ym: '2025-12', rows: 412, bytes: 9120, sha256: 'b'.repeat(64) }],
            },
          ],
        },
        sha256: 'c'.repeat(64),
        purpose: '原低保信息系统历史数据',
      },
    ],
  });

/** A file as the event tells it: what was delivered, and the hash of what is stored of it. */
export const ImportedFile = z
  .strictObject({
    ...sourceFile,
    pieces: z.int().min(1).describe('份数 pieces'),
    stored: Sha256.describe('所存数据清单的哈希 hash of the list of its pieces'),
  })
  .meta({ id: 'ImportedFile', description: '已导入的文件 Imported file' });
export type ImportedFile = z.infer<typeof ImportedFile>;

const history = {
  importId,
  countyCode: CountyCode,
  manifest: Sha256.describe('导入清单的哈希，清单存于数据湖 hash of the manifest, which lies in the lake'),
  pieces: z.int().min(1).describe('份数 pieces'),
  rows: z.int().min(1).describe('行数 rows'),
  files: z.array(ImportedFile).min(1).max(MOST_FILES).describe('文件 files'),
};

/** An import before it stands: what was announced, and how much of it the host has checked and moved. */
export const ImportPlan = z.strictObject({
  ...history,
  purpose: statement,
  checked: z.int().min(0),
  loaded: z.int().min(0),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** An import that stands. */
export const HistoryImport = z
  .strictObject({ ...history, importedBy: PersonId, importedAt: Instant })
  .meta({ id: 'HistoryImport', description: '已导入的历史数据 Imported history' });
export type HistoryImport = z.infer<typeof HistoryImport>;

export const ImportEventBody = event('history-imported', {
  ...history,
  purpose: statement,
  importedBy: PersonId,
  importedAt: Instant,
});
export type ImportEventBody = z.infer<typeof ImportEventBody>;

const PieceUpload = z.strictObject({
  sha256: Sha256,
  url: z.string().describe('上传地址 address'),
  method: z.literal('PUT').describe('方法 method'),
  headers: z.record(z.string(), z.string()).describe('须随请求发送的头 headers to send'),
  expiresAt: Instant.describe('失效时间 expires'),
});

const PieceFault = z.strictObject({
  file: FileName,
  sha256: Sha256,
  row: z.int().min(0).describe('该份数据中的行号，0 为整份 row of the piece, 0 for the whole'),
  column: z.string().describe('列 column'),
  code: z.string().describe('原因代码 code of the reason'),
});
export type PieceFault = z.infer<typeof PieceFault>;

/** How an import stands. `open`: pieces are missing; `checking`; `checked`: may be completed; `recorded`; `loaded`: all can be queried. */
export const ImportState = z
  .enum(['open', 'checking', 'checked', 'refused', 'recorded', 'loading', 'loaded'])
  .describe('状态：待上传、检查中、已检查、被拒绝、已登记、装载中、可查询 state');

export const ImportProgress = z
  .strictObject({
    importId,
    state: ImportState,
    pieces: z.int().optional().describe('总份数 pieces in all'),
    checked: z.int().optional().describe('已检查份数 pieces checked'),
    loaded: z.int().optional().describe('已装载份数 pieces that can be queried'),
    uploads: z
      .array(PieceUpload)
      .optional()
      .describe('待上传数据的一次性地址，每次至多 100 个 addresses for pieces not there'),
    faults: z.array(PieceFault).optional().describe('拒绝原因 why it is refused'),
  })
  .meta({
    id: 'ImportProgress',
    description: '导入进展 How an import stands',
    examples: [{ importId: '649900-IMP-0123456789abcdef', state: 'checking', pieces: 24, checked: 7 }],
  });
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImportStepInput = z
  .strictObject({})
  .meta({ id: 'ImportStepInput', description: '继续导入 Go on with an import', examples: [{}] });

export const ImportQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'ImportQuery', description: '导入清单查询 Which imports to list', examples: [{ limit: 50 }] });

export const ImportList = z
  .strictObject({ imports: z.array(HistoryImport).describe('导入 imports'), ...pageNext })
  .meta({ id: 'ImportList', description: '历史数据导入清单 List of imports', examples: [{ imports: [] }] });
