import type { Step } from './core/step.ts';
import { acceptApplication } from './intake/accept-application.ts';
import { amendFacts } from './intake/amend-facts.ts';
import { answerReferral } from './intake/answer-referral.ts';
import { assessHousehold } from './intake/assess-household.ts';
import { assessNeeds } from './intake/assess-needs.ts';
import { contactLead } from './intake/contact-lead.ts';
import { fileNearRelative } from './intake/file-near-relative.ts';
import { lapseApplication } from './intake/lapse-application.ts';
import { recordConsents } from './intake/record-consents.ts';
import { recordMandate } from './intake/record-mandate.ts';
import { referCase } from './intake/refer-case.ts';
import { refuseApplication } from './intake/refuse-application.ts';
import { registerAttachment } from './intake/register-attachment.ts';
import { registerFastAid } from './intake/register-fast-aid.ts';
import { reportChange } from './intake/report-change.ts';
import { reportLead } from './intake/report-lead.ts';
import { requestMaterials } from './intake/request-materials.ts';
import { revokeMandate } from './intake/revoke-mandate.ts';
import { settleLead } from './intake/settle-lead.ts';
import { submitApplication } from './intake/submit-application.ts';
import { supplyMaterials } from './intake/supply-materials.ts';
import { withdrawApplication } from './intake/withdraw-application.ts';
import { answerAppeal } from './review/answer-appeal.ts';
import { answerCorrection } from './review/answer-correction.ts';
import { applyStandard } from './review/apply-standard.ts';
import { assessSelfCare } from './review/assess-self-care.ts';
import { assignSurveyors } from './review/assign-surveyors.ts';
import { decideAdjustment } from './review/decide-adjustment.ts';
import { decideCase } from './review/decide-case.ts';
import { decideFadeOut } from './review/decide-fade-out.ts';
import { explainOverdue } from './review/explain-overdue.ts';
import { extendTerm } from './review/extend-term.ts';
import { fileFastAid } from './review/file-fast-aid.ts';
import { giveOpinion } from './review/give-opinion.ts';
import { handOverCase } from './review/hand-over-case.ts';
import { informVerification } from './review/inform-verification.ts';
import { moveCase } from './review/move-case.ts';
import { objectTermination } from './review/object-termination.ts';
import { objectVerification } from './review/object-verification.ts';
import { openReverification } from './review/open-reverification.ts';
import { payFastAid } from './review/pay-fast-aid.ts';
import { postPublicity } from './review/post-publicity.ts';
import { postTermination } from './review/post-termination.ts';
import { proposeRevocation } from './review/propose-revocation.ts';
import { publishAdjustment } from './review/publish-adjustment.ts';
import { publishConfirmation } from './review/publish-confirmation.ts';
import { putNoticeOnline } from './review/put-notice-online.ts';
import { raiseObjection } from './review/raise-objection.ts';
import { receiveCase } from './review/receive-case.ts';
import { recordAppeal } from './review/record-appeal.ts';
import { recordBrokenNotice } from './review/record-broken-notice.ts';
import { recordCollectiveReview } from './review/record-collective-review.ts';
import { recordComplaint } from './review/record-complaint.ts';
import { recordDelivery } from './review/record-delivery.ts';
import { recordEvaluation } from './review/record-evaluation.ts';
import { recordNonCooperation } from './review/record-non-cooperation.ts';
import { recordRepresentations } from './review/record-representations.ts';
import { recordReverification } from './review/record-reverification.ts';
import { recordStay } from './review/record-stay.ts';
import { recordVerification } from './review/record-verification.ts';
import { recordVisit } from './review/record-visit.ts';
import { reinvestigateCase } from './review/reinvestigate-case.ts';
import { reportSelfCareChange } from './review/report-self-care-change.ts';
import { requestVerification } from './review/request-verification.ts';
import { restoreBenefit } from './review/restore-benefit.ts';
import { revokeConfirmation } from './review/revoke-confirmation.ts';
import { settleAppeal } from './review/settle-appeal.ts';
import { startVerification } from './review/start-verification.ts';
import { supplementFastAid } from './review/supplement-fast-aid.ts';
import { surveyByCounty } from './review/survey-by-county.ts';
import { takeNoticeDown } from './review/take-notice-down.ts';
import { terminateProcedure } from './review/terminate-procedure.ts';
import { acceptComplaint } from './supervision/accept-complaint.ts';
import { acknowledgeAlert } from './supervision/acknowledge-alert.ts';
import { addRosterPage } from './supervision/add-roster-page.ts';
import { advanceRecalculation } from './supervision/advance-recalculation.ts';
import { answerComplaint } from './supervision/answer-complaint.ts';
import { answerSupervision } from './supervision/answer-supervision.ts';
import { approveErasure } from './supervision/approve-erasure.ts';
import { approveParameter } from './supervision/approve-parameter.ts';
import { approvePayee } from './supervision/approve-payee.ts';
import { approvePolicy } from './supervision/approve-policy.ts';
import { approveRegionalDays } from './supervision/approve-regional-days.ts';
import { approveRoster } from './supervision/approve-roster.ts';
import { approveSeal } from './supervision/approve-seal.ts';
import { askComplaintReview } from './supervision/ask-complaint-review.ts';
import { askRecognition } from './supervision/ask-recognition.ts';
import { checkImport } from './supervision/check-import.ts';
import { checkRoster } from './supervision/check-roster.ts';
import { closeDocket } from './supervision/close-docket.ts';
import { completeImport } from './supervision/complete-import.ts';
import { continueRecount } from './supervision/continue-recount.ts';
import { countPettyCash } from './supervision/count-petty-cash.ts';
import { countTerm } from './supervision/count-term.ts';
import { createSubscription } from './supervision/create-subscription.ts';
import { deliverAlert } from './supervision/deliver-alert.ts';
import { disableSubscription } from './supervision/disable-subscription.ts';
import { disclosePersons } from './supervision/disclose-persons.ts';
import { endBoard } from './supervision/end-board.ts';
import { endProvider } from './supervision/end-provider.ts';
import { endSubscription } from './supervision/end-subscription.ts';
import { enterBeacon } from './supervision/enter-beacon.ts';
import { enterParameter } from './supervision/enter-parameter.ts';
import { enterPayee } from './supervision/enter-payee.ts';
import { enterPolicy } from './supervision/enter-policy.ts';
import { enterRegionalDays } from './supervision/enter-regional-days.ts';
import { enterSeal } from './supervision/enter-seal.ts';
import { exportArchive } from './supervision/export-archive.ts';
import { exportQueryRun } from './supervision/export-query-run.ts';
import { extendComplaint } from './supervision/extend-complaint.ts';
import { fileCardKeeping } from './supervision/file-card-keeping.ts';
import { freezeDraw } from './supervision/freeze-draw.ts';
import { giveImportTokens } from './supervision/give-import-tokens.ts';
import { grantDelegation } from './supervision/grant-delegation.ts';
import { listAlerts } from './supervision/list-alerts.ts';
import { listAppeals } from './supervision/list-appeals.ts';
import { listBoards } from './supervision/list-boards.ts';
import { listCalendars } from './supervision/list-calendars.ts';
import { listCaseEvents } from './supervision/list-case-events.ts';
import { listCaseTerms } from './supervision/list-case-terms.ts';
import { listCases } from './supervision/list-cases.ts';
import { listChanges } from './supervision/list-changes.ts';
import { listCheckpoints } from './supervision/list-checkpoints.ts';
import { listComplaints } from './supervision/list-complaints.ts';
import { listCorrections } from './supervision/list-corrections.ts';
import { listDelegations } from './supervision/list-delegations.ts';
import { listDeliveries } from './supervision/list-deliveries.ts';
import { listDepartments } from './supervision/list-departments.ts';
import { listDueArchives } from './supervision/list-due-archives.ts';
import { listErasures } from './supervision/list-erasures.ts';
import { listImports } from './supervision/list-imports.ts';
import { listLeads } from './supervision/list-leads.ts';
import { listMandates } from './supervision/list-mandates.ts';
import { listNotices } from './supervision/list-notices.ts';
import { listPapers } from './supervision/list-papers.ts';
import { listParameters } from './supervision/list-parameters.ts';
import { listPettyCash } from './supervision/list-petty-cash.ts';
import { listPolicyVersions } from './supervision/list-policy-versions.ts';
import { listProviders } from './supervision/list-providers.ts';
import { listQueries } from './supervision/list-queries.ts';
import { listRecountedTerms } from './supervision/list-recounted-terms.ts';
import { listRecounts } from './supervision/list-recounts.ts';
import { listReferrals } from './supervision/list-referrals.ts';
import { listRegionalDays } from './supervision/list-regional-days.ts';
import { listRosters } from './supervision/list-rosters.ts';
import { listSelfChecks } from './supervision/list-self-checks.ts';
import { listStaff } from './supervision/list-staff.ts';
import { listStaffTasks } from './supervision/list-staff-tasks.ts';
import { listSubscriptions } from './supervision/list-subscriptions.ts';
import { listTrainings } from './supervision/list-trainings.ts';
import { loadCalendar } from './supervision/load-calendar.ts';
import { makeReport } from './supervision/make-report.ts';
import { mirrorLedger } from './supervision/mirror-ledger.ts';
import { openDocket } from './supervision/open-docket.ts';
import { openImport } from './supervision/open-import.ts';
import { openPettyCash } from './supervision/open-petty-cash.ts';
import { openRoster } from './supervision/open-roster.ts';
import { orderCorrection } from './supervision/order-correction.ts';
import { orderPaymentFile } from './supervision/order-payment-file.ts';
import { orderRecovery } from './supervision/order-recovery.ts';
import { passOnComplaint } from './supervision/pass-on-complaint.ts';
import { printDiligence } from './supervision/print-diligence.ts';
import { printReport } from './supervision/print-report.ts';
import { proveCase } from './supervision/prove-case.ts';
import { raiseAlert } from './supervision/raise-alert.ts';
import { readAppellant } from './supervision/read-appellant.ts';
import { readArchive } from './supervision/read-archive.ts';
import { readCase } from './supervision/read-case.ts';
import { readComplainant } from './supervision/read-complainant.ts';
import { readComplaint } from './supervision/read-complaint.ts';
import { readDiligence } from './supervision/read-diligence.ts';
import { readDraw } from './supervision/read-draw.ts';
import { readLead } from './supervision/read-lead.ts';
import { readNotice } from './supervision/read-notice.ts';
import { readPaper } from './supervision/read-paper.ts';
import { readPaperPdf } from './supervision/read-paper-pdf.ts';
import { readPayee } from './supervision/read-payee.ts';
import { readPaymentFile } from './supervision/read-payment-file.ts';
import { readPettyCash } from './supervision/read-petty-cash.ts';
import { readPolicies } from './supervision/read-policies.ts';
import { readQueryRun } from './supervision/read-query-run.ts';
import { readReadiness } from './supervision/read-readiness.ts';
import { readRecount } from './supervision/read-recount.ts';
import { readReferral } from './supervision/read-referral.ts';
import { readReport } from './supervision/read-report.ts';
import { readRoster } from './supervision/read-roster.ts';
import { reassignComplaint } from './supervision/reassign-complaint.ts';
import { reconcilePettyCash } from './supervision/reconcile-petty-cash.ts';
import { recordPaymentFile } from './supervision/record-payment-file.ts';
import { recordReceipts } from './supervision/record-receipts.ts';
import { recordSelfCheck } from './supervision/record-self-check.ts';
import { recordTraining } from './supervision/record-training.ts';
import { recountTerms } from './supervision/recount-terms.ts';
import { rectifyFault } from './supervision/rectify-fault.ts';
import { redeliverChanges } from './supervision/redeliver-changes.ts';
import { registerBoard } from './supervision/register-board.ts';
import { registerComplaint } from './supervision/register-complaint.ts';
import { registerDepartment } from './supervision/register-department.ts';
import { registerDivisions } from './supervision/register-divisions.ts';
import { registerHelper } from './supervision/register-helper.ts';
import { registerProvider } from './supervision/register-provider.ts';
import { registerStaff } from './supervision/register-staff.ts';
import { renewCallbackSecret } from './supervision/renew-callback-secret.ts';
import { replenishPettyCash } from './supervision/replenish-petty-cash.ts';
import { requestErasure } from './supervision/request-erasure.ts';
import { reviewExemption } from './supervision/review-exemption.ts';
import { revokeDelegation } from './supervision/revoke-delegation.ts';
import { runQuery } from './supervision/run-query.ts';
import { runSql } from './supervision/run-sql.ts';
import { searchCases } from './supervision/search-cases.ts';
import { seedDraw } from './supervision/seed-draw.ts';
import { setAlertDirectory } from './supervision/set-alert-directory.ts';
import { startRecalculation } from './supervision/start-recalculation.ts';
import { tellComplainant } from './supervision/tell-complainant.ts';
import { verifyPaper } from './supervision/verify-paper.ts';
import { verifyRoster } from './supervision/verify-roster.ts';

/**
 * Every step, in the order of the procedure: hosts, contract and catalogue read this and nothing else. One import and one line a step: the
 * list is as long as there are steps, and is not cut, since its order is what it says.
 */
export const steps: readonly Step[] = [
  assessHousehold,
  registerAttachment,
  reportLead,
  contactLead,
  settleLead,
  submitApplication,
  requestMaterials,
  supplyMaterials,
  acceptApplication,
  refuseApplication,
  lapseApplication,
  withdrawApplication,
  fileNearRelative,
  recordConsents,
  amendFacts,
  recordMandate,
  revokeMandate,
  assessNeeds,
  referCase,
  answerReferral,
  assignSurveyors,
  requestVerification,
  startVerification,
  recordVerification,
  informVerification,
  objectVerification,
  recordVisit,
  recordEvaluation,
  giveOpinion,
  postPublicity,
  recordBrokenNotice,
  putNoticeOnline,
  takeNoticeDown,
  raiseObjection,
  reinvestigateCase,
  recordComplaint,
  recordCollectiveReview,
  handOverCase,
  surveyByCounty,
  extendTerm,
  explainOverdue,
  decideCase,
  publishConfirmation,
  recordDelivery,
  recordNonCooperation,
  terminateProcedure,
  reportChange,
  openReverification,
  recordReverification,
  recordRepresentations,
  postTermination,
  objectTermination,
  decideAdjustment,
  decideFadeOut,
  publishAdjustment,
  orderCorrection,
  answerCorrection,
  proposeRevocation,
  revokeConfirmation,
  recordAppeal,
  answerAppeal,
  recordStay,
  settleAppeal,
  restoreBenefit,
  listAppeals,
  readAppellant,
  orderRecovery,
  listCorrections,
  startRecalculation,
  applyStandard,
  advanceRecalculation,
  receiveCase,
  moveCase,
  reportSelfCareChange,
  assessSelfCare,
  registerFastAid,
  payFastAid,
  supplementFastAid,
  fileFastAid,
  registerDivisions,
  setAlertDirectory,
  loadCalendar,
  enterParameter,
  approveParameter,
  grantDelegation,
  revokeDelegation,
  registerStaff,
  readCase,
  listCases,
  searchCases,
  listCaseEvents,
  proveCase,
  disclosePersons,
  mirrorLedger,
  listCheckpoints,
  listCaseTerms,
  listMandates,
  listPapers,
  readPaper,
  readPaperPdf,
  verifyPaper,
  listChanges,
  registerDepartment,
  listDepartments,
  askRecognition,
  createSubscription,
  listSubscriptions,
  listDeliveries,
  redeliverChanges,
  renewCallbackSecret,
  endSubscription,
  listLeads,
  readLead,
  listReferrals,
  readReferral,
  countTerm,
  listDelegations,
  listParameters,
  listCalendars,
  listStaff,
  readReadiness,
  listRecounts,
  readRecount,
  listRecountedTerms,
  listNotices,
  readNotice,
  listStaffTasks,
  listAlerts,
  acknowledgeAlert,
  answerSupervision,
  registerComplaint,
  acceptComplaint,
  passOnComplaint,
  reassignComplaint,
  extendComplaint,
  answerComplaint,
  tellComplainant,
  askComplaintReview,
  listComplaints,
  readComplaint,
  readComplainant,
  listQueries,
  runQuery,
  runSql,
  readQueryRun,
  exportQueryRun,
  makeReport,
  readReport,
  printReport,
  exportArchive,
  readArchive,
  listDueArchives,
  readDiligence,
  printDiligence,
  reviewExemption,
  enterPolicy,
  approvePolicy,
  listPolicyVersions,
  readPolicies,
  registerBoard,
  endBoard,
  listBoards,
  recordTraining,
  listTrainings,
  registerProvider,
  endProvider,
  registerHelper,
  listProviders,
  recordSelfCheck,
  rectifyFault,
  listSelfChecks,
  enterRegionalDays,
  approveRegionalDays,
  listRegionalDays,
  requestErasure,
  approveErasure,
  listErasures,
  enterSeal,
  approveSeal,
  giveImportTokens,
  openImport,
  checkImport,
  completeImport,
  listImports,
  freezeDraw,
  enterBeacon,
  seedDraw,
  readDraw,
  openRoster,
  verifyRoster,
  checkRoster,
  approveRoster,
  orderPaymentFile,
  readPaymentFile,
  recordReceipts,
  listRosters,
  readRoster,
  enterPayee,
  approvePayee,
  readPayee,
  fileCardKeeping,
  openPettyCash,
  replenishPettyCash,
  countPettyCash,
  reconcilePettyCash,
  listPettyCash,
  readPettyCash,
  addRosterPage,
  recordPaymentFile,
  openDocket,
  recountTerms,
  continueRecount,
  raiseAlert,
  deliverAlert,
  disableSubscription,
  closeDocket,
];
