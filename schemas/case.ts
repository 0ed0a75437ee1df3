import * as z from 'zod';
import { Channel } from './channel.ts';
import { CivilDate, Instant, Month } from './dates.ts';
import { Department } from './department.ts';
import { CaseId, CountyCode, PersonId, PersonToken, TownshipCode, VillageCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { Need } from './need.ts';
import { Program } from './program.ts';
import { CareGrade } from './self-care.ts';

/** Where a case stands (rulebook 3.2). */
export const CaseStatus = z
  .enum([
    'submitted',
    'correction-requested',
    'accepted',
    'investigating',
    'reviewed',
    'publicizing',
    'reinvestigating',
    'registered',
    'paid',
    'supplemented',
    'settled',
    'confirmed',
    'not-confirmed',
    'active',
    'checking',
    'hearing',
    'fading',
    'ended',
    'revoked',
    'withdrawn',
    'terminated',
    'refused',
    'lapsed',
  ])
  .meta({ id: 'CaseStatus', description: '案件状态 Status of a case', examples: ['accepted'] });
export type CaseStatus = z.infer<typeof CaseStatus>;

/** What each status is called in Chinese. */
export const statusNames: Readonly<Record<CaseStatus, string>> = {
  submitted: '已提交',
  'correction-requested': '待补正',
  accepted: '已受理',
  investigating: '调查核对中',
  reviewed: '已审核',
  publicizing: '公示中',
  reinvestigating: '异议复查中',
  registered: '已登记（小额快救）',
  paid: '已先行救助',
  supplemented: '已补办手续',
  settled: '已办结',
  confirmed: '已确认',
  'not-confirmed': '不予确认',
  active: '享受救助中',
  checking: '动态核查中',
  hearing: '听取意见中',
  fading: '渐退期',
  ended: '已停止救助',
  revoked: '已撤销确认',
  withdrawn: '已撤回',
  terminated: '已终止审核',
  refused: '不予受理',
  lapsed: '视为放弃',
};

/** Grounds that extend the term to 45 working days (N83 四(一)); `OTHER` needs the county's consent. */
export const ExtensionGround = z
  .enum(['PUBLICITY_OBJECTION', 'HUKOU_SPLIT', 'REMOTE_APPLICATION', 'HARD_INVESTIGATION', 'OTHER'])
  .meta({
    id: 'ExtensionGround',
    description:
      '延长理由：公示有异议、人户分离、异地申办、家庭经济状况调查难度较大、其他（须县级同意） Ground of an extension; the last needs the county',
    examples: ['PUBLICITY_OBJECTION'],
  });
export type ExtensionGround = z.infer<typeof ExtensionGround>;

export const CaseClass = z
  .enum(['A', 'B', 'C'])
  .meta({ id: 'CaseClass', description: '类别 A/B/C 类 Class', examples: ['B'] });
export type CaseClass = z.infer<typeof CaseClass>;

/** A class above the one the working definition suggests, and the facts on file that speak for it, as codes. */
export const RaisedClass = z.strictObject({ evidence: z.string().max(80).optional() });
export type RaisedClass = z.infer<typeof RaisedClass>;

/**
 * The case item: everything the guards of the procedure read, and nothing about persons but tokens.
 * Stays within 2 KB, since a transacted update is billed on the whole item (design decision 2).
 */
export const CaseHead = z.strictObject({
  caseId: CaseId,
  countyCode: CountyCode,
  townshipCode: TownshipCode,
  villageCode: VillageCode,
  program: Program,
  mode: z.enum(['delegated', 'standard']),
  delegationId: z.string().optional(),
  status: CaseStatus,
  channel: Channel,
  clientId: z.string(),
  owner: PersonId.optional(),
  externalNo: z.string().optional(),
  submittedAt: Instant,
  completedOn: CivilDate.optional(),
  applicant: PersonToken,
  electronicService: z.boolean().optional(),
  members: z.int().min(1),
  correction: z
    .strictObject({
      requestedOn: CivilDate,
      items: z.array(z.string()),
      onFile: z.int().min(0),
      windowEndsOn: CivilDate.optional(),
    })
    .optional(),
  aid: z.strictObject({ type: z.enum(['emergency', 'expense']), recognised: z.literal(true).optional() }).optional(),
  alone: z.literal(true).optional(),
  declaredFen: FenAmount.optional(),
  clerk: PersonId.optional(),
  acceptedOn: CivilDate.optional(),
  dueOn: CivilDate.optional(),
  targetOn: CivilDate.optional(),
  postBy: CivilDate.optional(),
  provisional: z.boolean().optional(),
  consentsComplete: z.boolean(),
  relatives: z.array(PersonId),
  relativeFiled: z.boolean().optional(),
  unfiledRelatives: z.array(PersonId).optional(),
  complaint: z.boolean().optional(),
  complaintOn: CivilDate.optional(),
  disputed: z.boolean().optional(),
  disputedOn: CivilDate.optional(),
  countySurvey: z.strictObject({ doneOn: CivilDate, by: z.array(PersonId), passed: z.boolean() }).optional(),
  investigationOn: CivilDate.optional(),
  verification: z
    .strictObject({
      state: z.enum(['requested', 'started', 'hit', 'informed', 'objected', 'finished']),
      requestedOn: CivilDate,
      finishedOn: CivilDate.optional(),
      hits: z.int().min(0),
      windowEndsOn: CivilDate.optional(),
      by: PersonId.optional(),
    })
    .optional(),
  surveyors: z.array(PersonId),
  surveyedOn: CivilDate.optional(),
  evaluatedOn: CivilDate.optional(),
  evaluationFailed: z.boolean().optional(),
  collectiveOn: CivilDate.optional(),
  reviewer: PersonId.optional(),
  round: z.int().min(0),
  opinion: z
    .strictObject({
      result: z.enum(['confirm', 'deny']),
      amountFen: FenAmount,
      class: CaseClass.optional(),
      on: CivilDate,
      by: PersonId,
      repost: z.boolean(),
      incomeFen: FenAmount.optional(),
      standardFen: FenAmount.optional(),
      raised: RaisedClass.optional(),
    })
    .optional(),
  publicity: z
    .strictObject({
      postedOn: CivilDate.optional(),
      endsOn: CivilDate.optional(),
      channels: z.array(z.string()),
      /** Channels whose notice was removed early and not posted again. */
      broken: z.array(z.string()).optional(),
    })
    .optional(),
  objections: z.int().min(0),
  objectionOpen: z.boolean(),
  objectionRounds: z.int().min(0).optional(),
  reinvestigators: z.array(PersonId).optional(),
  extension: z.strictObject({ ground: ExtensionGround, on: CivilDate, dueOn: CivilDate }).optional(),
  decision: z
    .strictObject({
      result: z.enum(['confirmed', 'not-confirmed']),
      on: CivilDate,
      by: PersonId,
      amountFen: FenAmount,
      firstMonth: Month.optional(),
      careGrade: CareGrade.optional(),
      validUntil: CivilDate.optional(),
      delegationId: z.string().optional(),
      lawPack: z.string(),
      calendar: z.string(),
    })
    .optional(),
  receivedOn: CivilDate.optional(),
  publishedOn: CivilDate.optional(),
  adjusted: z.strictObject({ on: CivilDate, by: PersonId, amountFen: FenAmount, fromMonth: Month }).optional(),
  endReason: z.string().max(20).optional(),
  endedOn: CivilDate.optional(),
  /** What the household needs beside what it applied for, and where that was passed on. */
  needs: z.strictObject({ on: CivilDate, found: z.array(Need), referred: z.array(Department).optional() }).optional(),
  /** Who refused to accept, or ended the procedure: another person decides anew. */
  endedBy: PersonId.optional(),
  attempts: z.int().min(0),
  warnedOn: CivilDate.optional(),
  paperCounts: z.record(z.string(), z.int()),
});
export type CaseHead = z.infer<typeof CaseHead>;

/** A case as lists, reads and the feed show it in the contract's examples. */
export const caseViewExample = {
  caseId: '649900101-DB-2026-000001',
  version: 2,
  program: 'DB_URBAN',
  status: 'accepted',
  statusText: '已受理',
  mode: 'delegated',
  countyCode: '649900',
  townshipCode: '649900101',
  villageCode: '649900101201',
  channel: 'government-portal',
  externalNo: 'NX-2026-000123',
  submittedAt: '2026-08-03T01:10:00.000Z',
  members: 2,
  acceptedOn: '2026-08-03',
  dueOn: '2026-08-31',
  provisional: false,
  postBy: '2026-08-21',
  countySurveyRequired: false,
} as const;

/** What callers see of a case: the same shape in lists, reads and the feed; a pure function of the case item. */
export const CaseView = z
  .strictObject({
    caseId: CaseId,
    version: z.int().min(1).describe('版本（ETag）version'),
    program: Program,
    status: CaseStatus,
    statusText: z.string().describe('状态名称 name of the status'),
    mode: z.enum(['delegated', 'standard']).describe('下放或未下放 delegated or not'),
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    channel: Channel,
    externalNo: z.string().optional().describe('外部受理号 external number'),
    submittedAt: Instant.describe('提交时间 submitted'),
    members: z.int().describe('家庭人口 household size'),
    acceptedOn: CivilDate.optional().describe('受理日期 accepted'),
    dueOn: CivilDate.optional().describe('办结期限 last day to decide'),
    targetOn: CivilDate.optional().describe('目标办结日（特困，非法定期限）day aimed at for 特困, no term'),
    provisional: z.boolean().optional().describe('期限为暂定（次年放假安排未发布）the last day is provisional'),
    postBy: CivilDate.optional().describe('最迟张榜日 latest posting day'),
    publicityEndsOn: CivilDate.optional().describe('公示截止日 last day of publicity'),
    earliestDecisionOn: CivilDate.optional().describe('最早决定日 earliest day to decide'),
    extendedTo: CivilDate.optional().describe('延长后的期限 extended last day'),
    relativeFiled: z.boolean().optional().describe('近亲属备案 near-relative filing'),
    countySurveyRequired: z.boolean().describe('须县级入户调查 county survey required'),
    decision: z.enum(['confirmed', 'not-confirmed']).optional().describe('决定 decision'),
    decidedOn: CivilDate.optional().describe('决定日期 decided'),
    amountFen: FenAmount.optional().describe(
      '月保障金额，临时救助为一次性金额（分）monthly amount; for temporary assistance the one sum',
    ),
    firstMonth: Month.optional().describe('起始发放月 first benefit month'),
    validUntil: CivilDate.optional().describe('认定有效期至 last day of a recognition'),
    endedOn: CivilDate.optional().describe('办结日期 closed'),
  })
  .meta({
    id: 'CaseView',
    description: '案件概况 Case as callers see it',
    examples: [caseViewExample],
  });
export type CaseView = z.infer<typeof CaseView>;
