import * as z from 'zod';
import { Assessment } from './assessment.ts';
import { CaseClass, ExtensionGround } from './case.ts';
import { Channel } from './channel.ts';
import { CivilDate, Instant, Month } from './dates.ts';
import { Household } from './household.ts';
import { CountyCode, PersonId, PersonToken, Sha256, TownshipCode, VillageCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { Delivery, Paper } from './paper.ts';
import { Program } from './program.ts';
import { FiledRelation, NearRelation } from './staff.ts';
import { Term, TermName } from './term.ts';

const short = z.string().max(2000);

/** A material handed in, as it was stored: the file is found by its hash. */
export const Material = z
  .strictObject({
    item: z.string().describe('材料目录编号 item of the catalogue'),
    attachmentId: z.string().describe('附件编号 attachment'),
    sha256: Sha256.describe('附件哈希 hash of the file'),
  })
  .meta({ id: 'Material', description: '申请材料 Material handed in' });
export type Material = z.infer<typeof Material>;

/** A verification consent (核对授权书 W03) of one counted adult. */
export const Consent = z.strictObject({ person: PersonToken, sha256: Sha256, signedOn: CivilDate });
export type Consent = z.infer<typeof Consent>;

/** One source's answer in a verification report (W11): no amounts of other persons, tokens only. */
export const VerificationFinding = z
  .strictObject({
    person: PersonToken.describe('成员代号 member'),
    source: z.string().max(40).describe('核对来源，如 bank、tax、vehicle source'),
    hit: z
      .enum(['none', 'income', 'deposit', 'vehicle', 'house', 'company', 'death', 'prison', 'pension', 'duplicate'])
      .describe('结果类型 kind of hit'),
    amountFen: FenAmount.optional().describe('金额（分）amount'),
    conflicts: z.boolean().describe('与申报不一致 conflicts with the declaration'),
    note: z.string().max(400).optional().describe('说明 note'),
  })
  .meta({ id: 'VerificationFinding', description: '核对结果 Finding of a source' });
export type VerificationFinding = z.infer<typeof VerificationFinding>;

/** One visit to the household (入户调查 W13). */
export const Visit = z
  .strictObject({
    surveyors: z.array(PersonId).describe('调查人员 surveyors'),
    signatures: z.array(PersonId).describe('签字的调查人员 surveyors who signed'),
    memberSigned: z.boolean().describe('在场家庭成员签字 a present member signed'),
    visitedAt: Instant.describe('入户时间 time of the visit'),
    leftAt: Instant.optional().describe('离开时间 time of leaving'),
    lat: z.number().min(-90).max(90).optional().describe('纬度 latitude'),
    lon: z.number().min(-180).max(180).optional().describe('经度 longitude'),
    photos: z.array(Sha256).describe('照片哈希 hashes of the photos'),
    deviceId: z.string().max(64).optional().describe('设备编号 device'),
    findings: short.describe('调查情况 findings'),
    consistent: z.boolean().describe('与申报一致 agrees with the declaration'),
  })
  .meta({ id: 'Visit', description: '入户调查 Visit' });
export type Visit = z.infer<typeof Visit>;

/** Proof that a notice was posted on one channel (张榜凭证). */
export const Posting = z
  .strictObject({
    channel: z
      .enum(['village-board', 'township-board', 'screen', 'wechat'])
      .describe('公示渠道：村级公示栏、乡镇公示栏、电子屏、微信公众号 channel'),
    postedOn: CivilDate.describe('张榜日期 posted'),
    proof: Sha256.describe('凭证哈希 hash of the photo or page'),
    url: z.url().max(300).optional().describe('网址 address'),
  })
  .meta({ id: 'Posting', description: '公示凭证 Proof of posting' });
export type Posting = z.infer<typeof Posting>;

/** Acts of a near relative that another person must do again (B21); an opinion also when what it rests on is to be redone. */
export const UndoneAct = z.enum(['survey', 'verification', 'opinion', 'reinvestigation', 'county-survey']);
export type UndoneAct = z.infer<typeof UndoneAct>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** Every kind of event a case can have: what happened, in the past tense. */
export const CaseEventBody = z.discriminatedUnion('type', [
  event('application-submitted', {
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    program: Program,
    mode: z.enum(['delegated', 'standard']),
    delegationId: z.string().optional(),
    channel: Channel,
    externalNo: z.string().optional(),
    submittedAt: Instant,
    applicant: PersonToken,
    agent: PersonToken.optional(),
    mandate: Sha256.optional(),
    household: Household,
    materials: z.array(Material),
    electronicService: z.boolean(),
    /** Annual income as declared, counted by the rules of the day: what verification is later compared with. */
    declaredIncomeFen: FenAmount.optional(),
    signedOn: CivilDate.optional(),
    declaredRelatives: z
      .array(z.strictObject({ staff: PersonId, member: PersonToken, relation: NearRelation }))
      .optional(),
  }),
  event('materials-requested', {
    items: z.array(z.string()),
    note: short.optional(),
    /** Materials on file when it was asked: those after them answer the request. */
    onFile: z.int().min(0),
    /** Why an item could not be known before: the material it follows from. */
    arising: z.array(z.strictObject({ item: z.string(), from: z.string(), reason: short })).optional(),
  }),
  event('materials-supplied', { materials: z.array(Material), complete: z.boolean(), on: CivilDate }),
  event('application-accepted', {
    on: CivilDate,
    mode: z.enum(['delegated', 'standard']),
    delegationId: z.string().optional(),
    dueOn: CivilDate,
    postBy: CivilDate,
    provisional: z.boolean(),
    relativesFound: z.array(PersonId),
  }),
  event('application-refused', {
    ground: z.string(),
    fact: short,
    on: CivilDate,
    evidence: Sha256.optional(),
    transferTo: z.string().optional(),
    openCaseNo: z.string().optional(),
  }),
  event('application-withdrawn', { on: CivilDate, reason: short.optional(), statement: Sha256.optional() }),
  event('application-lapsed', { on: CivilDate }),
  event('relative-filed', {
    staff: PersonId,
    member: PersonToken,
    relation: FiledRelation,
    on: CivilDate,
    declaredBy: z.enum(['applicant', 'staff', 'check']),
    undone: z.array(UndoneAct),
  }),
  event('consents-recorded', { consents: z.array(Consent), complete: z.boolean() }),
  event('surveyors-assigned', { surveyors: z.array(PersonId), on: CivilDate }),
  event('verification-requested', { on: CivilDate, persons: z.array(PersonToken), scope: z.array(z.string()) }),
  event('verification-started', { on: CivilDate }),
  event('verification-returned', {
    on: CivilDate,
    findings: z.array(VerificationFinding),
    hit: z.boolean(),
    recheck: z.boolean(),
    household: Household.optional(),
  }),
  event('verification-informed', { on: CivilDate, failed: z.array(z.string()), windowEndsOn: CivilDate }),
  event('verification-objected', { on: CivilDate, statement: short, evidence: z.array(Sha256) }),
  event('household-visited', {
    on: CivilDate,
    visit: Visit,
    household: Household.optional(),
    investigationOn: CivilDate,
  }),
  event('evaluation-held', {
    on: CivilDate,
    participants: z.array(
      z.strictObject({ kind: z.enum(['township', 'village', 'party', 'resident']), count: z.int().min(0) }),
    ),
    truthful: z.boolean(),
    minutes: Sha256,
    conclusion: short,
  }),
  event('opinion-given', {
    on: CivilDate,
    result: z.enum(['confirm', 'deny']),
    amountFen: FenAmount,
    class: CaseClass.optional(),
    assessment: Assessment,
    grounds: z.array(z.string()),
    reasons: z.array(short),
    repost: z.boolean(),
  }),
  event('publicity-posted', {
    postings: z.array(Posting),
    postedOn: CivilDate.optional(),
    endsOn: CivilDate.optional(),
  }),
  event('publicity-objected', {
    on: CivilDate,
    channel: z.string(),
    realName: z.boolean(),
    content: short,
    evidence: z.array(Sha256),
  }),
  event('case-reinvestigated', {
    on: CivilDate,
    investigators: z.array(PersonId),
    findings: short,
    changed: z.boolean(),
    household: Household.optional(),
  }),
  event('complaint-recorded', { on: CivilDate, channel: z.string(), content: short }),
  event('county-surveyed', { on: CivilDate, visit: Visit, passed: z.boolean() }),
  event('term-extended', {
    on: CivilDate,
    ground: ExtensionGround,
    note: short,
    dueOn: CivilDate,
    provisional: z.boolean(),
    countyConsent: z.string().optional(),
  }),
  event('overdue-explained', { on: CivilDate, term: TermName, reason: short }),
  event('case-decided', {
    on: CivilDate,
    result: z.enum(['confirmed', 'not-confirmed']),
    amountFen: FenAmount,
    class: CaseClass.optional(),
    firstMonth: Month.optional(),
    grounds: z.array(z.string()),
    reasons: z.array(short),
    assessment: Assessment,
    calendar: z.string(),
    lawPack: z.string(),
    delegationId: z.string().optional(),
  }),
  event('confirmation-published', { on: CivilDate, postings: z.array(Posting) }),
  event('paper-served', { delivery: Delivery }),
  event('non-cooperation-recorded', {
    on: CivilDate,
    what: short,
    warned: z.boolean(),
    warning: Sha256.optional(),
  }),
  event('procedure-terminated', { on: CivilDate, reasons: z.array(short) }),
]);
export type CaseEventBody = z.infer<typeof CaseEventBody>;
export type CaseEventType = CaseEventBody['type'];

/** What an act does to the running terms: computed by law at the moment of the act and kept with it. */
export const TermChanges = z.strictObject({
  start: z.array(Term).optional(),
  end: z.array(TermName).optional(),
  extend: z.array(z.strictObject({ term: TermName, to: CivilDate, provisional: z.boolean() })).optional(),
});
export type TermChanges = z.infer<typeof TermChanges>;

/** The papers an act issues. */
export const IssuedPapers = z.array(Paper);
