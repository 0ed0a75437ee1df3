import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonId, PersonToken } from './ids.ts';
import { FenAmount } from './money.ts';
import { CareGrade, SelfCare } from './self-care.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');

/** Data of the papers of single programs (rulebook section 4, W30 to W32). */
export const programPapers = {
  W30: z.strictObject({
    person: PersonToken,
    occasion: z.enum(['first', 'change', 'periodic']).describe('首次、变化后、定期 why it was assessed'),
    selfCare: SelfCare,
    failed: z.int().min(0).max(6).describe('未达到的指标数 indicators not achieved'),
    grade: CareGrade,
    assessors: z.array(PersonId).min(1).describe('评估人员 assessors'),
    institution: z.string().max(120).optional().describe('受托评估机构 body entrusted with it'),
    findings: z.string().max(2000).optional().describe('情况说明 findings'),
  }),
  W31: z.strictObject({
    form: z.enum(['care', 'card']).describe('照料服务协议，或银行卡代管协议 which agreement'),
    person: PersonToken.describe('特困人员或救助对象 who is cared for'),
    provider: z.string().max(120).describe('受托方，机构名称或身份，不填个人姓名 the other party, not a person’s name'),
    providerPerson: PersonToken.optional().describe('受托的个人 the other party where a person'),
    terms: lines.describe('约定事项 what is agreed'),
    fromOn: CivilDate,
    untilOn: CivilDate.optional(),
    careGrade: CareGrade.optional(),
    careFen: FenAmount.optional().describe('照料护理费，每月 for care a month'),
    filedOn: CivilDate.optional().describe('县级备案日期 filed with the county'),
  }),
  W32: z.strictObject({
    person: PersonToken,
    members: z.int().min(1),
    kind: z.enum(['emergency', 'expense']).describe('急难型、支出型 kind'),
    event: z.string().max(2000).describe('遭遇的急难情形 what happened'),
    happenedOn: CivilDate.optional(),
    place: z.string().max(200).optional().describe('急难发生地 where it happened'),
    askedOn: CivilDate.describe('提出或发现日期 asked for or found'),
    dueOn: CivilDate.describe('办结期限 last day'),
    amountFen: FenAmount,
    capFen: FenAmount.describe('最高限额 cap'),
    handler: PersonId,
    approver: PersonId.optional(),
    paidOn: CivilDate.optional().describe('发放日期 paid'),
    supplementBy: CivilDate.optional().describe('补办手续期限 last day to complete the file'),
  }),
} as const;
