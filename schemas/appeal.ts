import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, PersonToken, Sha256, TownshipCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';
import { Term } from './term.ts';

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

/** An appeal (行政复议、行政诉讼): its own subject with the term to reply. Who appeals is a token; names are sealed. */
export const Appeal = z
  .strictObject({
    appealId: AppealId,
    caseId: CaseId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    program: Program,
    kind: AppealKind,
    act: AppealedAct,
    paperId: z.string().optional().describe('被申请、被诉的文书编号 paper appealed against'),
    number: z.string().optional().describe('文号 its number'),
    servedOn: CivilDate.optional().describe('送达日期 day it was served'),
    duty: AppealDuty.optional().describe('未履行的职责 duty not fulfilled'),
    respondent: z
      .strictObject({
        by: z.enum(['township', 'county']).describe('被申请人、被告 respondent'),
        orgCode: z.string().max(9).describe('机构代码 organ'),
      })
      .describe('被申请人、被告 respondent'),
    body: z.string().max(60).describe('复议机关或人民法院 body that hears it'),
    simplified: z.literal(true).optional().describe('简易程序 simplified procedure (FYF §53)'),
    after: AppealId.optional().describe('所不服的复议 the review it follows'),
    filedOn: CivilDate.describe('申请、起诉日期 day it was filed'),
    receivedOn: CivilDate.describe('收到副本日期 day the respondent received the copy'),
    lastOn: CivilDate.optional().describe(
      '申请、起诉期限最后一日，文书未送达的没有 last day to file, none before service',
    ),
    inTime: z.boolean().describe('在法定期限内 filed in time'),
    provisional: z.boolean().optional().describe('期限为暂定 the last day is provisional'),
    appellant: PersonToken.describe('申请人、原告代号 who appeals, a token'),
    claims: z.array(statement).describe('请求和理由（不填姓名） what is asked and why'),
    evidence: z.array(Sha256).describe('附件哈希 hashes of the files'),
    decidedBy: PersonId.optional(),
    status: z.enum(['open', 'answered', 'settled']).describe('待答复、已答复、已办结 status'),
    replyBy: CivilDate.describe('书面答复、答辩期限 last day of the written reply'),
    answeredOn: CivilDate.optional().describe('答复日期 day of the reply'),
    stay: z
      .strictObject({ on: CivilDate, orderNo: docNo })
      .optional()
      .describe('停止执行的决定、裁定 order to suspend execution'),
    outcome: AppealOutcome.optional(),
    decidedOn: CivilDate.optional().describe('决定、判决日期 day of the decision'),
    orderNo: docNo.optional().describe('决定书、裁判文书文号 its number'),
    dueOn: CivilDate.optional().describe('履行期限 day by which it is to be carried out'),
    registeredBy: PersonId.describe('登记人 who registered it'),
    terms: z.array(Term).describe('期限 terms'),
  })
  .meta({
    id: 'Appeal',
    description: '行政复议、行政诉讼 Appeal',
    examples: [
      {
        appealId: '649900101-DB-2026-000001-A1',
        caseId: '649900101-DB-2026-000001',
        countyCode: '649900',
        townshipCode: '649900101',
        program: 'DB_URBAN',
        kind: 'review',
        act: 'W21',
        paperId: 'W21-1',
        number: '演一镇〔2026〕3号',
        servedOn: '2026-10-21',
        respondent: { by: 'township', orgCode: '649900101' },
        body: '演示县人民政府',
        filedOn: '2026-11-02',
        receivedOn: '2026-11-04',
        lastOn: '2026-12-21',
        inTime: true,
        appellant: 't_00112233445566778899aabbccddeeff',
        claims: ['请求撤销不予批准通知书'],
        evidence: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
        status: 'open',
        replyBy: '2026-11-18',
        registeredBy: 't1-tc',
        terms: [],
      },
    ],
  });
export type Appeal = z.infer<typeof Appeal>;

export const AppealList = z
  .strictObject({
    appeals: z.array(Appeal).describe('行政复议、行政诉讼 appeals'),
    next: z.string().optional().describe('下一页游标 where to go on'),
  })
  .meta({ id: 'AppealList', description: '行政复议、行政诉讼清单 Appeals', examples: [{ appeals: [] }] });

/** Every kind of event an appeal can have. */
export const AppealEventBody = z.discriminatedUnion('type', [
  event('appeal-opened', { on: CivilDate, appeal: Appeal.omit({ terms: true }) }),
  event('appeal-answered', { on: CivilDate, facts: z.array(statement), evidence: z.array(Sha256) }),
  event('appeal-stayed', { on: CivilDate, orderNo: docNo, decidedOn: CivilDate, evidence: Sha256 }),
  event('appeal-closed', {
    on: CivilDate,
    outcome: AppealOutcome,
    decidedOn: CivilDate,
    receivedOn: CivilDate,
    orderNo: docNo,
    evidence: Sha256,
    dueOn: CivilDate.optional(),
    amountFen: FenAmount.optional(),
  }),
]);
export type AppealEventBody = z.infer<typeof AppealEventBody>;
