import { type Duty, met, outside } from './duty.ts';

const county: readonly Duty[] = [
  met('二(二)1', ['制定操作规程、程序和核查、监管制度', 'Operating rules, procedure and supervision rules'], {
    steps: ['supervision.enter-parameter', 'supervision.approve-parameter', 'supervision.list-parameters'],
    refusals: ['same-person-approves', 'statutory-term-fixed'],
    pages: ['docs/catalogue.md'],
    tests: ['decide/enter-parameter.test.ts', 'law/parameters.test.ts'],
  }),
  met('二(二)1', ['家庭经济状况核对', 'Verifying the household’s means'], {
    steps: ['review.start-verification', 'review.record-verification'],
    terms: ['verification-start', 'verification-result'],
    tests: ['decide/record-verification.test.ts', 'decide/queried-persons.test.ts'],
  }),
  met('二(二)1', ['入户抽查', 'Household checks by the county'], {
    steps: [
      'review.survey-by-county',
      'supervision.freeze-draw',
      'supervision.enter-beacon',
      'supervision.seed-draw',
      'supervision.read-draw',
    ],
    queries: ['confirmations-for-draw'],
    parameters: ['spotcheck.random.TK', 'spotcheck.random.other', 'sample.includeMandatory', 'draw.witnesses'],
    refusals: ['county-survey-missing', 'handler-may-not-check', 'draw-exists'],
    tests: [
      'decide/survey-by-county.test.ts',
      'decide/county-account.test.ts',
      'decide/draws.test.ts',
      'ledger/attacks-on-a-draw.test.ts',
      'flow/draw.test.ts',
    ],
  }),
  outside(
    '二(二)1',
    ['资金预算编制', 'Drawing up the budget'],
    ['预算编制、审批在财政一体化系统中进行', 'Budgets are drawn up and approved in the finance system'],
  ),
  met('二(二)1', ['资金发放、会同财政监管', 'Paying out, joint supervision'], {
    steps: ['supervision.open-roster', 'supervision.check-roster', 'supervision.approve-roster'],
    tests: ['decide/roster.test.ts', 'law/roster.test.ts', 'shell/roster-work.test.ts'],
  }),
  met('二(二)1', ['临时救助备用金专账管理', 'Separate accounts of the petty cash'], {
    steps: [
      'supervision.open-petty-cash',
      'supervision.replenish-petty-cash',
      'supervision.count-petty-cash',
      'supervision.reconcile-petty-cash',
    ],
    refusals: ['petty-cash-cap-exceeded', 'petty-cash-not-reconciled', 'count-unexplained'],
    parameters: ['ls.pettyCashCap'],
    tests: ['decide/petty-cash.test.ts'],
  }),
  met('二(二)1', ['政府购买救助服务', 'Purchased services'], {
    steps: ['supervision.register-provider', 'supervision.register-helper', 'review.record-visit'],
    refusals: ['helper-may-not-investigate', 'helper-may-not-handle', 'helper-holds-post', 'contract-does-not-cover'],
    tests: ['decide/providers.test.ts'],
  }),
  met('二(二)1', ['政策宣传解答、培训指导', 'Policy information, training and guidance'], {
    steps: ['supervision.read-policies', 'supervision.approve-policy', 'supervision.record-training'],
    tests: ['decide/policies.test.ts', 'decide/trainings.test.ts'],
  }),
  met('二(二)1', ['问题纠正', 'Faults put right'], {
    steps: [
      'supervision.order-correction',
      'supervision.list-corrections',
      'review.revoke-confirmation',
      'review.record-appeal',
      'review.answer-appeal',
      'review.settle-appeal',
      'review.restore-benefit',
    ],
    papers: ['W34', 'W28', 'W25'],
    terms: ['review-reply', 'suit-reply', 'appeal-order'],
    refusals: ['decider-may-not-redo', 'redo-repeats-the-act'],
    tests: ['decide/revoke-confirmation.test.ts', 'decide/record-appeal.test.ts', 'decide/settle-appeal.test.ts'],
  }),
  met('二(二)1', ['信访举报查实', 'Complaints checked'], {
    steps: ['supervision.register-complaint', 'supervision.read-complaint'],
    papers: ['W34'],
    tests: ['decide/complaints.test.ts', 'shell/two-subjects.test.ts'],
  }),
  met('二(二)1', ['不得将资金下放乡镇，权钱分离', 'No funds to townships: power and money apart'], {
    steps: ['supervision.open-roster'],
    queries: ['roster-reconciliation', 'petty-cash-use'],
    refusals: ['township-may-not-pay'],
    tests: ['decide/forbidden-acts.test.ts', 'decide/who-may-what.test.ts', 'lake/query-library.test.ts'],
  }),
  met('二(二)1', ['数据收集、汇总、统计、上报', 'Collecting and reporting figures'], {
    steps: ['supervision.make-report', 'supervision.read-report', 'supervision.run-query'],
    queries: ['report-measures', 'overdue-by-township', 'decisions-by-program'],
    refusals: ['period-not-over'],
    tests: ['lake/reports.test.ts', 'decide/make-report.test.ts', 'lake/stream-to-lake.test.ts'],
  }),
];

const township: readonly Duty[] = [
  met('二(二)2', ['资格审核确认', 'Review and confirmation'], {
    steps: ['review.give-opinion', 'review.decide-case'],
    papers: ['W20', 'W21'],
    terms: ['opinion', 'decision'],
    tests: ['decide/give-opinion.test.ts', 'decide/decide-case.test.ts', 'decide/decide-case-guards.test.ts'],
  }),
  met('二(二)2', ['申请受理、信息录入', 'Intake and recording'], {
    steps: ['intake.submit-application', 'intake.accept-application', 'intake.register-attachment'],
    papers: ['W05', 'W07'],
    tests: ['decide/submit-application.test.ts', 'decide/accept-application.test.ts'],
  }),
  met('二(二)2', ['入户调查', 'Household survey'], {
    steps: ['review.assign-surveyors', 'review.record-visit'],
    refusals: ['surveyors-too-few', 'signature-missing'],
    parameters: ['survey.minPersons'],
    tests: ['decide/record-visit.test.ts'],
  }),
  met('二(二)2', ['民主评议', 'Democratic evaluation'], {
    steps: ['review.record-evaluation'],
    refusals: ['evaluation-not-enough'],
    parameters: ['evaluation.minMembers', 'evaluation.residentShare'],
    tests: ['decide/record-visit.test.ts'],
  }),
  met('二(二)2', ['公示公开', 'Publicity and publication'], {
    steps: ['review.post-publicity', 'review.publish-confirmation'],
    papers: ['W17', 'W22'],
    tests: ['decide/post-publicity.test.ts', 'documents/notice.test.ts'],
  }),
  met('二(二)2', ['“一门受理、协同办理”', 'One door, joint handling'], {
    steps: ['intake.submit-application', 'intake.assess-household'],
    tests: ['decide/assess-household.test.ts', 'law/programs-all.test.ts'],
  }),
  met('二(二)2', ['动态管理', 'Dynamic management'], {
    steps: ['intake.report-change', 'review.open-reverification', 'review.decide-adjustment'],
    tests: ['decide/report-change.test.ts', 'decide/decide-adjustment.test.ts'],
  }),
  met('二(二)2', ['档案管理', 'Archives'], {
    steps: ['supervision.export-archive', 'supervision.read-archive', 'supervision.list-due-archives'],
    parameters: ['archive.approvalYearsAfterExit', 'archive.dailyYears'],
    tests: ['flow/archive.test.ts', 'law/retention.test.ts'],
  }),
  met('二(二)2', ['培训村级协办人员', 'Training village helpers'], {
    steps: ['supervision.record-training', 'supervision.list-trainings'],
    tests: ['decide/trainings.test.ts'],
  }),
  met('二(二)2', ['举报查实、问题纠正', 'Reports checked, faults put right'], {
    steps: ['review.record-complaint', 'review.reinvestigate-case', 'supervision.answer-supervision'],
    tests: ['decide/survey-by-county.test.ts', 'decide/raise-objection.test.ts', 'decide/list-alerts.test.ts'],
  }),
  met('二(二)2', ['及时报送数据资料', 'Data delivered in time'], {
    steps: ['supervision.list-changes', 'supervision.list-case-events'],
    tests: ['lake/feed.test.ts', 'flow/feed.test.ts'],
  }),
];

const village: readonly Duty[] = [
  met('二(二)3', ['受委托代为提出申请', 'Applying for those who mandate it'], {
    refusals: ['mandate-missing', 'mandate-scope', 'mandate-expired', 'mandate-revoked'],
    steps: ['intake.submit-application', 'intake.record-mandate', 'intake.revoke-mandate'],
    tests: ['decide/submit-application.test.ts', 'decide/mandates.test.ts'],
  }),
  met('二(二)3', ['走访发现困难群众', 'Finding households in need'], {
    steps: ['intake.report-lead'],
    tests: ['decide/leads.test.ts'],
  }),
  met('二(二)3', ['协助调查走访、评议、公示', 'Helping with visits, evaluation and posting'], {
    steps: ['intake.register-attachment', 'review.raise-objection'],
    tests: ['decide/register-attachment.test.ts', 'decide/raise-objection.test.ts'],
  }),
  met('二(二)3', ['无权不予受理、不予确认', 'No power to refuse or deny'], {
    refusals: ['village-may-not-decide'],
    tests: ['decide/forbidden-acts.test.ts', 'decide/refuse-application.test.ts', 'decide/who-may-what.test.ts'],
  }),
];

/** 二(二) 明确权责关系. */
export const authority: readonly Duty[] = [...county, ...township, ...village];
