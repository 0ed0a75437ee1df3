import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { PersonId } from './ids.ts';

/** The statutory and internal terms of a case of 低保 (rulebook 3.2, 3.9 and 4). */
export const TermName = z
  .enum([
    'intake',
    'correction',
    'investigation-start',
    'verification-start',
    'verification-result',
    'verification-inform',
    'verification-objection',
    'survey',
    'evaluation',
    'opinion',
    'posting',
    'publicity',
    'reinvestigation',
    'county-survey',
    'decision',
    'county-decision',
    'self-care',
    'self-care-again',
    'fast-payment',
    'fast-supplement',
    'fast-filing',
    'refusal-notice',
    'denial-notice',
    'confirmation-notice',
    'publication',
    'termination-notice',
    'lead-contact',
    'referral-reply',
    'self-check',
    'reverification',
    'change-check',
    'death-adjustment',
    'hearing-notice',
    'hearing',
    'adjustment',
    'adjustment-notice',
    'adjustment-publication',
    'fade-out-end',
    'correction-order',
    'termination-recheck',
    'complaint-receipt',
    'complaint-handling',
    'complaint-feedback',
    'complaint-review',
    'review-reply',
    'review-reply-simple',
    'suit-reply',
    'appeal-order',
  ])
  .meta({
    id: 'TermName',
    description:
      '期限名称：受理、补正、启动调查、启动核对、核对反馈、核对告知、核对异议、入户调查、民主评议、审核意见、最迟张榜、公示、异议复查、县级核查、确认、县级接收后决定、自理能力评估、自理能力复评、小额快救发放、补办手续、县级备案、不予受理告知、不予批准告知、确认告知、公布、终止告知、定期核查、变化核查、死亡调整、听取意见告知、陈述意见、增减停发决定、增减停发告知、动态调整公示、渐退期满、责令纠正、终止公示异议复查、信访告知、信访办理、信访反馈、信访复查复核、线索联系、转办回复、自查整改、复议答复、复议简易程序答复、诉讼答辩、履行复议决定或裁判 Name of a term',
    examples: ['decision'],
  });
export type TermName = z.infer<typeof TermName>;

/** The posts that can hold a term: township TC TS TR TD, county CC CV, city supervisors, the applicant and the public. */
export const HolderPost = z
  .enum(['TC', 'TS', 'TR', 'TD', 'CC', 'CV', 'CITY', 'AP', 'PB'])
  .meta({ id: 'HolderPost', description: '期限责任岗位 Post that holds a term', examples: ['TD'] });
export type HolderPost = z.infer<typeof HolderPost>;

/**
 * One running clock (期限) of a case or another subject. It never ends by itself: one that ran out stays until the act itself closes it, and
 * `endedOn` after `extendedTo`, or else after `dueOn`, is what overdue means (P10: overdue decides nothing).
 */
export const Term = z
  .strictObject({
    term: TermName,
    fromOn: CivilDate.describe('起算日，不计入期间 Day the term runs from, not counted itself'),
    dueOn: CivilDate.describe('最后一日 Last day'),
    provisional: z
      .boolean()
      .describe('涉及未公布放假安排的年度，日期为暂定 Reaches into a year without a holiday notice'),
    extendedTo: CivilDate.optional().describe('延长后的最后一日 Last day after an extension'),
    keptUnder: z
      .string()
      .optional()
      .describe('按此日历版本重算时维持原日 version of the calendar under which the last day was kept'),
    endedOn: CivilDate.optional().describe('办结日 Day the act was done'),
    endedAt: Instant.optional().describe('办结时刻 Instant the act was recorded'),
    holderOrg: z.string().min(1).max(12).describe('责任机构代码 Organisation that holds the term'),
    holderPost: HolderPost,
    holderId: PersonId.optional().describe('责任人 Person who holds the term'),
    countyHeld: z
      .boolean()
      .describe('由县级承担，不计入乡镇 Held by the county or above, never counted against the township'),
    citation: z.string().min(1).describe('依据 Clause the term rests on, in Chinese'),
  })
  .meta({
    id: 'Term',
    description: '期限 One running statutory clock',
    examples: [
      {
        term: 'decision',
        fromOn: '2026-08-03',
        dueOn: '2026-08-31',
        provisional: false,
        holderOrg: '649900101',
        holderPost: 'TD',
        countyHeld: false,
        citation: '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》第四（一）项',
      },
    ],
  });
export type Term = z.infer<typeof Term>;
