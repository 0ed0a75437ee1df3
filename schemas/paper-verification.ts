import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { Sha256 } from './ids.ts';
import { Paper } from './paper.ts';

export const PaperVerificationQuery = z
  .strictObject({
    number: z
      .string()
      .min(1)
      .max(80)
      .optional()
      .describe('纸上的文号或编号，核对是否一致 number on the paper, to compare'),
    sha256: Sha256.optional().describe('PDF 文件的 SHA-256，核对是否为本系统打印的原件 hash of a PDF, to compare'),
  })
  .meta({
    id: 'PaperVerificationQuery',
    description: '文书核验 What to compare',
    examples: [{ number: '演一镇社救〔2026〕2号' }],
  });

/** What the public may learn of a paper: that it is one, and whether it still holds. Nothing of a person, an amount or a case. */
export const PaperVerification = z
  .strictObject({
    kind: Paper.shape.kind,
    title: z.string().describe('文书名称 Title'),
    number: Paper.shape.number,
    issuer: z.string().describe('签发机关 Issuing body'),
    issuedOn: CivilDate.describe('签发日期 Day of issue'),
    state: z
      .enum(['valid', 'expired', 'revoked', 'superseded'])
      .describe('有效、已过期、已撤销、已由后一文书代替 Whether it still holds'),
    stateText: z.string().describe('状态说明 State in words'),
    example: Paper.shape.example,
    numberMatches: z.boolean().optional().describe('文号一致 The number is that of the paper'),
    fileMatches: z.boolean().optional().describe('文件为本系统打印的原件 The file is a print of this system'),
    checkedOn: CivilDate.describe('核验日期 Day of the answer'),
  })
  .meta({
    id: 'PaperVerification',
    description: '文书核验结果，不含个人信息 Verification of a paper, without personal data',
    examples: [
      {
        kind: 'W20',
        title: '确认通知书',
        number: '演一镇社救〔2026〕9号',
        issuer: '演示一镇人民政府',
        issuedOn: '2026-08-25',
        state: 'valid',
        stateText: '有效',
        example: true,
        numberMatches: true,
        checkedOn: '2026-09-01',
      },
    ],
  });
export type PaperVerification = z.infer<typeof PaperVerification>;
