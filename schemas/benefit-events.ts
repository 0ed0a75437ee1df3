import * as z from 'zod';
import { EntitlementEntry } from './benefit.ts';
import { CaseClass, CaseStatus } from './case.ts';
import { Posting } from './case-evidence.ts';
import { Contacts } from './contact.ts';
import { CorrectionGround } from './correction.ts';
import { CivilDate, Month } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { Household } from './household.ts';
import { HouseholdChange } from './household-change.ts';
import { Sha256 } from './ids.ts';
import { AdjustmentGround, Check, CheckResult, FadeOut, Overpaid, Proposal, Representations } from './management.ts';
import { FenAmount } from './money.ts';

/** Where the case stands afterwards: a case may come back from a check to what it was before. */
const status = CaseStatus;

/** What every decision about a benefit keeps of the law it was made under. */
const decided = {
  on: CivilDate,
  status,
  ground: AdjustmentGround,
  reasons: z.array(statement),
  amountFen: FenAmount,
  fromMonth: Month,
  entitlements: z.array(EntitlementEntry),
  calendar: z.string(),
  lawPack: z.string(),
  delegationId: z.string().optional(),
};

/** Events of a case after its confirmation: dynamic management (rulebook 6, 7.5). */
export const benefitEvents = [
  event('change-reported', {
    on: CivilDate,
    change: HouseholdChange,
    note: statement.optional(),
    status,
    /** The household with those who join, and whether all adults have consented to the query since. */
    household: Household.optional(),
    contacts: Contacts.optional(),
    consentsComplete: z.boolean().optional(),
  }),
  event('check-opened', { on: CivilDate, basis: Check.shape.basis, status }),
  event('household-reverified', {
    on: CivilDate,
    basis: Check.shape.basis,
    result: CheckResult,
    status,
    settled: z.array(z.string()),
    unfounded: z.array(z.string()),
    reasons: z.array(statement),
    amountFen: FenAmount,
    parameterIds: z.array(z.string()),
    proposal: Proposal.optional(),
    household: Household.optional(),
  }),
  event('representations-recorded', { on: CivilDate, representations: Representations }),
  event('termination-posted', {
    postings: z.array(Posting),
    postedOn: CivilDate.optional(),
    endsOn: CivilDate.optional(),
  }),
  event('termination-objected', {
    on: CivilDate,
    channel: z.string(),
    realName: z.boolean(),
    content: statement,
    evidence: z.array(Sha256),
    status,
  }),
  event('adjustment-decided', {
    ...decided,
    result: z.enum(['increase', 'reduce', 'stop', 'dropped']),
    class: CaseClass.optional(),
    heard: Representations.shape.form.or(z.literal('window-over')).optional(),
    parameterIds: z.array(z.string()),
  }),
  event('fade-out-decided', { ...decided, fadeOut: FadeOut, curve: z.enum(['FULL', 'STEP']) }),
  event('correction-ordered', { on: CivilDate, correctionId: z.string(), ground: CorrectionGround, dueOn: CivilDate }),
  event('correction-answered', { on: CivilDate, correctionId: z.string() }),
  event('revocation-proposed', { on: CivilDate, ground: CorrectionGround, status, proposal: Proposal }),
  event('confirmation-revoked', {
    ...decided,
    fraud: z.boolean(),
    overpaid: Overpaid.optional(),
    heard: Representations.shape.form.or(z.literal('window-over')).optional(),
    correctionId: z.string().optional(),
  }),
  event('recovery-ordered', {
    on: CivilDate,
    fromMonth: Month,
    untilMonth: Month,
    amountFen: FenAmount,
    payBy: CivilDate,
  }),
  event('standard-applied', { ...decided, parameterId: z.string() }),
  event('adjustment-published', { on: CivilDate, postings: z.array(Posting) }),
] as const;
