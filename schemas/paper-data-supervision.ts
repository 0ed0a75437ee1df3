import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CaseId, PersonId, PersonToken } from './ids.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');

/** Data of the papers of referral and supervision (rulebook section 4, W33 and W34). */
export const supervisionPapers = {
  W33: z.strictObject({
    department: z.string().max(80).describe('接收部门 department asked'),
    person: PersonToken.optional().describe('救助对象 person in need'),
    needs: lines.describe('救助需求 needs'),
    situation: z.string().max(2000).describe('情况说明 situation'),
    consent: z.boolean().optional().describe('本人同意转介 the person agrees'),
    replyBy: CivilDate.describe('反馈期限 last day to reply'),
    provisional: z.boolean().optional(),
    contact: PersonId.describe('联系人 whom to ask'),
  }),
  W34: z.strictObject({
    form: z
      .enum(['supervision', 'rectification', 'receipt', 'extension', 'feedback'])
      .describe('督办单、整改通知书、信访受理告知书、信访延期告知书、核查反馈单 which paper'),
    reference: z.string().max(80).describe('预警、疑点或举报编号 alert, finding or complaint'),
    caseId: CaseId.optional(),
    matter: z.string().max(2000).describe('事项 matter'),
    facts: lines.describe('查明的情况 facts'),
    demands: lines.describe('要求 what is asked'),
    dueOn: CivilDate.optional().describe('期限 last day'),
    provisional: z.boolean().optional(),
    result: lines.describe('处理结果 result'),
    review: z
      .strictObject({ days: z.int(), body: z.string().max(80).describe('复查机关 body of review') })
      .optional()
      .describe('不服处理意见的复查途径 review of the answer to a petition (XF §35)'),
  }),
} as const;
