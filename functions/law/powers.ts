import type { Post } from '../../schemas/actor.ts';
import { type Citation, cite } from './sources.ts';

/**
 * Powers, prohibitions and separation of duties as one table (rulebook 1.2–1.4; design decision 7):
 * who may do an act, within which division, and which more specific refusal answers whom it is forbidden to.
 */
export interface Power {
  readonly act: string;
  readonly posts: readonly Post[];
  /**
   * Division within which the post may act. `township`: the case's township (a village post: its village; the county: its county);
   * `county`: the post's county; `own`: the applicant's own case; `any`: no division.
   */
  readonly scope: 'township' | 'county' | 'own' | 'any';
  readonly basis: readonly Citation[];
  /** Prohibitions that answer before the general refusal: the code for a post. */
  readonly forbidden?: Readonly<
    Partial<Record<Post, 'village-may-not-decide' | 'township-may-not-pay' | 'township-may-not-recover'>>
  >;
}

const villageMayNot = { VC: 'village-may-not-decide' } as const;
const townshipMayNotPay = {
  TC: 'township-may-not-pay',
  TS: 'township-may-not-pay',
  TR: 'township-may-not-pay',
  TD: 'township-may-not-pay',
} as const;

const townshipMayNotRecover = {
  TC: 'township-may-not-recover',
  TS: 'township-may-not-recover',
  TR: 'township-may-not-recover',
  TD: 'township-may-not-recover',
} as const;

const row = (
  act: string,
  posts: readonly Post[],
  scope: Power['scope'],
  rest: Pick<Power, 'basis' | 'forbidden'>,
): Power => ({ act, posts, scope, ...rest });

const township = (
  act: string,
  posts: readonly Post[],
  basis: readonly Citation[],
  forbidden?: Power['forbidden'],
): Power => row(act, posts, 'township', forbidden ? { basis, forbidden } : { basis });
const county = (
  act: string,
  posts: readonly Post[],
  basis: readonly Citation[],
  forbidden?: Power['forbidden'],
): Power => row(act, posts, 'county', forbidden ? { basis, forbidden } : { basis });

const staff: readonly Post[] = ['TC', 'TS', 'TR', 'TD', 'CC'];
const complaintHandlers: readonly Post[] = ['TC', 'TD', 'CC', 'CITY', 'PROV'];
const supervisors: readonly Post[] = ['CC', 'CF', 'CITY', 'PROV'];
const reporters: readonly Post[] = ['TC', 'TD', ...supervisors];

export const powers: readonly Power[] = [
  // intake
  township(
    'submit-application',
    ['AP', 'AG', 'VC', 'TC'],
    [cite('SEED', '二(二)3'), cite('LAW', '§37'), cite('LAW', '§39')],
  ),
  township('request-materials', ['TC'], [cite('D57', '§10')], villageMayNot),
  township('supply-materials', ['AP', 'AG', 'TC'], [cite('D57', '§10')]),
  township('accept-application', ['TC'], [cite('D57', '§10'), cite('SEED', '二(二)2')], villageMayNot),
  township('refuse-application', ['TD'], [cite('SEED', '二(二)3'), cite('LAW', '§70(1)')], villageMayNot),
  township('withdraw-application', ['AP', 'AG', 'TC'], [cite('DESIGN', '3.2 T18', 'design')]),
  township('lapse-application', ['TD'], [cite('DESIGN', '3.2 T3', 'design')], villageMayNot),
  township('record-consents', ['AP', 'AG', 'TC'], [cite('LAW', '§40'), cite('D57', '§9')]),
  township('amend-facts', ['AP', 'AG', 'TC'], [cite('D57', '§9'), cite('PIPL', '§46')]),
  township('record-mandate', ['AP', 'TC'], [cite('D57', '§6'), cite('LAW', '§37')]),
  township('revoke-mandate', ['AP', 'AG', 'TC'], [cite('CIVIL', '§173', 'recalled')]),
  township('list-mandates', ['AP', 'AG', ...staff], [cite('D57', '§6'), cite('LAW', '§37')]),
  township('file-near-relative', ['TC', 'CC'], [cite('D57', '§11')]),
  township(
    'register-attachment',
    ['AP', 'AG', 'VC', 'TC', 'TS', 'TR', 'TD', 'CC', 'CV', 'CP'],
    [cite('SEED', '二(三)3')],
  ),
  township('assess-needs', ['TC', 'TS', 'TR', 'CC'], [cite('SEED', '二(三)1'), cite('LAW', '§64')]),
  township('refer-case', ['TC', 'TR', 'TD', 'CC'], [cite('SEED', '二(三)1'), cite('LAW', '§64')]),
  township('answer-referral', ['TC', 'TR', 'TD', 'CC', 'DP'], [cite('SEED', '二(三)1'), cite('LAW', '§64')]),
  township('list-referrals', [...staff, 'DP', 'CITY', 'PROV'], [cite('SEED', '二(三)1'), cite('LAW', '§64')]),
  township('read-referral', ['TC', 'TR', 'TD', 'CC', 'DP'], [cite('SEED', '二(三)1'), cite('PIPL', '§6')]),
  row('assess-household', ['AP', 'AG', 'VC', 'TC', 'TS', 'TR', 'TD', 'CC'], 'any', {
    basis: [cite('SEED', '二(三)1')],
  }),
  // discovery
  township(
    'report-lead',
    ['VC', 'TC', 'TS', 'TR', 'TD', 'CC'],
    [cite('LAW', '§39'), cite('SEED', '二(一)3'), cite('SEED', '二(二)3')],
  ),
  township('contact-lead', ['VC', 'TC', 'TS', 'CC'], [cite('LAW', '§39(2)'), cite('D57', '§6(2)'), cite('T43', '§11')]),
  township('settle-lead', ['TC', 'CC'], [cite('LAW', '§39(2)'), cite('T43', '§11')]),
  township('read-lead', ['VC', 'TC', 'TS', 'CC'], [cite('LAW', '§39'), cite('PIPL', '§6')]),
  township('list-leads', ['VC', ...staff, 'CITY', 'PROV'], [cite('LAW', '§39'), cite('SEED', '二(一)3')]),
  // review
  township('assign-surveyors', ['TC', 'TD'], [cite('D57', '§15')]),
  township('request-verification', ['TC'], [cite('SEED', '二(三)2'), cite('D57', '§15')], villageMayNot),
  county('start-verification', ['CC', 'CV'], [cite('LAW', '§41'), cite('D57', '§17')]),
  county('record-verification', ['CC', 'CV'], [cite('LAW', '§41'), cite('D57', '§17')]),
  township('inform-verification', ['TC'], [cite('D57', '§18')]),
  township('object-verification', ['AP', 'AG', 'TC'], [cite('D57', '§18')]),
  township('record-visit', ['TS'], [cite('D57', '§16')]),
  township('record-evaluation', ['TC'], [cite('SEED', '二(二)2')]),
  township('give-opinion', ['TR'], [cite('D57', '§19'), cite('LAW', '§44')], villageMayNot),
  township('post-publicity', ['TC'], [cite('SEED', '二(三)3'), cite('D57', '§19')]),
  township('record-broken-notice', ['VC', 'TC', 'TD', 'CC'], [cite('SEED', '二(三)3'), cite('D57', '§19')]),
  township('put-notice-online', ['TC'], [cite('SEED', '二(三)3'), cite('PIPL', '§55')]),
  township('take-notice-down', ['TC', 'TD', 'CC'], [cite('PIPL', '§47')]),
  township('raise-objection', ['AP', 'AG', 'VC', 'TC', 'CC'], [cite('D57', '§19(2)')]),
  township('reinvestigate-case', ['TS'], [cite('SEED', '二(三)3')]),
  township('record-complaint', ['TC', 'CC'], [cite('D57', '§20(2)'), cite('LAW', '§60')]),
  township('record-collective-review', ['TD', 'CC'], [cite('Z18', '§15'), cite('R62', '§9')]),
  township('hand-over-case', ['TD', 'CC'], [cite('DESIGN', '1.4', 'design')]),
  county('survey-by-county', ['CC'], [cite('D57', '§20(2)')]),
  township('extend-term', ['TD', 'CC'], [cite('N83', '四(一)'), cite('D57', '§22')], villageMayNot),
  township('decide-case', ['TD', 'CC'], [cite('SEED', '二(二)2'), cite('LAW', '§44(2)')], villageMayNot),
  township('publish-confirmation', ['TC'], [cite('LAW', '§45'), cite('D57', '§24')]),
  township('record-delivery', ['TC', 'CC'], [cite('CPL', '§87')]),
  township('record-non-cooperation', ['TC', 'TS'], [cite('D57', '§29')]),
  township('terminate-procedure', ['TD'], [cite('D57', '§29')], villageMayNot),
  township(
    'report-change',
    ['AP', 'AG', 'VC', 'TC', 'TS', 'TR', 'TD', 'CC', 'CV'],
    [cite('LAW', '§46'), cite('D57', '§30'), cite('SEED', '二(二)3')],
  ),
  township('open-reverification', ['TC'], [cite('D57', '§31'), cite('SEED', '二(三)4')], villageMayNot),
  township('record-reverification', ['TR'], [cite('D57', '§31'), cite('SEED', '二(三)4')], villageMayNot),
  township('record-representations', ['AP', 'AG', 'TC', 'TS', 'TR', 'CC'], [cite('LAW', '§48')]),
  township('decide-adjustment', ['TD', 'CC'], [cite('SEED', '二(三)4'), cite('LAW', '§46-48')], villageMayNot),
  township('decide-fade-out', ['TD', 'CC'], [cite('N83', '一(三)'), cite('SEED', '二(三)4')], villageMayNot),
  township('propose-revocation', ['TR', 'CC'], [cite('SEED', '二(三)5'), cite('LAW', '§48')], villageMayNot),
  township('revoke-confirmation', ['TD', 'CC'], [cite('SEED', '二(三)5')], villageMayNot),
  township('answer-correction', ['TD'], [cite('SEED', '二(三)5')], villageMayNot),
  // appeals: the township's clerk or the county registers, whoever made the act replies, the county registers the outcome
  township('record-appeal', ['TC', 'CC'], [cite('LAW', '§76'), cite('FYF', '§48')]),
  township('answer-appeal', ['TD', 'CC'], [cite('FYF', '§48'), cite('ALL', '§67')], villageMayNot),
  township('record-stay', ['TC', 'CC'], [cite('FYF', '§42'), cite('ALL', '§56')]),
  county('settle-appeal', ['CC'], [cite('FYF', '§77'), cite('ALL', '§94')], villageMayNot),
  township('restore-benefit', ['TD', 'CC'], [cite('FYF', '§77'), cite('LAW', '§76')], villageMayNot),
  county('list-appeals', ['TC', 'TD', 'CC', 'CITY', 'PROV'], [cite('LAW', '§76'), cite('LAW', '§69')]),
  township('read-appellant', ['TC', 'TD', 'CC'], [cite('FYF', '§36'), cite('PIPL', '§6')]),
  county('order-correction', ['CC'], [cite('SEED', '二(三)5')], villageMayNot),
  county('order-recovery', ['CC'], [cite('LAW', '§73-74')], { ...townshipMayNotRecover, ...villageMayNot }),
  county('list-corrections', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('post-termination', ['TC'], [cite('T43', '§26'), cite('SEED', '二(三)4')]),
  township('object-termination', ['AP', 'AG', 'VC', 'TC', 'CC'], [cite('T43', '§26')]),
  township('publish-adjustment', ['TC'], [cite('SEED', '二(三)4')]),
  township('explain-overdue', [...staff, 'CV'], [cite('DESIGN', '3.9a', 'design')]),
  township('receive-case', ['TD', 'CC'], [cite('D57', '§20'), cite('T43', '§16')], villageMayNot),
  county('assess-self-care', ['CC'], [cite('T43', '§20')]),
  township('report-self-care-change', ['AP', 'AG', 'VC', 'TC'], [cite('T43', '§23')]),
  // 小额快救: handler and approver are two persons of the township, the county keeps the file
  township('register-fast-aid', ['TC'], [cite('TA26', '二(一)'), cite('LAW', '§50')], villageMayNot),
  township('pay-fast-aid', ['TD'], [cite('TA26', '二(一)'), cite('SEED', '二(二)1')], villageMayNot),
  township('supplement-fast-aid', ['TC'], [cite('LAW', '§50')]),
  county('file-fast-aid', ['CC'], [cite('DESIGN', '3.6', 'design')]),
  // reads
  township('read-case', ['AP', 'AG', ...staff, 'CV', 'CITY', 'PROV'], [cite('PIPL', '§45'), cite('SEED', '二(三)5')]),
  township('list-notices', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  row('read-notice', ['PB'], 'any', { basis: [cite('SEED', '二(三)3'), cite('D57', '§24')] }),
  township('list-cases', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('search-cases', staff, [cite('PIPL', '§6')]),
  township('list-case-events', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('prove-case', ['CC', 'CITY', 'PROV'], [cite('SEED', '二(三)5'), cite('LAW', '§69')]),
  row('list-checkpoints', ['PB'], 'any', { basis: [cite('SEED', '二(三)3'), cite('SEED', '二(三)5')] }),
  township('list-case-terms', ['AP', 'AG', ...staff, 'CV', 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('list-papers', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  township('read-paper', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  township('read-paper-pdf', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  county('list-changes', ['AP', ...staff, 'CITY', 'PROV'], [cite('SEED', '二(四)')]),
  county('register-department', ['CC'], [cite('LAW', '§42(2)'), cite('SEED', '二(四)')]),
  county('list-departments', ['TC', 'TD', 'CC', 'CITY', 'PROV'], [cite('LAW', '§42(2)')]),
  county('ask-recognition', ['DP'], [cite('LAW', '§42(2)'), cite('LAW', '§11')]),
  county('create-subscription', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('renew-callback-secret', ['TC', 'TD', 'CC'], [cite('PIPL', '§51')]),
  county('redeliver-changes', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('end-subscription', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('list-subscriptions', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('list-deliveries', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  row('count-term', ['AP', 'AG', 'VC', ...staff, 'CV', 'CP', 'CF', 'CITY', 'PROV'], 'any', {
    basis: [cite('CIVIL', '§201')],
  }),
  row('verify-paper', ['PB'], 'any', { basis: [cite('GOVINFO', '§15'), cite('DESIGN', '4')] }),
  // supervision: set-up of the county
  county('register-divisions', ['CC'], [cite('SEED', '二(二)1')]),
  county('grant-delegation', ['CC'], [cite('LAW', '§44(2)'), cite('SEED', '二(一)1')]),
  county('revoke-delegation', ['CC'], [cite('SEED', '二(三)5')]),
  county('enter-parameter', ['CC'], [cite('SEED', '二(二)1'), cite('LAW', '§18')]),
  county('approve-parameter', ['CC'], [cite('SEED', '二(二)1')]),
  county('load-calendar', ['CC'], [cite('HOL-REG', '§2')]),
  county('register-staff', ['CC'], [cite('D57', '§11')]),
  county('set-alert-directory', ['CC'], [cite('DESIGN', '3.9a', 'design')]),
  county('list-delegations', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(一)1')]),
  county('list-parameters', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  county('list-calendars', [...staff, 'CITY', 'PROV'], [cite('HOL-REG', '§2')]),
  county('list-staff-tasks', ['TD', 'CC'], [cite('D57', '§11')]),
  county('list-staff', ['CC', 'CITY', 'PROV'], [cite('D57', '§11')]),
  county('read-readiness', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(一)1'), cite('SEED', '二(二)1')]),
  county('list-recounts', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  county('read-recount', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  county('list-recounted-terms', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  // supervision: what a county publishes, provides and checks
  county('enter-policy', ['CC'], [cite('SEED', '二(三)5'), cite('SEED', '四(三)')]),
  county('approve-policy', ['CC'], [cite('SEED', '二(三)5')]),
  county('list-policy-versions', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  row('read-policies', ['PB'], 'any', { basis: [cite('SEED', '二(三)5'), cite('SEED', '四(三)')] }),
  township('register-board', ['TC', 'CC'], [cite('SEED', '二(三)3'), cite('D57', '§19')]),
  township('end-board', ['TC', 'CC'], [cite('SEED', '二(三)3')]),
  township('list-boards', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)3')]),
  county('record-training', ['TC', 'TD', 'CC', 'CITY'], [cite('SEED', '三(二)'), cite('SEED', '二(二)2')]),
  county('list-trainings', [...staff, 'CITY', 'PROV'], [cite('SEED', '三(二)')]),
  county('register-provider', ['CC'], [cite('SEED', '二(二)1'), cite('LAW', '§56')]),
  county('end-provider', ['CC'], [cite('SEED', '二(二)1'), cite('LAW', '§56')]),
  county('register-helper', ['CC'], [cite('SEED', '二(二)1'), cite('LAW', '§56')]),
  county('list-providers', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(二)1')]),
  township('record-self-check', ['TD', 'TC'], [cite('SEED', '二(三)5')]),
  township('rectify-fault', ['TD'], [cite('SEED', '二(三)5')]),
  township('list-self-checks', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  county('enter-regional-days', ['CC', 'PROV'], [cite('HOL-REG', '§4')]),
  county('approve-regional-days', ['CC', 'PROV'], [cite('HOL-REG', '§4')]),
  county('list-regional-days', [...staff, 'CITY', 'PROV'], [cite('HOL-REG', '§4')]),
  county('request-erasure', ['TC', 'CC'], [cite('SEED', '二(三)3'), cite('PIPL', '§47')]),
  county('approve-erasure', ['CC'], [cite('SEED', '二(三)3'), cite('PIPL', '§47')]),
  county('list-erasures', ['TC', 'CC', 'CITY', 'PROV'], [cite('SEED', '二(三)3'), cite('PIPL', '§47')]),
  county('enter-seal', ['CC'], [cite('SEED', '二(二)1'), cite('DESIGN', '4')]),
  county('approve-seal', ['CC'], [cite('SEED', '二(二)1'), cite('DESIGN', '4')]),
  // supervision: terms and conduct
  county('list-alerts', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  county('acknowledge-alert', [...staff, 'CITY'], [cite('DESIGN', '3.9a', 'design')]),
  county('answer-supervision', ['TD', 'CC'], [cite('DESIGN', '3.9a', 'design')]),
  // complaints
  county('register-complaint', ['TC', 'CC', 'CITY'], [cite('D57', '§36'), cite('LAW', '§60')]),
  county('accept-complaint', complaintHandlers, [cite('XF', '§23')]),
  county('pass-on-complaint', complaintHandlers, [cite('XF', '§23')]),
  county('reassign-complaint', complaintHandlers, [cite('XF', '§34')]),
  county('extend-complaint', ['TD', 'CC', 'CITY', 'PROV'], [cite('XF', '§34')]),
  county('answer-complaint', complaintHandlers, [cite('XF', '§34'), cite('D57', '§37')]),
  county('tell-complainant', complaintHandlers, [cite('D57', '§37')]),
  county('ask-complaint-review', complaintHandlers, [cite('XF', '§35')]),
  county('list-complaints', complaintHandlers, [cite('D57', '§36')]),
  county('read-complaint', complaintHandlers, [cite('D57', '§36')]),
  county('read-complainant', ['CC', 'CITY', 'PROV'], [cite('D57', '§36')]),
  // supervision: audit
  county('list-queries', supervisors, [cite('LAW', '§69')]),
  county('run-query', supervisors, [cite('LAW', '§69')]),
  county('read-query-run', supervisors, [cite('LAW', '§69')]),
  county('make-report', reporters, [cite('SEED', '二(二)1'), cite('SEED', '二(二)2'), cite('LAW', '§62')]),
  county('read-report', reporters, [cite('SEED', '二(二)1'), cite('SEED', '二(二)2'), cite('LAW', '§62')]),
  township('export-archive', ['TC', 'CC'], [cite('SEED', '二(二)2'), cite('ARC', '一户一档')]),
  township('read-archive', ['TC', 'CC'], [cite('SEED', '二(二)2'), cite('ARC', '一户一档')]),
  county('list-due-archives', ['TC', 'CC'], [cite('SEED', '二(三)3'), cite('ARC', '保管期限')]),
  county('review-exemption', ['CC'], [cite('SEED', '四(四)'), cite('D57', '§39')]),
  township('read-diligence', ['CC', 'CITY', 'PROV'], [cite('SEED', '四(四)'), cite('D57', '§39')]),
  township('print-diligence', ['CC', 'CITY', 'PROV'], [cite('SEED', '四(四)'), cite('D57', '§39')]),
  county('print-report', supervisors, [cite('SEED', '三(三)')]),
  // funds: the township never (权钱分离)
  county('open-roster', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('verify-roster', ['TC', 'TR', 'TD'], [cite('SEED', '二(二)1'), cite('DESIGN', '8')], villageMayNot),
  county('check-roster', ['CC'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('approve-roster', ['CP', 'CF'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('order-payment-file', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('read-payment-file', ['CP', 'CF'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('record-receipts', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('list-rosters', ['TC', 'TR', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  county('read-roster', ['TC', 'TR', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  township('enter-payee', ['TC', 'CC', 'CP'], [cite('D57', '§25')], villageMayNot),
  county('approve-payee', ['CC', 'CP'], [cite('D57', '§25')], { ...townshipMayNotPay, ...villageMayNot }),
  township('read-payee', ['TC', 'TD', 'CC', 'CP', 'CF'], [cite('D57', '§25')]),
  county('file-card-keeping', ['CC'], [cite('D57', '§26')]),
  county('open-petty-cash', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  township('replenish-petty-cash', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  township('count-petty-cash', ['TC'], [cite('SEED', '二(二)1'), cite('DESIGN', '8')], villageMayNot),
  township('reconcile-petty-cash', ['TD', 'CP'], [cite('DESIGN', '8')], villageMayNot),
  township('list-petty-cash', ['TC', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  township('read-petty-cash', ['TC', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  // the clock
  county('start-recalculation', ['CC'], [cite('D57', '§31'), cite('SEED', '二(二)1')]),
  row('apply-standard', ['CLOCK'], 'any', { basis: [cite('D57', '§31')] }),
  row('advance-recalculation', ['CLOCK'], 'any', { basis: [cite('D57', '§31')] }),
  row('open-docket', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('add-roster-page', ['CLOCK'], 'any', { basis: [cite('D57', '§25')] }),
  row('record-payment-file', ['CLOCK'], 'any', { basis: [cite('SEED', '二(二)1')] }),
  row('move-case', ['CLOCK'], 'any', { basis: [cite('SEED', '二(一)1'), cite('SEED', '二(三)5')] }),
  row('recount-terms', ['CLOCK'], 'any', { basis: [cite('HOL-REG', '§2')] }),
  row('continue-recount', ['CLOCK'], 'any', { basis: [cite('HOL-REG', '§2')] }),
  row('raise-alert', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('deliver-alert', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('disable-subscription', ['CLOCK'], 'any', { basis: [cite('SEED', '二(四)')] }),
  row('close-docket', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
];

const byAct: ReadonlyMap<string, Power> = new Map(powers.map((power) => [power.act, power]));

/** The power behind an act; every step has one, or the declarations test fails. */
export function powerOf(act: string): Power {
  const power = byAct.get(act);
  if (!power) throw new Error(`no power is declared for ${act}`);
  return power;
}
