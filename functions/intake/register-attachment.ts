import * as z from 'zod';
import { Instant } from '../../schemas/dates.ts';
import { CountyCode, Sha256 } from '../../schemas/ids.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const LARGEST_FILE = 20 * 1024 * 1024;
const ADDRESS_LIVES = 15 * 60_000;

const RegisterAttachmentInput = z
  .strictObject({
    countyCode: CountyCode.describe('使用该附件的县 county in which the file will be used'),
    size: z.int().min(1).max(LARGEST_FILE).describe('字节数，不超过 20 MB size in bytes'),
    contentType: z
      .enum(['image/jpeg', 'image/png', 'application/pdf'])
      .describe('文件类型，上传时按内容核对 kind of file, checked by content'),
    sha256: Sha256,
    purpose: z
      .enum(['material', 'consent', 'mandate', 'photo', 'posting', 'minutes', 'evidence', 'signed-paper', 'seal'])
      .describe('用途：申请材料、授权书、委托书、照片、公示凭证、会议记录、证据、签署的文书、印章图像 purpose'),
  })
  .meta({
    id: 'RegisterAttachmentInput',
    description: '登记附件 Attachment to register',
    examples: [
      {
        countyCode: '649900',
        size: 48213,
        contentType: 'image/jpeg',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        purpose: 'material',
      },
    ],
  });

const RegisteredAttachment = z
  .strictObject({
    attachmentId: z.string().describe('附件编号，办理各步骤时引用 id to refer to the file by'),
    upload: z
      .strictObject({
        url: z.string().describe('上传地址 address'),
        method: z.literal('PUT').describe('方法 method'),
        headers: z.record(z.string(), z.string()).describe('须随请求发送的头 headers to send'),
        expiresAt: Instant.describe('失效时间 expires'),
      })
      .optional()
      .describe('一次性上传地址 one-use upload address'),
  })
  .meta({
    id: 'RegisteredAttachment',
    description: '已登记的附件 Registered attachment',
    examples: [
      {
        attachmentId: 'att-0123456789abcdef',
        upload: {
          url: 'http://127.0.0.1:8787/local/uploads/0123456789abcdef',
          method: 'PUT',
          headers: { 'content-type': 'image/jpeg' },
          expiresAt: '2026-08-03T02:15:00.000Z',
        },
      },
    ],
  });

/**
 * Registers a file by size, kind and hash and answers a one-use address to upload it to within 15 minutes (design section 6). Steps
 * refer to registered files only, and only once the stored bytes are the registered ones. The id follows from `requestKey`, the shell's
 * hash of caller and idempotency key, so that a repeated request names the same file.
 */
export const registerAttachment = defineStep({
  id: 'intake.register-attachment',
  zh: '登记附件',
  en: 'Register an attachment',
  route: 'POST /v1/attachments',
  provision: [cite('SEED', '二(三)3')],
  input: RegisterAttachmentInput,
  output: RegisteredAttachment,
  status: 201,
  effects: ['upload-address'],
  facts: () => ({}),
  decide: (facts, input, now) => {
    must(covers(facts.actor, { countyCode: input.countyCode }), 'division-not-yours');
    const { requestKey } = facts.params;
    if (!requestKey) throw new Error('an attachment needs the request key among the parameters');
    const attachmentId = `att-${requestKey.slice(0, 16)}`;
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    return {
      effect: { kind: 'upload-address', attachment: { attachmentId, ...input }, expiresAt },
      reply: { attachmentId },
    };
  },
});
