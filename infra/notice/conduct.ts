import { type Duty, met, outside } from './duty.ts';

const management: readonly Duty[] = [
  met('二(三)4', ['定期复核、动态分类管理', 'Re-verification by class'], {
    steps: ['review.open-reverification', 'review.record-reverification', 'intake.report-change'],
    parameters: ['reverify.months.stable', 'reverify.months.unstable', 'reverify.months.TK'],
    refusals: ['newcomer-not-verified'],
    tests: ['decide/report-change.test.ts', 'decide/decide-adjustment.test.ts', 'decide/newcomers.test.ts'],
  }),
  met('二(三)4', ['办理停发、减发、增发', 'Stopping, reducing, increasing'], {
    steps: ['review.record-representations', 'review.decide-adjustment'],
    papers: ['W23', 'W25'],
    refusals: ['representations-missing', 'hearing-notice-not-served'],
    tests: ['decide/decide-adjustment.test.ts', 'law/entitlements.test.ts'],
  }),
  met('二(三)4', ['调整结果及时公示', 'Adjustments publicised'], {
    steps: ['review.publish-adjustment'],
    refusals: ['nothing-to-publish'],
    tests: ['decide/decide-adjustment.test.ts'],
  }),
  met('二(三)4', ['落实渐退期', 'Fade-out'], {
    steps: ['review.decide-fade-out'],
    papers: ['W26'],
    refusals: ['fade-out-too-long', 'fade-out-not-warranted'],
    parameters: ['fade.maxMonths', 'fade.curve'],
    tests: ['decide/decide-fade-out.test.ts'],
  }),
  met('二(三)5', ['公开政策和救助信息', 'Policies and information in the open'], {
    steps: [
      'supervision.enter-policy',
      'supervision.approve-policy',
      'supervision.read-policies',
      'supervision.read-notice',
    ],
    refusals: ['policy-not-published', 'same-person-approves'],
    tests: ['decide/policies.test.ts', 'decide/online-notice.test.ts'],
  }),
  met('二(三)5', ['发现受理不及时、办理超时限', 'Late intake and overdue work come to light'], {
    steps: ['supervision.list-alerts', 'supervision.acknowledge-alert', 'review.explain-overdue'],
    queries: ['overdue-by-township', 'overdue-by-person', 'days-by-step', 'extensions-by-ground', 'silent-townships'],
    parameters: ['alert.warnDays', 'alert.countyAfter', 'alert.cityAfter'],
    tests: ['flow/docket.test.ts', 'law/alerts.test.ts', 'decide/list-alerts.test.ts', 'lake/query-library.test.ts'],
  }),
  met('二(三)5', ['发现程序不到位、对象不精准', 'Procedure not kept, wrong persons aided'], {
    steps: ['supervision.list-case-events', 'supervision.run-query', 'review.record-complaint'],
    queries: [
      'case-timeline',
      'publicity-lengths',
      'denials-without-notice',
      'verification-hits',
      'hearing-before-reductions',
      'near-relative-filings',
      'reverifications-due',
    ],
    tests: ['property/walks.test.ts', 'decide/read-case.test.ts', 'lake/queries.test.ts', 'lake/query-library.test.ts'],
  }),
  met('二(三)5', ['查实纠正、撤销原确认', 'Correcting and revoking'], {
    steps: [
      'supervision.order-correction',
      'review.answer-correction',
      'review.propose-revocation',
      'review.revoke-confirmation',
      'supervision.order-recovery',
    ],
    papers: ['W28'],
    refusals: ['township-may-not-recover'],
    tests: ['decide/revoke-confirmation.test.ts'],
  }),
  met('二(三)5', ['乡镇自查整改', 'Self-checks by townships'], {
    steps: ['supervision.record-self-check', 'supervision.rectify-fault', 'supervision.list-self-checks'],
    terms: ['self-check'],
    parameters: ['clock.selfCheck'],
    tests: ['decide/self-checks.test.ts'],
  }),
  met('二(四)', ['用信息系统办理，保证数据质量', 'Done in the system, with good data'], {
    steps: ['intake.submit-application', 'supervision.list-changes'],
    pages: ['schemas/generated/openapi.json'],
    tests: ['flow/bad-input.test.ts', 'flow/hostile.test.ts', 'declarations/fresh.test.ts'],
  }),
  met('二(四)', ['互联互通、资源共享', 'Exchange with other systems'], {
    steps: ['supervision.list-changes'],
    tests: ['lake/feed.test.ts', 'flow/feed.test.ts'],
  }),
  met('二(四)', ['网上申请、办理、查询', 'Applying and asking online'], {
    steps: ['intake.submit-application', 'supervision.read-case', 'supervision.list-case-terms'],
    tests: ['decide/read-case.test.ts', 'decide/submit-application.test.ts', 'flow/bare-http.test.ts'],
  }),
];

const rollout: readonly Duty[] = [
  outside(
    '三(一)',
    ['细化本地实施方案、步骤和分工', 'Detailing the local plan'],
    ['方案由县级政府制定；系统登记其文号和生效日', 'The county drafts it; its number and date are recorded'],
  ),
  met('三(一)', ['分业务、分乡镇、分时点推进', 'Program by program, township by township'], {
    steps: ['supervision.grant-delegation', 'supervision.list-delegations'],
    tests: ['decide/grant-delegation.test.ts'],
  }),
  met('三(二)', ['专题培训、规范实施', 'Training'], {
    steps: ['supervision.record-training', 'supervision.list-trainings', 'supervision.read-readiness'],
    refusals: ['training-missing'],
    parameters: ['training.requiredFor', 'training.validMonths'],
    tests: ['decide/trainings.test.ts'],
  }),
  outside(
    '三(二)',
    ['地级市组织交流研讨和督导', 'Cities hold exchanges and guide'],
    ['属会议和工作指导；市级可查阅预警、报表', 'Meetings and guidance; cities read alerts and reports'],
  ),
  met('三(三)', ['“回头看”和年度总结', 'Looking back, summing up each year'], {
    steps: ['supervision.make-report', 'supervision.read-report', 'supervision.print-report'],
    queries: ['report-measures'],
    tests: ['decide/make-report.test.ts', 'lake/reports.test.ts'],
  }),
];

const requirements: readonly Duty[] = [
  outside(
    '四(一)',
    ['加强组织领导、向党委政府汇报', 'Leadership, reporting to Party and government'],
    ['属领导和汇报工作', 'Leading and reporting are for people'],
  ),
  outside(
    '四(二)',
    ['整合力量、调剂编制、设站点', 'Staffing, posts and stations'],
    ['机构编制事项；系统只登记人员和岗位', 'Establishment matters; only staff and posts are registered'],
  ),
  met('四(二)', ['县—乡—村三级衔接', 'County, township and village linked'], {
    steps: ['supervision.register-divisions', 'supervision.register-staff', 'supervision.list-staff'],
    tests: ['decide/register-divisions.test.ts', 'decide/register-staff.test.ts'],
  }),
  outside(
    '四(三)',
    ['实地宣讲、张贴发放宣传品、新媒体宣传', 'Talks, leaflets, social media'],
    ['线下和媒体宣传活动', 'Offline and media campaigns'],
  ),
  met('四(三)', ['政策公开、解答热点', 'Policies published, questions answered'], {
    steps: ['supervision.enter-policy', 'supervision.approve-policy', 'supervision.read-policies'],
    tests: ['decide/policies.test.ts'],
  }),
  met('四(四)', ['加强事中事后监管', 'Supervision during and after'], {
    steps: [
      'supervision.list-alerts',
      'supervision.answer-supervision',
      'supervision.list-queries',
      'supervision.run-sql',
      'supervision.export-query-run',
    ],
    queries: ['alerts-answered', 'corrections-ordered', 'complaints-by-kind', 'self-checks-and-faults'],
    tests: [
      'flow/docket.test.ts',
      'lake/query-steps.test.ts',
      'lake/query-export.test.ts',
      'decide/run-sql.test.ts',
      'lake/free-sql.test.ts',
      'lake/query-library.test.ts',
    ],
  }),
  met('四(四)', ['责任追溯', 'Who did what can be traced'], {
    steps: [
      'supervision.list-case-events',
      'supervision.prove-case',
      'supervision.disclose-persons',
      'supervision.mirror-ledger',
      'supervision.list-checkpoints',
    ],
    queries: ['case-timeline', 'decisions-by-confirmer', 'refused-attempts', 'queries-asked', 'personal-data-read'],
    tests: ['decide/read-case.test.ts', 'shell/replay-by-others.test.ts', 'flow/kill.test.ts', 'flow/proof.test.ts'],
  }),
  met('四(四)', ['容错纠错', 'Tolerating honest mistakes'], {
    steps: ['supervision.read-diligence', 'supervision.print-diligence', 'supervision.review-exemption'],
    refusals: ['not-on-case'],
    tests: ['decide/diligence.test.ts'],
  }),
  outside(
    '四(四)',
    ['培育典型、总结经验', 'Models and experience'],
    ['评选和推广属工作部署', 'Choosing and spreading models is for people'],
  ),
];

/** 二(三)4–5, 二(四), 三 and 四. */
export const conduct: readonly Duty[] = [...management, ...rollout, ...requirements];
