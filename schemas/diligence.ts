import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, PersonId } from './ids.ts';

/** What a body decided about one person's part in one case: exempted or not, and why (D57 §39). */
const review = {
  on: CivilDate.describe('决定日期 day of the decision'),
  decidingBody: z.string().min(2).max(60).describe('作出决定的机关 body that decided'),
  documentNo: z.string().min(2).max(60).describe('文号 document number'),
  outcome: z.enum(['exempted', 'partly', 'not-exempted']).describe('结论：免责、部分免责、不予免责 outcome'),
  grounds: z
    .array(z.enum(['public-spirited', 'duty-done', 'objective-cause', 'corrected-in-time']))
    .min(1)
    .max(4)
    .describe('理由：秉持公心、履职尽责、客观原因、及时纠正 grounds of the text'),
};

export const ExemptionRequest = z
  .strictObject({
    caseId: CaseId,
    person: PersonId.describe('工作人员编号 member of staff'),
    ...review,
    reasons: statement.min(1).describe('事实和理由 facts and reasons'),
  })
  .meta({
    id: 'ExemptionRequest',
    description: '登记容错免责审议结论 Record of an exemption review',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        person: 't1-td',
        on: '2026-11-02',
        decidingBody: '演示县民政局',
        documentNo: '演民容〔2026〕1号',
        outcome: 'exempted',
        grounds: ['duty-done', 'objective-cause', 'corrected-in-time'],
        reasons: '核对系统当日未返回车辆信息，发现后三个工作日内纠正。',
      },
    ],
  });
export type ExemptionRequest = z.infer<typeof ExemptionRequest>;

/** The only event of a review: a later one stands beside it, none is changed. */
export const ExemptionEventBody = event('exemption-reviewed', {
  caseId: CaseId,
  person: PersonId,
  ...review,
  reasons: statement,
});
export type ExemptionEventBody = z.infer<typeof ExemptionEventBody>;

export const ExemptionReview = z.strictObject({
  ...review,
  reasons: statement.describe('事实和理由 facts and reasons'),
  recordedBy: PersonId.describe('登记人 who recorded it'),
  recordedAt: Instant.describe('登记时间 recorded'),
});
export type ExemptionReview = z.infer<typeof ExemptionReview>;

/** What was known when a person acted: from the events before, never from what came later. */
const Known = z.strictObject({
  version: z.int().min(0).describe('当时的案件版本 version of the case'),
  status: z.string().describe('当时状态 status'),
  consentsComplete: z.boolean().describe('授权齐全 consents complete'),
  verification: z.string().describe('核对情况 state of the verification'),
  hits: z.int().min(0).describe('核对命中数 hits'),
  conflicts: z.int().min(0).describe('与申报不一致的核对结果 findings that conflicted'),
  visits: z.int().min(0).describe('入户次数 visits'),
  inconsistentVisits: z.int().min(0).describe('与申报不一致的入户调查 visits that disagreed'),
  objections: z.int().min(0).describe('公示异议 objections'),
  complaint: z.boolean().describe('有投诉举报 a complaint'),
  relativesKnown: z.int().min(0).describe('已知近亲属关系 relatives known'),
});

/** The evidence behind one person's part in one case: clues for those who decide, no verdict (疑点是线索，不是结论). */
export const DiligenceView = z
  .strictObject({
    caseId: CaseId,
    person: PersonId.describe('工作人员编号 member of staff'),
    acts: z
      .array(
        z.strictObject({
          seq: z.int().describe('事件序号 number'),
          at: Instant.describe('时间 instant'),
          step: z.string().describe('步骤 step'),
          type: z.string().describe('事件 event'),
          post: z.string().describe('岗位 post; 空为参与人 empty where only named'),
          lawPack: z.string().describe('法规包 rule pack'),
          known: Known.describe('当时可得的信息 what was known'),
        }),
      )
      .describe('履职行为 acts'),
    corrections: z
      .array(
        z.strictObject({
          seq: z.int().describe('事件序号 number'),
          at: Instant.describe('时间 instant'),
          type: z.string().describe('事件 event'),
          own: z.boolean().describe('由本人作出 by the person'),
          daysAfter: z.int().describe('距其前一行为的自然日数 calendar days after the person’s act before it'),
        }),
      )
      .describe('其后的纠正 corrections that followed'),
    reviews: z.array(ExemptionReview).describe('免责审议记录 exemption reviews'),
    complete: z.boolean().describe('事件已全部列入 all events are in it'),
    note: z.string().describe('说明 note'),
  })
  .meta({
    id: 'Diligence',
    description: '容错证据 Evidence of due diligence',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        person: 't1-td',
        acts: [],
        corrections: [],
        reviews: [],
        complete: true,
        note: '本材料只列事实和线索，不作结论；是否免责由有权机关决定。',
      },
    ],
  });
export type DiligenceView = z.infer<typeof DiligenceView>;

export const DiligenceQuery = z
  .strictObject({ person: PersonId.describe('工作人员编号 member of staff') })
  .meta({ id: 'DiligenceQuery', description: '容错证据查询 Query', examples: [{ person: 't1-td' }] });
