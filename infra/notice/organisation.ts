import { type Duty, met, outside } from './duty.ts';

/** 一 总体目标 and 二(一) 强化组织保障. */
export const organisation: readonly Duty[] = [
  met('一', ['下放的业务：城乡低保、特困、低收入家庭、高龄低收入老年人', 'The programs that are delegated'], {
    steps: ['intake.assess-household', 'intake.submit-application', 'supervision.grant-delegation'],
    tests: [
      'law/programs-all.test.ts',
      'law/programs-tiers.test.ts',
      'law/programs-tk.test.ts',
      'law/programs-aged-and-urgent.test.ts',
    ],
  }),
  met('一', ['杜绝“人情保”“关系保”', 'No aid by favour or kinship'], {
    steps: ['intake.file-near-relative', 'review.survey-by-county', 'supervision.register-staff'],
    papers: ['W09'],
    refusals: ['near-relative-recused', 'relative-filing-missing', 'county-survey-missing'],
    tests: ['decide/file-near-relative.test.ts', 'decide/recusal.test.ts', 'decide/survey-by-county.test.ts'],
  }),
  met('一', ['规范有序、公开透明、便捷高效', 'In order, in the open, without delay'], {
    steps: ['review.post-publicity', 'supervision.count-term', 'supervision.list-case-terms'],
    pages: ['docs/catalogue.md'],
    tests: ['property/walks.test.ts', 'law/terms.test.ts', 'decide/post-publicity.test.ts'],
  }),
  met('一', ['下放后县级加强监督指导', 'The county supervises what it delegates'], {
    steps: ['supervision.list-alerts', 'supervision.run-query', 'supervision.list-cases'],
    queries: ['overdue-by-township', 'case-timeline', 'delegations-in-force', 'workload-by-person'],
    tests: ['flow/docket.test.ts', 'decide/list-alerts.test.ts', 'lake/queries.test.ts', 'lake/query-library.test.ts'],
  }),
  met('二(一)1', ['政府授权后才能下放，载明依据和文号', 'Authority by act of government, with its document'], {
    steps: ['supervision.grant-delegation', 'supervision.revoke-delegation', 'supervision.list-delegations'],
    refusals: ['delegation-overlaps'],
    tests: ['decide/grant-delegation.test.ts', 'shell/county-set-up.test.ts'],
  }),
  met('二(一)1', ['下放、收回时在办案件接续顺畅', 'Open cases go on when authority comes or goes'], {
    steps: ['review.decide-case', 'review.extend-term'],
    tests: ['decide/county-decides.test.ts', 'decide/decide-case-guards.test.ts'],
  }),
  outside(
    '二(一)1',
    ['组织动员部署', 'Mobilising and deploying'],
    [
      '属党政会议和组织工作；系统只记录结果（授权、培训）',
      'Meetings and organisation; only results are recorded (delegations, trainings)',
    ],
  ),
  met('二(一)1', ['跟踪问效', 'Following up on results'], {
    steps: ['supervision.list-alerts', 'supervision.run-query'],
    queries: ['overdue-by-township'],
    tests: ['lake/queries.test.ts', 'flow/docket.test.ts'],
  }),
  met('二(一)1', ['跟踪进展、阶段总结', 'Following progress, summing up'], {
    steps: ['supervision.make-report', 'supervision.read-report', 'supervision.print-report'],
    queries: ['report-measures'],
    tests: ['decide/make-report.test.ts', 'lake/reports.test.ts'],
  }),
  met('二(一)1', ['培训督导、完善配套措施', 'Training, supporting rules'], {
    steps: ['supervision.record-training', 'supervision.enter-policy', 'supervision.enter-parameter'],
    tests: ['decide/trainings.test.ts', 'decide/policies.test.ts'],
  }),
  outside(
    '二(一)2',
    ['发挥领导小组和协调机制作用', 'Leading group and coordination'],
    ['属议事协调机构的运行，没有可由程序作出的行为', 'How a coordinating body works; no act a program could do'],
  ),
  met('二(一)2', ['不得将审核权限下放到村（居）', 'No power of review to the village'], {
    refusals: ['village-may-not-decide'],
    tests: ['decide/forbidden-acts.test.ts', 'decide/who-may-what.test.ts', 'decide/posts-and-acts.test.ts'],
  }),
  met('二(一)3', ['主动发现：早发现、早干预、早救助', 'Finding need early'], {
    steps: ['intake.report-lead'],
    parameters: ['clock.leadContact'],
    tests: ['decide/leads.test.ts'],
  }),
];
