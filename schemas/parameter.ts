import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { PersonId, Sha256 } from './ids.ts';
import { Ratio } from './money.ts';
import { Program } from './program.ts';

/** Every key a county may set (rulebook 11.1 and 11.2, as far as the programs assessed need them). Meaning, unit, source and default stand in the law. */
export const ParameterKey = z
  .enum([
    'standard.DB_URBAN',
    'standard.DB_RURAL',
    'edge.multiplier',
    'tier.A',
    'tier.B',
    'tier.C',
    'income.windowMonths',
    'income.employmentCost',
    'income.exclude.basicPension.until',
    'asset.moneyPerCapitaMultiple',
    'asset.houseCount',
    'asset.vehicleCount',
    'benefit.mode',
    'benefit.rounding',
    'benefit.minAmount',
    'singlePerson.benefitMode',
    'by.validityMonths',
    'tk.basicMultiple',
    'tk.care.0',
    'tk.care.1',
    'tk.care.2',
    'disposableIncome.prevYear.urban',
    'disposableIncome.prevYear.rural',
    'gx.rigidRatio',
    'gx.countLiving',
    'gx.validityMonths',
    'gl.urban.80',
    'gl.urban.90',
    'gl.rural.80',
    'gl.rural.90',
    'gl.incomeCap',
    'gl.excludes',
    'gl.start',
    'ls.fastCap',
    'ls.townshipApprovalCap',
    'ls.pettyCashCap',
    'ls.replenishBelow',
    'roster.cutoffDay',
    'pay.dayOfMonth',
    'clock.fastAid',
    'rapid.rollOnHoliday',
    'clock.tk.opinion',
    'clock.tk.decision',
    'clock.tk.reinvestigate',
    'clock.tk.countyDecision',
    'clock.tk.selfcare',
    'clock.tk.selfcareReassess',
    'clock.fastSupplement',
    'clock.fastFiling',
    'clock.gx',
    'clock.gxExtended',
    'clock.gl',
    'clock.ls',
    'clock.total.delegated',
    'clock.total.standard',
    'clock.total.extended',
    'clock.intake',
    'clock.correctionWindow',
    'clock.startInvestigation',
    'clock.startVerification',
    'clock.verifyResult',
    'clock.inform',
    'clock.objection',
    'clock.survey',
    'clock.evaluation',
    'clock.opinion',
    'clock.countySurvey',
    'clock.countyDecision',
    'clock.publish',
    'clock.denialNotice',
    'clock.confirmationNotice',
    'clock.refusalNotice',
    'clock.terminationNotice',
    'clock.hearing',
    'clock.leadContact',
    'clock.referralReply',
    'consent.carryDays',
    'clock.selfCheck',
    'publicity.days',
    'publicity.rePublicizeDB',
    'publicity.maskNameOnline',
    'publicity.onlineDays',
    'publicity.mandatoryChannels',
    'publicity.boards',
    'training.requiredFor',
    'training.validMonths',
    'extension.grounds',
    'evaluation.requiredWhen',
    'evaluation.residentShare',
    'evaluation.minMembers',
    'evaluation.quorum',
    'survey.minPersons',
    'sod.reviewerMayBeSurveyor',
    'materials.promiseItems',
    'reverify.months.stable',
    'reverify.months.unstable',
    'reverify.months.TK',
    'reverify.months.GL',
    'spotcheck.random.TK',
    'spotcheck.random.other',
    'sample.includeMandatory',
    'appeal.reviewDays',
    'appeal.suitMonths',
    'appeal.suitAfterReviewDays',
    'appeal.replyDays',
    'appeal.simpleReplyDays',
    'appeal.suitReplyDays',
    'collective.minMembers',
    'collective.quorum',
    'complaint.receiptDays',
    'complaint.handleDays',
    'complaint.extendDays',
    'complaint.reviewDays',
    'clock.complaintFeedback',
    'alert.warnDays',
    'alert.reasonDays',
    'alert.countyAfter',
    'alert.cityAfter',
    'alert.windowFrom',
    'alert.windowTo',
    'clock.changeCheck',
    'clock.death',
    'clock.unreportedChange',
    'clock.hearingNotice',
    'clock.adjustment',
    'clock.adjustmentNotice',
    'clock.correctionOrder',
    'reverify.openDays',
    'fade.maxMonths',
    'fade.curve',
    'fade.wideGround',
    'fade.intervalMonths',
    'refusal.applies',
    'refusal.count',
    'refusal.shareMode',
    'move.outsideCounty',
    'archive.approvalYearsAfterExit',
    'archive.dailyYears',
    'remedy.W08',
    'remedy.W21',
    'remedy.W25',
    'remedy.W27',
    'remedy.W28',
    'remedy.W29',
  ])
  .meta({ id: 'ParameterKey', description: '参数名 Parameter key', examples: ['standard.DB_URBAN'] });
export type ParameterKey = z.infer<typeof ParameterKey>;

/** A value in the unit of its key: whole numbers (fen, days, months, counts), exact ratios, flags, choices, dates, times or lists. */
export const ParameterValue = z
  .union([z.int(), z.boolean(), z.string().max(1000), Ratio, z.array(z.string().max(80)).max(50)])
  .meta({
    id: 'ParameterValue',
    description: '参数值，单位见目录；金额为分 Value in the unit of the key, money in fen',
    examples: [72000],
  });
export type ParameterValue = z.infer<typeof ParameterValue>;

/** The document a local value rests on (rulebook 11.3). */
export const LegalDocument = z
  .strictObject({
    title: z.string().min(1).max(120).describe('文件名称 Title'),
    documentNo: z.string().min(1).max(60).optional().describe('文号 Document number'),
    clause: z.string().min(1).max(60).optional().describe('条款 Clause'),
    sha256: Sha256.optional().describe('文件原件的 SHA-256 Hash of the document'),
  })
  .meta({
    id: 'LegalDocument',
    description: '依据文件 Legal document',
    examples: [{ title: 'FX-2026 演示数据·非真实标准' }],
  });
export type LegalDocument = z.infer<typeof LegalDocument>;

const entry = {
  key: ParameterKey,
  program: Program.optional().describe('业务，仅分业务的参数填写 Program, only for keys set per program'),
  value: ParameterValue,
  from: CivilDate.describe('施行日 First day in force'),
  until: CivilDate.optional().describe('最后有效日 Last day in force'),
  document: LegalDocument,
  example: z.boolean().optional().describe('演示数据·非真实标准 Invented example value'),
};

/** What the first of two persons enters; the second approves it unchanged (design decision 9). */
export const ParameterEntry = z.strictObject(entry).meta({
  id: 'ParameterEntry',
  description: '录入的参数 Parameter as entered',
  examples: [
    {
      key: 'standard.DB_URBAN',
      value: 72000,
      from: '2026-01-01',
      document: { title: 'FX-2026 演示数据·非真实标准' },
      example: true,
    },
  ],
});
export type ParameterEntry = z.infer<typeof ParameterEntry>;

/** A parameter on record. It counts only once a person other than the one who entered it has approved it; it is never edited. */
export const ParameterRecord = z
  .strictObject({
    id: z.string().min(1).max(80).describe('参数编号 Parameter id'),
    ...entry,
    enteredBy: PersonId.describe('录入人 Entered by'),
    enteredAt: Instant.describe('录入时间 Entered at'),
    approvedBy: PersonId.optional().describe('批准人，不得为录入人 Approved by another person'),
    approvedAt: Instant.optional().describe('批准时间 Approved at'),
  })
  .meta({
    id: 'ParameterRecord',
    description: '参数记录 Parameter on record',
    examples: [
      {
        id: 'prm-0001',
        key: 'standard.DB_URBAN',
        value: 72000,
        from: '2026-01-01',
        document: { title: 'FX-2026 演示数据·非真实标准' },
        example: true,
        enteredBy: 'p-county-1',
        enteredAt: '2025-12-20T02:00:00.000Z',
        approvedBy: 'p-county-2',
        approvedAt: '2025-12-22T02:00:00.000Z',
      },
    ],
  });
export type ParameterRecord = z.infer<typeof ParameterRecord>;
