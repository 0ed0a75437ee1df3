import * as z from 'zod';
import { CaseClass } from './case.ts';
import { Consent, Posting, VerificationFinding, Visit } from './case-evidence.ts';
import { CivilDate, Month } from './dates.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');
const staff = z.array(PersonId).describe('工作人员 staff, by person');

/** Data of the papers of verification, survey, evaluation and review (rulebook section 4, W10 to W18). */
export const investigationPapers = {
  W10: z.strictObject({
    program: Program,
    persons: z.array(PersonToken).describe('拟核对的人员 persons to verify'),
    consents: z.array(Consent).describe('核对授权书 consents, by the hash of what was signed'),
    scope: z.array(z.string().max(40)).describe('核对来源 sources to ask'),
  }),
  W11: z.strictObject({
    program: Program,
    findings: z.array(VerificationFinding),
    returnedOn: CivilDate,
    hit: z.boolean().describe('核对结果不利于申请 stands against the application'),
    recheck: z.boolean().describe('异议后的复查 recheck after an objection'),
    validUntil: CivilDate.optional().describe(
      '有效期止，县级规定的填写 last day of validity where the county sets one',
    ),
  }),
  W12: z.strictObject({
    failed: lines,
    windowWorkingDays: z.int().describe('自收到之日起的工作日数 working days from service'),
    windowEndsOn: CivilDate.describe('按签发当日送达计算的最后一日 last day if served on the day of issue'),
    provisional: z.boolean(),
  }),
  W13: z.strictObject({
    applicant: PersonToken,
    program: Program,
    by: z.enum(['township', 'county']).describe('乡镇调查或县级抽查 who surveyed'),
    visit: Visit,
    members: z.int().describe('家庭人口 household size'),
    corrected: z.boolean().describe('按调查结果更正了家庭情况 the household was corrected'),
  }),
  W15: z.strictObject({
    form: z.enum(['evaluation', 'collective']).describe('民主评议，或集体研究（一事一议） which meeting'),
    heldOn: CivilDate,
    matter: z.string().max(2000).describe('议题 matter'),
    participants: z
      .array(
        z.strictObject({
          kind: z.enum(['township', 'village', 'party', 'resident', 'county']),
          count: z.int().min(0),
        }),
      )
      .describe('参加人员构成 whom those present stood for'),
    invited: z.int().optional().describe('应到人数 called'),
    chair: PersonId.optional().describe('主持人 chair'),
    present: staff.optional().describe('参加的工作人员 staff present, of a collective review'),
    recused: staff.optional().describe('回避人员 who withdrew'),
    views: lines.optional().describe('发言要点 views'),
    truthful: z.boolean().optional().describe('评议认为调查情况属实 the findings were held to be true'),
    conclusion: z.string().max(2000).describe('结论 conclusion'),
    minutes: Sha256.optional().describe('签字原件的哈希 hash of the signed minutes'),
  }),
  W16: z.strictObject({
    form: z
      .enum(['opinion', 'decision', 'change'])
      .describe('审核意见、审核确认、动态调整 opinion, confirmation or adjustment'),
    program: Program,
    applicant: PersonToken,
    persons: z.array(PersonToken).describe('共同生活的家庭成员 persons counted'),
    checks: lines.optional().describe('其他调查情况 what else was done'),
    checked: z
      .strictObject({
        verifiedOn: CivilDate.optional(),
        surveyedOn: CivilDate.optional(),
        countySurveyedOn: CivilDate.optional(),
        evaluatedOn: CivilDate.optional(),
        publicityEndsOn: CivilDate.optional(),
        objections: z.int().min(0),
      })
      .optional()
      .describe('核对、入户调查、评议、公示情况 days of verification, surveys, evaluation, publicity'),
    facts: lines.describe('认定的事实 facts'),
    computation: lines.describe('计算过程 computation'),
    result: z.string().max(200).describe('结论 result in words'),
    class: CaseClass.optional(),
    amountFen: FenAmount.optional(),
    firstMonth: Month.optional(),
    lawPack: z.string(),
    parameters: z.array(z.string()).optional().describe('采用的参数 parameters used'),
    reviewer: PersonId.optional(),
    reviewedOn: CivilDate.optional(),
    confirmer: PersonId.optional(),
    decidedOn: CivilDate.optional(),
    delegation: z.string().optional().describe('确认权限依据 basis of the power to decide'),
  }),
  W17: z.strictObject({
    ending: z.literal(true).optional().describe('拟终止救助的公示（特困） the end of 特困 is proposed'),
    applicant: PersonToken,
    members: z.int(),
    village: z.string(),
    program: Program,
    class: CaseClass.optional(),
    amountFen: FenAmount,
    days: z.int(),
    fromOn: CivilDate.optional().describe('公示期起 first day of publicity'),
    endsOn: CivilDate.optional().describe('公示期止 last day of publicity'),
    minor: z.boolean().optional().describe('申请人未成年，任何渠道均隐去名字 a minor: masked on every channel'),
    provisional: z.boolean().optional().describe('公示期止为暂定 last day is provisional'),
    townshipPhone: z.string(),
    countyPhone: z.string(),
  }),
  W18: z.strictObject({
    postings: z.array(Posting).describe('各渠道张贴情况 each channel with its proof'),
    fromOn: CivilDate.optional().describe('公示期起 first day'),
    endsOn: CivilDate.describe('公示期止 last day'),
    restarts: z.int().min(0).describe('重新张贴次数 how often a channel began again'),
    objections: z.int().min(0).describe('异议件数 objections'),
    reinvestigated: z.boolean().describe('异议已重新调查 objections were looked into'),
    recordedBy: PersonId.optional(),
  }),
} as const;
