import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { Department } from './department.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, PersonToken, Sha256, TownshipCode } from './ids.ts';
import { Need } from './need.ts';
import { pageNext, pageQuery } from './page.ts';
import { Term } from './term.ts';

/** What came of a referral, as the department says. */
export const ReferralOutcome = z.enum(['helped', 'already-helped', 'not-eligible', 'not-competent', 'declined']).meta({
  id: 'ReferralOutcome',
  description: '办理结果：已救助、此前已在救助中、不符合条件、不属本部门职责、本人不需要 What came of it',
  examples: ['helped'],
});

/** A need passed on to the department that can meet it (转办), with a day to reply. */
export const Referral = z
  .strictObject({
    referralId: z.string().min(1).max(64).describe('转办编号 number of the referral'),
    caseId: CaseId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    department: Department,
    needs: z.array(Need).min(1).max(11).describe('转请办理的需求 needs passed on'),
    person: PersonToken.describe('有需求的成员 member in need'),
    agreed: z.boolean().describe('本人同意转介；未征求过的为 false the person agrees; false where not asked'),
    consent: Sha256.optional().describe('同意书的哈希 hash of the signed consent'),
    paperId: z.string().max(16).describe('转办单 paper'),
    referredOn: CivilDate,
    referredBy: PersonId,
    replyBy: CivilDate.describe('反馈期限 last day to reply'),
    provisional: z.boolean().describe('日期为暂定 provisional date'),
    terms: z.array(Term).describe('期限 terms'),
    outcome: ReferralOutcome.optional(),
    repliedOn: CivilDate.optional(),
    repliedBy: PersonId.optional().describe('登记反馈的人员或系统 who recorded the reply'),
  })
  .meta({ id: 'Referral', description: '转办 Referral' });
export type Referral = z.infer<typeof Referral>;

export const ReferralEventBody = z.discriminatedUnion('type', [
  event('referral-made', { referral: Referral }),
  event('referral-answered', { on: CivilDate, outcome: ReferralOutcome, by: PersonId, note: statement.optional() }),
]);
export type ReferralEventBody = z.infer<typeof ReferralEventBody>;

const shown = {
  ...Referral.shape,
  version: z.int().min(1).describe('版本 version'),
  overdue: z.boolean().describe('超过期限仍未反馈，或晚于期限反馈 the reply is or was late'),
};

const example = {
  referralId: '649900101-DB-2026-000001-R1',
  version: 1,
  caseId: '649900101-DB-2026-000001',
  countyCode: '649900',
  townshipCode: '649900101',
  department: 'medical' as const,
  needs: ['medical' as const],
  person: 't_00112233445566778899aabbccddeeff',
  agreed: true,
  paperId: 'W33-1',
  referredOn: '2026-09-01',
  referredBy: 't1-tc',
  replyBy: '2026-09-15',
  provisional: false,
  terms: [],
  overdue: false,
};

export const ReferralView = z
  .strictObject(shown)
  .meta({ id: 'ReferralView', description: '转办概况 Referral as shown', examples: [example] });
export type ReferralView = z.infer<typeof ReferralView>;

export const ReferralFile = z
  .strictObject({
    ...shown,
    contact: z
      .strictObject({
        name: z.string().describe('姓名 name'),
        idNumber: z.string().optional().describe('公民身份号码 identity number'),
        phone: z.string().optional().describe('电话 phone'),
      })
      .optional()
      .describe('办理所需的身份信息；已反馈或已清除的没有 whom it is about, until the reply'),
  })
  .meta({
    id: 'ReferralFile',
    description: '转办及办理所需的身份信息 Referral with whom it is about',
    examples: [{ ...example, contact: { name: '测试甲' } }],
  });

export const ReferralQuery = z
  .strictObject({
    county: CountyCode.optional(),
    township: TownshipCode.optional(),
    caseId: CaseId.optional().describe('某一案件的 of one case'),
    open: z.enum(['true', 'false']).optional().describe('true 为未反馈的 still without a reply, or not'),
    overdue: z.enum(['true', 'false']).optional().describe('true 为超期的 the reply is late, or not'),
    ...pageQuery,
  })
  .meta({ id: 'ReferralQuery', description: '转办清单查询 Which to list', examples: [{ open: 'true' }] });

export const ReferralList = z
  .strictObject({ referrals: z.array(ReferralView).describe('转办 referrals'), ...pageNext })
  .meta({ id: 'ReferralList', description: '转办清单 Referrals', examples: [{ referrals: [example] }] });
