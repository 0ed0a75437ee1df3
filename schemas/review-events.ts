import * as z from 'zod';
import { EntitlementEntry } from './benefit.ts';
import { CaseClass, ExtensionGround, RaisedClass } from './case.ts';
import { Posting, VerificationFinding, Visit } from './case-evidence.ts';
import { CivilDate, Month } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { Household } from './household.ts';
import { ProgramAssessment } from './household-assessment.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';
import { FenAmount } from './money.ts';
import { Delivery } from './paper.ts';
import { CareGrade } from './self-care.ts';
import { TermName } from './term.ts';

/** Events of a case under review, from the investigation to the decision and its papers (rulebook 3.2, T5–T19). */
export const reviewEvents = [
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
  event('verification-objected', { on: CivilDate, statement: statement, evidence: z.array(Sha256) }),
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
    /** Staff and cadres who took part, and those who withdrew as relatives. */
    staff: z.array(PersonId),
    recused: z.array(PersonId),
    minutes: Sha256,
    conclusion: statement,
  }),
  event('collectively-reviewed', {
    on: CivilDate,
    why: z.string(),
    matter: statement,
    invited: z.int(),
    members: z.array(PersonId),
    recused: z.array(PersonId),
    views: z.array(statement),
    conclusion: statement,
    minutes: Sha256,
  }),
  event('case-handed-over', { on: CivilDate, post: z.string(), from: PersonId, to: PersonId, reason: statement }),
  event('opinion-given', {
    on: CivilDate,
    result: z.enum(['confirm', 'deny']),
    amountFen: FenAmount,
    class: CaseClass.optional(),
    raised: RaisedClass.optional(),
    assessment: ProgramAssessment,
    grounds: z.array(z.string()),
    reasons: z.array(statement),
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
    content: statement,
    evidence: z.array(Sha256),
  }),
  event('case-reinvestigated', {
    on: CivilDate,
    investigators: z.array(PersonId),
    signatures: z.array(PersonId),
    evidence: z.array(Sha256),
    findings: statement,
    changed: z.boolean(),
    household: Household.optional(),
  }),
  /** What is complained of, and by whom, stands in the complaint alone: the township sees that there is one. */
  event('complaint-recorded', { on: CivilDate, channel: z.string(), complaintId: z.string() }),
  event('county-surveyed', { on: CivilDate, visit: Visit, passed: z.boolean() }),
  event('term-extended', {
    on: CivilDate,
    ground: ExtensionGround,
    note: statement,
    dueOn: CivilDate,
    provisional: z.boolean(),
    countyConsent: z.string().optional(),
  }),
  event('overdue-explained', { on: CivilDate, term: TermName, reason: statement }),
  event('case-decided', {
    on: CivilDate,
    result: z.enum(['confirmed', 'not-confirmed']),
    amountFen: FenAmount,
    class: CaseClass.optional(),
    firstMonth: Month.optional(),
    careGrade: CareGrade.optional(),
    validUntil: CivilDate.optional(),
    entitlements: z.array(EntitlementEntry),
    grounds: z.array(z.string()),
    reasons: z.array(statement),
    assessment: ProgramAssessment,
    calendar: z.string(),
    lawPack: z.string(),
    delegationId: z.string().optional(),
  }),
  event('confirmation-published', { on: CivilDate, postings: z.array(Posting) }),
  event('paper-served', { delivery: Delivery }),
  event('non-cooperation-recorded', {
    on: CivilDate,
    what: statement,
    warned: z.boolean(),
    warning: Sha256.optional(),
  }),
  event('procedure-terminated', { on: CivilDate, reasons: z.array(statement) }),
] as const;
