import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';

/** The papers (文书) the system issues, by their numbers in rulebook section 4. W01 to W04 and W14 are handed in as attachments. */
export const PaperKind = z
  .enum([
    'W05',
    'W06',
    'W07',
    'W08',
    'W09',
    'W10',
    'W11',
    'W12',
    'W13',
    'W15',
    'W16',
    'W17',
    'W18',
    'W19',
    'W20',
    'W21',
    'W22',
    'W23',
    'W24',
    'W25',
    'W26',
    'W27',
    'W28',
    'W29',
    'W30',
    'W31',
    'W32',
    'W33',
    'W34',
    'W35',
  ])
  .meta({ id: 'PaperKind', description: '文书种类 Kind of paper', examples: ['W07'] });
export type PaperKind = z.infer<typeof PaperKind>;

/** How a paper reached its recipient (送达), by analogy with the Civil Procedure Law §87-95. */
export const DeliveryMethod = z
  .enum(['direct', 'family-member', 'left-with-witness', 'electronic', 'post', 'public-notice'])
  .meta({
    id: 'DeliveryMethod',
    description: '送达方式：直接、同住成年家属代收、留置、电子、邮寄、公告 Method of service',
    examples: ['direct'],
  });
export type DeliveryMethod = z.infer<typeof DeliveryMethod>;

/** A paper as issued: its number and data. Names are filled in when it is read; the data carry tokens only. */
export const Paper = z
  .strictObject({
    paperId: z
      .string()
      .regex(/^W\d{2}-\d+$/)
      .describe('案内文书编号 id within the case'),
    kind: PaperKind.describe('文书种类 kind'),
    number: z.string().describe('文号，如 演示一镇社救受〔2026〕3号 number'),
    issuer: z.string().describe('签发机构代码 issuing organisation'),
    issuedOn: CivilDate.describe('签发日期 date of issue'),
    to: z
      .union([PersonToken, z.enum(['public', 'county', 'township', 'department', 'complainant', 'file'])])
      .describe('受送达人；file 为存档表单，不编发文字号 recipient; a form kept on file takes no number of a series'),
    serveBy: CivilDate.optional().describe('应送达日期 last day to serve'),
    data: z.record(z.string(), z.json()).describe('文书数据 data'),
    clauses: z.array(z.string()).describe('依据条款 clauses'),
    lawPack: z.string().describe('法规包 rule pack'),
    example: z.boolean().describe('演示数据 true when amounts are invented examples'),
  })
  .meta({ id: 'Paper', description: '文书 Paper as issued' });
export type Paper = z.infer<typeof Paper>;

/** One act of service and its receipt (送达回证 W35). */
export const Delivery = z
  .strictObject({
    paperId: z.string().describe('文书编号 paper'),
    method: DeliveryMethod.describe('送达方式 method'),
    servedOn: CivilDate.describe('送达日期 date of service'),
    recordedAt: Instant.describe('登记时间 recorded'),
    servedBy: PersonId.describe('送达人 server'),
    signedBy: z.string().max(60).optional().describe('签收人与受送达人关系 signer’s relation to the recipient'),
    witness: z.string().max(60).optional().describe('见证人身份（不填姓名） who witnessed, not the name'),
    mandateId: z.string().max(16).optional().describe('代收人的委托编号 mandate of who received it'),
    proof: Sha256.optional().describe('送达凭证 proof of service'),
  })
  .meta({ id: 'Delivery', description: '送达 Service of a paper' });
export type Delivery = z.infer<typeof Delivery>;
