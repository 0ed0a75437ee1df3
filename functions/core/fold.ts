import { type AlertState, foldAlert } from './alert-fold.ts';
import { type AppealState, foldAppeal } from './appeal-fold.ts';
import { type BoardState, foldBoards } from './board-fold.ts';
import { type CaseState, foldCase } from './case-fold.ts';
import { type ComplaintState, foldComplaint } from './complaint-fold.ts';
import { type CorrectionState, foldCorrection } from './correction-fold.ts';
import { type CountyState, foldCounty } from './county-fold.ts';
import { type DepartmentState, foldDepartment } from './department-fold.ts';
import { type DrawState, foldDraw } from './draw-fold.ts';
import { type ErasureState, foldErasure } from './erasure-fold.ts';
import type { Event } from './event.ts';
import { type ExemptionState, foldExemption } from './exemption-fold.ts';
import { foldImport, type ImportState } from './import-fold.ts';
import { foldLead, type LeadState } from './lead-fold.ts';
import { type DocketState, foldDocket, foldLog, type LogState } from './log-fold.ts';
import { foldPayee, type PayeeState } from './payee-fold.ts';
import { foldPettyCash, type PettyCashState } from './petty-cash-fold.ts';
import { foldPolicy, type PolicyState } from './policy-fold.ts';
import { foldProvider, type ProviderState } from './provider-fold.ts';
import { foldRecalculation, type RecalculationState } from './recalculation-fold.ts';
import { foldRecount, foldRecountedHead, type RecountState } from './recount-fold.ts';
import { foldReferral, type ReferralState } from './referral-fold.ts';
import { foldRegionalDays, type RegionalDaysState } from './regional-days-fold.ts';
import { foldRoster, type RosterSubject } from './roster-fold.ts';
import { foldSeal, type SealState } from './seal-fold.ts';
import { foldSelfCheck, type SelfCheckState } from './self-check-fold.ts';
import type { SubjectKind } from './subject.ts';
import { foldSubscription, type SubscriptionState } from './subscription-fold.ts';
import { foldTraining, type TrainingState } from './training-fold.ts';

export type AnyState =
  | CaseState
  | CountyState
  | AlertState
  | AppealState
  | ComplaintState
  | DocketState
  | LogState
  | PettyCashState
  | PayeeState
  | RosterSubject
  | CorrectionState
  | RecalculationState
  | ExemptionState
  | RecountState
  | LeadState
  | SubscriptionState
  | DepartmentState
  | PolicyState
  | ReferralState
  | BoardState
  | TrainingState
  | ProviderState
  | SelfCheckState
  | RegionalDaysState
  | ErasureState
  | SealState
  | ImportState
  | DrawState;

type Fold = (state: never, event: never) => AnyState;

const folds: Readonly<Record<SubjectKind, Fold>> = {
  case: foldCase,
  county: foldCounty,
  alert: foldAlert,
  appeal: foldAppeal,
  docket: foldDocket,
  complaint: foldComplaint,
  refusals: foldLog,
  access: foldLog,
  recount: foldRecount,
  'petty-cash': foldPettyCash,
  correction: foldCorrection,
  recalculation: foldRecalculation,
  exemption: foldExemption,
  payee: foldPayee,
  roster: foldRoster,
  lead: foldLead,
  subscription: foldSubscription,
  department: foldDepartment,
  policy: foldPolicy,
  referral: foldReferral,
  boards: foldBoards,
  training: foldTraining,
  provider: foldProvider,
  'self-check': foldSelfCheck,
  'regional-days': foldRegionalDays,
  erasure: foldErasure,
  seal: foldSeal,
  import: foldImport,
  draw: foldDraw,
};

/** The state of any subject after an event: the one place that knows which fold belongs to which kind. */
export const fold = (state: AnyState | undefined, event: Event): AnyState =>
  event.type === 'terms-recounted' && event.subjectKind !== 'case'
    ? (foldRecountedHead(state as never, event) as AnyState)
    : folds[event.subjectKind](state as never, event as never);
