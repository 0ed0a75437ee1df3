import * as z from 'zod';
import { CaseClass } from './case.ts';
import { CivilDate, Month } from './dates.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');
const remedy = z.string().describe('县级核定的救济告知 remedy paragraph the county approved');

/** Where and until when a person may state views before a decision that is against them (LAW §48). */
const representations = {
  windowWorkingDays: z.int().describe('自收到之日起的工作日数 working days from service'),
  windowEndsOn: CivilDate.describe('按签发当日送达计算的最后一日 last day if served on the day of issue'),
  provisional: z.boolean(),
};

/** Data of the papers of change, fade-out and revocation (rulebook section 4, W23 to W26, W28, W29). */
export const changePapers = {
  W23: z.strictObject({
    form: z.enum(['reduce', 'stop', 'revoke']).describe('拟减发、停发、撤销 what is proposed'),
    program: Program,
    facts: lines.describe('查明的事实 facts'),
    reasons: lines.describe('理由 reasons'),
    clauses: lines.describe('拟适用的条款 clauses'),
    computation: lines.optional().describe('计算过程 computation'),
    oldAmountFen: FenAmount.describe('现每月金额 amount a month now'),
    newAmountFen: FenAmount.describe('拟定每月金额，停发和撤销为 0 amount proposed'),
    fromMonth: Month.describe('拟执行月份 month from which'),
    ...representations,
  }),
  W24: z.strictObject({
    form: z
      .enum(['heard', 'waived', 'nobody-left'])
      .describe('陈述意见、书面放弃、已无家庭成员 stated views, waived in writing, or nobody is left'),
    noticeNumber: z.string().describe('听取意见告知书文号 number of the W23'),
    on: CivilDate,
    way: z.enum(['oral', 'written', 'phone', 'online']).describe('方式 way'),
    speaker: PersonToken.optional().describe('陈述人，已无家庭成员的不填 who spoke; absent where nobody is left'),
    staff: z.array(PersonId).describe('听取人员，不少于二人 staff who heard, two or more'),
    statements: lines.describe('陈述和申辩 what was said'),
    evidence: z.array(Sha256).describe('提交的证据 evidence handed in'),
    reply: lines.describe('乡镇（街道）的回应 what is answered'),
    memberSigned: z.boolean().describe('陈述人签字确认 signed by who spoke'),
    minutes: Sha256.optional().describe('签字原件的哈希 hash of the signed original'),
  }),
  W25: z.strictObject({
    form: z.enum(['increase', 'reduce', 'stop']).describe('增发、减发、停发 what was decided'),
    program: Program,
    facts: lines,
    reasons: lines,
    clauses: lines,
    computation: lines.optional(),
    class: CaseClass.optional(),
    oldAmountFen: FenAmount,
    newAmountFen: FenAmount,
    fromMonth: Month.describe('执行月份 month from which'),
    heard: z
      .strictObject({
        on: CivilDate,
        waived: z.boolean(),
        nobodyLeft: z.boolean().optional().describe('家庭成员均已死亡，无人可陈述 nobody is left to be heard'),
        taken: z.string().max(2000).describe('采纳情况 what came of it'),
      })
      .optional()
      .describe('听取意见情况，减发停发必填 representations, of a decision against the household'),
    remedy,
  }),
  W26: z.strictObject({
    program: Program,
    reasons: lines,
    months: z
      .array(z.strictObject({ month: Month, amountFen: FenAmount }))
      .min(1)
      .max(12)
      .describe('渐退期各月金额 amount of each month'),
  }),
  W28: z.strictObject({
    program: Program,
    revokedNumber: z.string().describe('被撤销文书的文号 number of the paper revoked'),
    decidedOn: CivilDate.describe('原决定日期 day of the decision revoked'),
    facts: lines,
    reasons: lines,
    clauses: lines,
    fromMonth: Month.describe('自该月起停发 payment stops from'),
    fromStart: z.boolean().describe('自始无效（骗取）或自次月起 void from the beginning, or for the future'),
    heard: z.strictObject({ on: CivilDate, waived: z.boolean(), taken: z.string().max(2000) }).optional(),
    orderedBy: z.string().max(120).optional().describe('责令纠正文书的文号 number of the county’s order'),
    remedy,
  }),
  W29: z.strictObject({
    program: Program,
    facts: lines,
    reasons: lines,
    clauses: lines,
    fromMonth: Month,
    untilMonth: Month,
    amountFen: FenAmount.describe('应退回金额 amount to return'),
    payBy: CivilDate.describe('退回期限 last day to return it'),
    how: z.string().max(400).describe('退回方式，由县级填写 how to return it'),
    remedy,
  }),
} as const;
