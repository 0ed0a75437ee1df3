import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { statement } from './event-shape.ts';
import { PersonId } from './ids.ts';
import { FenAmount } from './money.ts';

/** Number of an appeal: its case and a serial. */
export const AppealId = z
  .string()
  .regex(/^64\d{7}-(DB|TK|BY|GX|GL|LS)-\d{4}-\d{6}-A\d{1,4}$/, '复议、诉讼编号格式不正确')
  .meta({ id: 'AppealId', description: '复议、诉讼编号 Appeal', examples: ['649900101-DB-2026-000001-A1'] });

/** The two ways against an act (LAW §76): reconsideration by a government, or a lawsuit. */
export const AppealKind = z
  .enum(['review', 'suit'])
  .meta({ id: 'AppealKind', description: '行政复议、行政诉讼 Reconsideration or lawsuit', examples: ['review'] });
export type AppealKind = z.infer<typeof AppealKind>;

/** What it is against: one served decision by its kind of paper, or that nothing was done in time. */
export const AppealedAct = z.enum(['W08', 'W21', 'W25', 'W27', 'W28', 'inaction']).meta({
  id: 'AppealedAct',
  description:
    '不予受理、不予批准、增减停发、终止审核、撤销确认的决定，或不作为 Act appealed: a decision by its paper, or inaction',
  examples: ['W21'],
});
export type AppealedAct = z.infer<typeof AppealedAct>;

/** How an appeal ends (FYF §33, §41, §63–69; ALL §62, §69–73, §77). */
export const AppealOutcome = z
  .enum(['upheld', 'revoked', 'revoked-with-redo', 'changed', 'ordered-to-act', 'withdrawn', 'not-accepted'])
  .meta({
    id: 'AppealOutcome',
    description: '维持或驳回请求、撤销、撤销并责令重作、变更、责令履行、撤回、不予受理或驳回申请 How an appeal ended',
    examples: ['revoked-with-redo'],
  });
export type AppealOutcome = z.infer<typeof AppealOutcome>;

/** Which duty is not fulfilled, or has to be fulfilled anew. */
export const AppealDuty = z.enum(['acceptance', 'decision', 'benefit']);
export type AppealDuty = z.infer<typeof AppealDuty>;

const docNo = z.string().min(1).max(60).describe('文号 number of the document');

/** What the appeals of a case have ordered and is not carried out yet: a duty of the case, with a term. */
export const AppealOrder = z.strictObject({
  appealId: AppealId,
  kind: AppealKind,
  outcome: AppealOutcome,
  act: AppealedAct,
  duty: AppealDuty,
  orderNo: docNo,
  dueOn: CivilDate,
  /** Who decided before: another person decides anew. */
  decidedBy: PersonId.optional(),
  /** Number of the paper that no longer holds. */
  paper: z.string().optional(),
  /** Reasons of the act that no longer holds, where they may not simply be repeated (FYF §64(2), ALL §71). */
  reasons: z.array(statement).optional(),
  /** 变更: the amount a month the body set. */
  amountFen: FenAmount.optional(),
  /** The former amounts have to be restored first. */
  restores: z.literal(true).optional(),
});
export type AppealOrder = z.infer<typeof AppealOrder>;

/** An appeal as its case remembers it. */
export const AppealEntry = z.strictObject({
  appealId: AppealId,
  kind: AppealKind,
  act: AppealedAct,
  paperId: z.string().optional(),
  duty: AppealDuty.optional(),
  filedOn: CivilDate,
  decidedBy: PersonId.optional(),
  outcome: AppealOutcome.optional(),
  /** When the respondent and the appellant received the decision: a lawsuit against it runs from then (ALL §45). */
  receivedOn: CivilDate.optional(),
});
export type AppealEntry = z.infer<typeof AppealEntry>;

/** The appeals of a case: a part beside the case item. */
export const CaseAppeals = z.strictObject({ entries: z.array(AppealEntry), order: AppealOrder.optional() });
export type CaseAppeals = z.infer<typeof CaseAppeals>;
