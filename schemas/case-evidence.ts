import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';
import { FenAmount } from './money.ts';

/** A material handed in, as it was stored: the file is found by its hash. */
export const Material = z
  .strictObject({
    item: z.string().describe('材料目录编号 item of the catalogue'),
    attachmentId: z.string().describe('附件编号 attachment'),
    sha256: Sha256.describe('附件哈希 hash of the file'),
    from: z.string().max(40).optional().describe('沿用自原案件 taken over from an earlier case'),
  })
  .meta({ id: 'Material', description: '申请材料 Material handed in' });
export type Material = z.infer<typeof Material>;

/** A verification consent (核对授权书 W03) of one counted adult. */
export const Consent = z.strictObject({ person: PersonToken, sha256: Sha256, signedOn: CivilDate });
export type Consent = z.infer<typeof Consent>;

/** One source's answer in a verification report (W11): no amounts of other persons, tokens only. */
export const VerificationFinding = z
  .strictObject({
    person: PersonToken.describe('成员代号 member'),
    source: z.string().max(40).describe('核对来源，如 bank、tax、vehicle source'),
    hit: z
      .enum(['none', 'income', 'deposit', 'vehicle', 'house', 'company', 'death', 'prison', 'pension', 'duplicate'])
      .describe('结果类型 kind of hit'),
    amountFen: FenAmount.optional().describe('金额（分）amount'),
    conflicts: z.boolean().describe('与申报不一致 conflicts with the declaration'),
    note: z.string().max(400).optional().describe('说明 note'),
  })
  .meta({ id: 'VerificationFinding', description: '核对结果 Finding of a source' });
export type VerificationFinding = z.infer<typeof VerificationFinding>;

/** A person of a provider of purchased services who goes along or helps (LAW §56). */
export const Companion = z
  .strictObject({
    providerId: z.string().min(1).max(60).describe('服务机构 provider'),
    personId: PersonId.describe('服务人员 person'),
  })
  .meta({
    id: 'Companion',
    description: '购买服务人员 Person of a provider',
    examples: [{ providerId: '649900-PROV-0123456789abcdef', personId: 'h-1' }],
  });
export type Companion = z.infer<typeof Companion>;

/** One visit to the household (入户调查 W13). */
export const Visit = z
  .strictObject({
    surveyors: z.array(PersonId).describe('调查人员 surveyors'),
    signatures: z.array(PersonId).describe('签字的调查人员 surveyors who signed'),
    memberSigned: z.boolean().describe('在场家庭成员签字 a present member signed'),
    visitedAt: Instant.describe('入户时间 time of the visit'),
    leftAt: Instant.optional().describe('离开时间 time of leaving'),
    lat: z.number().min(-90).max(90).optional().describe('纬度 latitude'),
    lon: z.number().min(-180).max(180).optional().describe('经度 longitude'),
    photos: z.array(Sha256).describe('照片哈希 hashes of the photos'),
    deviceId: z.string().max(64).optional().describe('设备编号 device'),
    findings: z.string().max(2000).describe('调查情况 findings'),
    consistent: z.boolean().describe('与申报一致 agrees with the declaration'),
    companions: z
      .array(Companion)
      .max(5)
      .optional()
      .describe('陪同的购买服务人员，不是调查人 who went along, no investigator'),
  })
  .meta({ id: 'Visit', description: '入户调查 Visit' });
export type Visit = z.infer<typeof Visit>;

/** Proof that a notice was posted on one channel (张榜凭证). */
export const Posting = z
  .strictObject({
    channel: z
      .enum(['village-board', 'township-board', 'screen', 'wechat'])
      .describe('公示渠道：村级公示栏、乡镇公示栏、电子屏、微信公众号 channel'),
    postedOn: CivilDate.describe('张榜日期 posted'),
    proof: Sha256.describe('凭证哈希 hash of the photo or page'),
    url: z.url().max(300).optional().describe('网址 address'),
    boardId: z.string().max(40).optional().describe('登记的公示栏编号 registered board it hangs on'),
    broken: z
      .strictObject({
        foundOn: CivilDate.describe('发现日期 found on'),
        proof: Sha256.describe('凭证哈希 hash of the proof'),
      })
      .optional()
      .describe('公示期内被撤下或损毁，须重新张榜 notice found removed within the period; the channel starts again'),
  })
  .meta({ id: 'Posting', description: '公示凭证 Proof of posting' });
export type Posting = z.infer<typeof Posting>;

/** Acts of a near relative that another person must do again (B21); an opinion also when what it rests on is to be redone. */
export const UndoneAct = z.enum(['survey', 'verification', 'opinion', 'reinvestigation', 'county-survey']);
export type UndoneAct = z.infer<typeof UndoneAct>;
