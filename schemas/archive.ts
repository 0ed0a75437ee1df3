import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { CaseId, CountyCode, Sha256 } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Program } from './program.ts';

const Retention = z.strictObject({
  class: z.enum(['approval', 'daily']).describe('类别：审批类、日常管理类 class of files'),
  years: z.int().describe('保管年限（退出后） years after leaving'),
  untilOn: CivilDate.optional().describe('保管截止日；在保期间为空 last day, absent while aid goes on'),
  parameterId: z.string().describe('参数 parameter it rests on'),
  clause: z.string().describe('依据 clause'),
});

/** The file of one household asked for as a folder (一户一档). */
export const ArchiveRequest = z.strictObject({ caseId: CaseId }).meta({
  id: 'ArchiveRequest',
  description: '导出一户一档 File to be exported',
  examples: [{ caseId: '649900101-DB-2026-000001' }],
});
export type ArchiveRequest = z.infer<typeof ArchiveRequest>;

/** One file of an archive; its hash was taken when it was put there. */
export const ArchivedFile = z
  .strictObject({
    name: z.string().describe('文件名 name within the folder'),
    kind: z
      .enum(['events', 'case', 'persons', 'paper-text', 'paper-pdf', 'attachment'])
      .describe('种类：事件、案件、人员、文书文本、文书 PDF、附件 kind'),
    sha256: Sha256.describe('哈希 hash'),
    bytes: z.int().min(0).describe('大小 size'),
  })
  .meta({ id: 'ArchivedFile', description: '档案文件 File of an archive' });
export type ArchivedFile = z.infer<typeof ArchivedFile>;

/** What lies in the folder, by hash: whoever has the folder can check it without the system. */
export const ArchiveManifest = z
  .strictObject({
    archiveId: z.string().describe('档案编号 archive'),
    caseId: CaseId,
    program: Program,
    version: z.int().min(1).describe('截至的案件版本 version of the case'),
    madeAt: Instant.describe('导出时间 made'),
    events: z.int().min(1).describe('事件数 events'),
    chain: Sha256.describe('末事件哈希 hash of the last event'),
    lawPacks: z.array(z.string()).describe('法规包 rule packs'),
    retention: z.array(Retention).describe('保管期限 retention'),
    files: z.array(ArchivedFile).describe('文件 files'),
    elsewhere: z.array(Sha256).describe('仅按哈希引用、不在本文件夹的原件 files known by hash only'),
  })
  .meta({ id: 'ArchiveManifest', description: '档案清单 Manifest of an archive' });
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

/** An archive as it stands: poll it until it is no longer running; addresses live for 15 minutes. */
export const ArchiveView = z
  .strictObject({
    archiveId: z.string().describe('档案编号 archive'),
    caseId: CaseId,
    state: z.enum(['running', 'succeeded']).describe('状态：进行中、成功 state'),
    manifest: ArchiveManifest.optional(),
    urls: z.record(z.string(), z.string()).optional().describe('各文件下载地址 address by name'),
    expiresAt: Instant.describe('地址有效至 until when addresses may be used'),
  })
  .meta({
    id: 'Archive',
    description: '一户一档 File of a household',
    examples: [
      {
        archiveId: 'archive-649900101-DB-2026-000001-v12-1f0c9a2b7d3e',
        caseId: '649900101-DB-2026-000001',
        state: 'running',
        expiresAt: '2026-09-01T01:15:00.000Z',
      },
    ],
  });
export type ArchiveView = z.infer<typeof ArchiveView>;

export const DueArchiveQuery = z
  .strictObject({ county: CountyCode.optional().describe('县级代码 county'), ...pageQuery })
  .meta({ id: 'DueArchiveQuery', description: '到期档案查询 Query', examples: [{ county: '649900' }] });

/** Files whose term is over: for people to review; nothing is disposed of by itself. */
export const DueArchiveList = z
  .strictObject({
    due: z
      .array(
        z.strictObject({
          caseId: CaseId,
          endedOn: CivilDate.describe('退出或办结日期 left or closed'),
          retention: z.array(Retention).describe('保管期限 retention'),
        }),
      )
      .describe('保管期满待鉴定的档案 files to be reviewed'),
    ...pageNext,
  })
  .meta({ id: 'DueArchiveList', description: '保管期满档案 Files whose term is over', examples: [{ due: [] }] });
export type DueArchiveList = z.infer<typeof DueArchiveList>;
