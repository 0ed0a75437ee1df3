import * as z from 'zod';
import { AppealDuty, AppealedAct, AppealId, AppealKind, AppealOutcome } from './appeal-order.ts';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, PersonToken, Sha256, TownshipCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';
import { Term } from './term.ts';

const docNo = z.string().min(1).max(60).describe('文号 number of the document');

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
