import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, PersonToken, TownshipCode } from './ids.ts';
import { Paper } from './paper.ts';
import { Term } from './term.ts';

/** Number of a complaint: county, 信访, year, a mark of its own. */
export const ComplaintId = z
  .string()
  .regex(/^64(\d{4}|ND00)-XF-\d{4}-[0-9a-f]{12}$/, '信访举报编号格式不正确')
  .meta({ id: 'ComplaintId', description: '信访举报编号 Complaint', examples: ['649900-XF-2026-0a1b2c3d4e5f'] });
export type ComplaintId = z.infer<typeof ComplaintId>;

/** How a complaint came: visit, letter, the hotline, online, or passed on by another organ. */
export const ComplaintChannel = z.enum(['visit', 'letter', 'phone', 'online', 'transferred']).meta({
  id: 'ComplaintChannel',
  description: '来访、来信、来电（含服务热线）、网上、转办 Channel',
  examples: ['phone'],
});

/** The organ that handles a complaint, from the township up. */
export const ComplaintLevel = z
  .enum(['township', 'county', 'city', 'region'])
  .meta({ id: 'ComplaintLevel', description: '办理层级：乡镇、县级、市级、自治区 Level', examples: ['county'] });
export type ComplaintLevel = z.infer<typeof ComplaintLevel>;

/** Whom a complaint is about: it is never routed to them (SD7). */
export const ComplaintAbout = z.strictObject({
  staff: z.array(PersonId).max(20),
  organisations: z.array(z.string().max(12)).max(10),
  /** Tokens of those persons, and of their near relatives: who shares one may not handle it. */
  persons: z.array(PersonToken),
  near: z.array(PersonToken),
  /** Who had a task on the case it is about, or is near to its household. */
  barred: z.array(PersonId),
});

const outcome = z
  .enum(['substantiated', 'partly', 'unsubstantiated'])
  .describe('属实、部分属实、不属实 whether it was true');

/** A complaint as its item holds it: never who complains, only the token of a sealed record. */
export const ComplaintHead = z.strictObject({
  complaintId: ComplaintId,
  countyCode: CountyCode,
  townshipCode: TownshipCode.optional(),
  caseId: CaseId.optional(),
  channel: ComplaintChannel,
  receivedOn: CivilDate,
  realName: z.boolean(),
  complainant: PersonToken.optional(),
  content: statement,
  about: ComplaintAbout,
  level: ComplaintLevel,
  orgCode: z.string().max(12),
  stage: z.enum(['handling', 'review', 're-review']),
  status: z.enum(['registered', 'accepted', 'answered', 'closed', 'passed-on']),
  registeredBy: PersonId,
  handler: PersonId.optional(),
  handlers: z.array(PersonId),
  acceptedOn: CivilDate.optional(),
  outcome: outcome.optional(),
  answeredOn: CivilDate.optional(),
  toldOn: CivilDate.optional(),
  terms: z.array(Term),
  papers: z.array(Paper),
});
export type ComplaintHead = z.infer<typeof ComplaintHead>;

/** Every kind of event a complaint can have (信访工作条例 §23, §34–36; D57 §36–37). */
export const ComplaintEventBody = z.discriminatedUnion('type', [
  event('complaint-registered', {
    on: CivilDate,
    complaint: ComplaintHead.omit({ terms: true, papers: true, handlers: true }),
  }),
  event('complaint-accepted', { on: CivilDate, handler: PersonId }),
  event('complaint-passed-on', { on: CivilDate, ground: z.string(), organ: z.string().optional(), note: statement }),
  event('complaint-reassigned', { on: CivilDate, handler: PersonId, reason: statement }),
  event('complaint-extended', { on: CivilDate, reason: statement, dueOn: CivilDate, approvedBy: PersonId }),
  event('complaint-answered', {
    on: CivilDate,
    outcome,
    facts: z.array(statement),
    result: z.array(statement),
    stage: z.string(),
  }),
  event('complainant-told', { on: CivilDate, method: z.string() }),
  event('complaint-review-asked', {
    on: CivilDate,
    stage: z.enum(['review', 're-review']),
    level: ComplaintLevel,
    orgCode: z.string().max(12),
  }),
]);
export type ComplaintEventBody = z.infer<typeof ComplaintEventBody>;

/** What is told about whoever complains, sealed at once under a key of its own. */
export const Complainant = z
  .strictObject({
    name: z.string().min(1).max(60).describe('姓名 name'),
    phone: z.string().min(5).max(20).optional().describe('联系电话 phone'),
    address: z.string().max(200).optional().describe('通信地址 address'),
  })
  .meta({
    id: 'Complainant',
    description: '实名举报人，单独加密保存 Who complains, sealed',
    examples: [{ name: '测试甲' }],
  });

/** What is registered of a complaint. */
export const complaintFields = {
  channel: ComplaintChannel.describe('来源渠道，含上级转办 how it came'),
  content: z.string().min(1).max(2000).describe('投诉举报内容，不写举报人姓名 what is complained of, without the name'),
  receivedOn: CivilDate.optional().describe('收到日期，缺省为当日 day of receipt, today if absent'),
  complainant: Complainant.optional().describe('实名的填写；匿名的不填 who complains, if named'),
  staff: z.array(PersonId).max(20).default([]).describe('被反映的工作人员、村居干部 staff or cadres complained of'),
  organisations: z
    .array(z.string().regex(/^64(\d{4}|ND00|\d{7}|\d{10})$/))
    .max(10)
    .default([])
    .describe('被反映的机构代码 organisations complained of'),
};

/** A complaint as those who may handle it see it: whether it is named, never by whom. */
export const ComplaintView = z
  .strictObject({
    complaintId: ComplaintId,
    version: z.int().min(1).describe('版本 version'),
    caseId: CaseId.optional(),
    channel: ComplaintChannel,
    receivedOn: CivilDate.describe('收到日期 received'),
    realName: z.boolean().describe('实名 named'),
    content: z.string().describe('反映内容 content'),
    level: ComplaintLevel,
    orgCode: z.string().describe('办理机构 organ that handles it'),
    stage: ComplaintHead.shape.stage.describe('办理、复查、复核 stage'),
    status: ComplaintHead.shape.status.describe('状态 status'),
    handler: PersonId.optional().describe('经办人 handler'),
    outcome: outcome.optional(),
    answeredOn: CivilDate.optional().describe('答复日期 answered'),
    toldOn: CivilDate.optional().describe('反馈日期 told'),
    terms: z
      .array(
        z.strictObject({
          term: Term.shape.term,
          lastOn: CivilDate.describe('最后一日 last day'),
          overdue: z.boolean().describe('已超期 overdue'),
          ended: z.boolean().describe('已办结 ended'),
        }),
      )
      .describe('期限 terms'),
    papers: z
      .array(
        z.strictObject({
          paperId: z.string().describe('文书编号 id'),
          number: z.string().describe('文号 number'),
          text: z.string().optional().describe('全文 text'),
        }),
      )
      .describe('文书 papers'),
  })
  .meta({
    id: 'ComplaintView',
    description: '信访举报 Complaint',
    examples: [
      {
        complaintId: '649900-XF-2026-0a1b2c3d4e5f',
        version: 1,
        channel: 'phone',
        receivedOn: '2026-08-12',
        realName: false,
        content: '反映该户有一辆小客车',
        level: 'county',
        orgCode: '649900',
        stage: 'handling',
        status: 'registered',
        terms: [{ term: 'complaint-receipt', lastOn: '2026-08-27', overdue: false, ended: false }],
        papers: [],
      },
    ],
  });
export type ComplaintView = z.infer<typeof ComplaintView>;

/** What whoever registers a complaint is told: its number and the last day of the receipt. */
export const ComplaintReceipt = ComplaintView.pick({ complaintId: true, level: true, orgCode: true, receivedOn: true })
  .extend({ receiptBy: CivilDate.describe('最迟书面告知日 last day of the written receipt') })
  .meta({
    id: 'ComplaintReceipt',
    description: '信访举报登记回执 Receipt of a complaint',
    examples: [
      {
        complaintId: '649900-XF-2026-0a1b2c3d4e5f',
        level: 'county',
        orgCode: '649900',
        receivedOn: '2026-08-12',
        receiptBy: '2026-08-27',
      },
    ],
  });
