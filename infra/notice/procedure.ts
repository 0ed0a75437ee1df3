import { type Duty, met } from './duty.ts';

const intake: readonly Duty[] = [
  met('二(三)1', ['“一窗受理”，及时受理', 'One window, accepted in time'], {
    steps: ['intake.submit-application', 'intake.accept-application', 'intake.refuse-application'],
    terms: ['intake'],
    tests: ['decide/submit-application.test.ts', 'decide/accept-application.test.ts', 'flow/docket.test.ts'],
  }),
  met('二(三)1', ['审查材料，信息完整准确', 'Materials checked, data complete and right'], {
    steps: ['intake.request-materials', 'intake.supply-materials', 'intake.accept-application', 'intake.amend-facts'],
    papers: ['W06'],
    refusals: ['materials-incomplete', 'resident-id-invalid', 'division-unknown', 'amendment-after-decision'],
    tests: [
      'decide/request-materials.test.ts',
      'decide/application-checks.test.ts',
      'decide/amend-facts.test.ts',
      'flow/bad-input.test.ts',
    ],
  }),
  met('二(三)1', ['综合评估需求，提出综合救助意见', 'Needs assessed as a whole'], {
    steps: ['intake.assess-household'],
    tests: ['decide/assess-household.test.ts', 'law/programs-all.test.ts'],
  }),
  met('二(三)1', ['及时办理或转请有关部门', 'Referring to other departments'], {
    steps: ['intake.assess-needs', 'intake.refer-case', 'intake.answer-referral', 'supervision.list-referrals'],
    papers: ['W33'],
    refusals: ['need-not-assessed', 'department-not-of-need', 'referral-declined', 'referral-consent-missing'],
    parameters: ['clock.referralReply'],
    tests: ['decide/referrals.test.ts'],
  }),
  met('二(三)1', ['共享可得的不再要求提供', 'Nothing asked that sharing yields'], {
    steps: ['intake.request-materials'],
    refusals: ['item-available-by-sharing', 'item-not-in-catalogue', 'second-request-forbidden'],
    parameters: ['materials.promiseItems'],
    tests: ['decide/request-materials.test.ts'],
  }),
  met('二(三)1', ['不得增设村（居）审核签章', 'No village stamp as a condition'], {
    refusals: ['village-stamp-forbidden'],
    tests: ['decide/accept-application.test.ts', 'decide/request-materials.test.ts'],
  }),
];

const investigation: readonly Duty[] = [
  met('二(三)2', ['申请人履行核对授权手续', 'Consent to verification'], {
    steps: ['intake.record-consents'],
    refusals: ['consent-incomplete'],
    tests: ['decide/record-consents.test.ts', 'decide/queried-persons.test.ts'],
  }),
  met('二(三)2', ['乡镇提请、民政部门核对', 'Township asks, civil affairs verifies'], {
    steps: ['review.request-verification', 'review.start-verification', 'review.record-verification'],
    refusals: ['query-without-active-case'],
    tests: ['decide/record-verification.test.ts', 'decide/forbidden-acts.test.ts'],
  }),
  met('二(三)2', ['及时调查审核', 'Investigation in time'], {
    steps: ['review.assign-surveyors', 'review.record-visit', 'review.give-opinion'],
    terms: ['investigation-start', 'survey', 'opinion'],
    tests: ['decide/record-visit.test.ts', 'decide/give-opinion.test.ts', 'law/term-start.test.ts'],
  }),
  met('二(三)2', ['核对“关口”前移', 'Verification early in the procedure'], {
    terms: ['verification-start', 'verification-result', 'verification-inform'],
    steps: ['review.inform-verification', 'review.object-verification'],
    papers: ['W12'],
    tests: ['decide/record-verification.test.ts', 'law/term-start.test.ts'],
  }),
  met('二(三)2', ['没有争议可不评议', 'No evaluation where nothing is disputed'], {
    steps: ['review.record-evaluation'],
    refusals: ['evaluation-missing'],
    parameters: ['evaluation.requiredWhen'],
    tests: ['decide/record-visit.test.ts', 'decide/decide-case.test.ts'],
  }),
];

const confirmation: readonly Duty[] = [
  met('二(三)3', ['依据调查结果提出意见', 'An opinion on what was found'], {
    steps: ['review.give-opinion'],
    refusals: ['investigation-incomplete', 'opinion-contradicts-assessment', 'ground-not-lawful'],
    tests: ['decide/give-opinion.test.ts'],
  }),
  met('二(三)3', ['多渠道公示', 'Publicity on several channels'], {
    steps: ['review.post-publicity', 'review.publish-confirmation'],
    papers: ['W17', 'W22'],
    refusals: ['publicity-channel-missing', 'publicity-not-over', 'publicity-content-forbidden'],
    parameters: ['publicity.days', 'publicity.maskNameOnline'],
    tests: ['decide/post-publicity.test.ts', 'documents/notice.test.ts'],
  }),
  met('二(三)3', ['有异议的重新调查核实', 'Objections looked into anew'], {
    steps: ['review.raise-objection', 'review.reinvestigate-case'],
    refusals: ['objection-open', 'investigator-unchanged'],
    tests: ['decide/raise-objection.test.ts'],
  }),
  met('二(三)3', ['不予批准通知书', 'The denial notice'], {
    steps: ['review.decide-case', 'review.record-delivery'],
    papers: ['W21', 'W35'],
    terms: ['denial-notice'],
    parameters: ['remedy.W21'],
    tests: ['decide/papers-of-a-decision.test.ts', 'decide/record-delivery.test.ts', 'documents/golden.test.ts'],
  }),
  met('二(三)3', ['不得不经调查核实直接确认群体或个人', 'Nobody confirmed without investigation, nor in groups'], {
    steps: ['review.decide-case'],
    refusals: ['group-confirmation-forbidden', 'investigation-incomplete'],
    tests: ['decide/forbidden-acts.test.ts', 'decide/decide-case-guards.test.ts', 'property/walks.test.ts'],
  }),
  met('二(三)3', ['严格规范使用行政文书', 'Papers used by the rules'], {
    steps: [
      'supervision.list-papers',
      'supervision.read-paper',
      'supervision.read-paper-pdf',
      'review.record-delivery',
    ],
    pages: ['docs/adr/0007-papers-are-data.md', 'docs/adr/0009-papers-as-pdf.md'],
    tests: ['documents/golden.test.ts', 'documents/pdf.test.ts', 'flow/printed-paper.test.ts'],
  }),
  met('二(三)3', ['及时填报台账和报表', 'Registers and reports in time'], {
    steps: ['supervision.make-report', 'supervision.read-report', 'supervision.print-report'],
    queries: ['report-measures'],
    pages: ['docs/adr/0013-reports-from-the-lake.md'],
    tests: ['lake/reports.test.ts', 'decide/make-report.test.ts'],
  }),
  met('二(三)3', ['档案齐全、统一，安全有序保存', 'Files complete, uniform and kept safe'], {
    steps: ['supervision.export-archive', 'supervision.read-archive', 'supervision.list-due-archives'],
    parameters: ['archive.approvalYearsAfterExit', 'archive.dailyYears'],
    tests: ['flow/archive.test.ts', 'law/retention.test.ts', 'shell/replay-by-others.test.ts'],
  }),
  met('二(三)3', ['到期档案的处置', 'Disposing of files whose term is over'], {
    steps: ['supervision.list-due-archives', 'supervision.request-erasure', 'supervision.approve-erasure'],
    refusals: ['retention-running', 'same-person-approves', 'persons-still-held', 'archive-erased'],
    parameters: ['archive.approvalYearsAfterExit', 'archive.dailyYears'],
    tests: ['decide/erasures.test.ts', 'shell/erasure.test.ts'],
  }),
];

/** 二(三)1–3 申请受理、调查审核、确认公示. */
export const procedure: readonly Duty[] = [...intake, ...investigation, ...confirmation];
