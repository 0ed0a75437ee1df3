import * as z from 'zod';
import { CaseClass, ExtensionGround } from './case.ts';
import { CivilDate, Month } from './dates.ts';
import { PersonId, PersonToken } from './ids.ts';
import { FenAmount } from './money.ts';
import { DeliveryMethod } from './paper.ts';
import { Program } from './program.ts';
import { CareGrade } from './self-care.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');

const ordered = z
  .string()
  .optional()
  .describe('据以重新作出的复议决定或裁判 the review decision or judgment it carries out');

/** Data of the papers of decision, publication, end of the procedure and service (rulebook section 4, W19 to W22, W27, W35). */
export const decisionPapers = {
  W19: z.strictObject({
    ground: ExtensionGround,
    oldDueOn: CivilDate,
    dueOn: CivilDate,
    provisional: z.boolean(),
    note: z.string(),
    program: Program.optional().describe('申请的业务 program applied for'),
  }),
  W20: z.strictObject({
    program: Program,
    members: z.int(),
    class: CaseClass.optional(),
    amountFen: FenAmount.describe('每月金额；临时救助为一次性金额 a month, of temporary aid once'),
    firstMonth: z.union([Month, z.literal('')]).describe('起始月份；不发放金额的业务为空 empty where nothing is paid'),
    reverifyMonths: z
      .int()
      .optional()
      .describe('定期核查周期；有效期届满重新申请的业务没有 months between re-verifications'),
    raise: z
      .strictObject({ from: Month, amountFen: FenAmount })
      .optional()
      .describe('按年龄自动调整 raised by itself at an age'),
    delegation: z.string(),
    persons: z.array(PersonToken).optional().describe('保障对象 persons covered'),
    careGrade: CareGrade.optional().describe('特困人员生活自理能力 grade of self-care'),
    careFen: FenAmount.optional().describe('其中照料护理标准 part for care'),
    support: z.enum(['central', 'scattered']).optional().describe('特困供养方式 form of support, the person’s choice'),
    validUntil: CivilDate.optional().describe('认定有效期止 last day a recognition holds'),
    ordered,
  }),
  W21: z.strictObject({
    program: Program,
    reasons: lines,
    computation: lines,
    clauses: lines,
    offers: lines,
    ordered,
    remedy: z.string(),
  }),
  W22: z.strictObject({
    applicant: PersonToken,
    members: z.int(),
    amountFen: FenAmount,
    minor: z.boolean().optional().describe('申请人未成年，任何渠道均隐去名字 a minor: masked on every channel'),
    change: z
      .enum(['adjusted', 'fading', 'ended', 'revoked'])
      .optional()
      .describe('动态调整：金额调整、渐退、终止、撤销，缺省为确认结果 what changed; a confirmation if absent'),
    fromMonth: Month.optional().describe('变化执行月份 month from which a change holds'),
    program: Program,
    village: z.string(),
  }),
  W27: z.strictObject({
    reasons: lines,
    attempts: z.int(),
    /** Last day of the window in which materials were not completed: the application then counts as given up (T3). */
    lapsedAfter: CivilDate.optional(),
    remedy: z.string(),
    program: Program.optional().describe('申请的业务 program applied for'),
  }),
  W35: z.strictObject({
    paperNumber: z.string(),
    paperTitle: z.string(),
    method: DeliveryMethod,
    servedOn: CivilDate,
    servedBy: PersonId,
    signedBy: z.string().optional(),
    witness: z.string().optional().describe('见证人身份 who witnessed, not the name'),
    noticedOn: CivilDate.optional().describe('公告日期 day of the public notice'),
    proof: z.string().optional().describe('送达凭证的哈希 hash of the proof'),
  }),
} as const;
