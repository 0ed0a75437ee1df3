import type { CaseStatus } from '../../schemas/case.ts';
import { type Citation, cite } from './sources.ts';

/**
 * The procedure of 低保 (rulebook 3.2, T1–T20): which act is possible in which state.
 * An act that is not in the table is not possible on a case. Guards that look at dates and persons stand in the steps.
 */
export interface Transition {
  readonly act: string;
  readonly from: readonly CaseStatus[];
  /** States the act may lead to; the states of `from` where it leaves the state alone. */
  readonly to: readonly CaseStatus[];
  /** Number in rulebook 3.2, where it has one. */
  readonly number?: string;
  readonly basis: readonly Citation[];
}

const beforeAcceptance = ['submitted', 'correction-requested'] as const;
const underInvestigation = ['accepted', 'investigating'] as const;
const underReview = ['accepted', 'investigating', 'reviewed', 'publicizing', 'reinvestigating'] as const;
/** 小额快救 from its registration to the county's file (rulebook 3.6). */
const fast = ['registered', 'paid', 'supplemented'] as const;
/** Aid goes on in all of these: it is looked into, the household is heard, or it fades out (rulebook 6.3, 6.4). */
const receiving = ['active', 'checking', 'hearing', 'fading'] as const;
const open = [...beforeAcceptance, ...underReview] as const;
/** A household granted or denied may need more than it applied for; one that gave up or withdrew is a matter of a new lead. */
const helped = [
  ...[...open, ...fast, ...receiving],
  ...(['settled', 'confirmed', 'not-confirmed', 'ended', 'refused', 'terminated'] as const),
] as const;
const all = [
  ...open,
  'registered',
  'paid',
  'supplemented',
  'settled',
  'confirmed',
  'not-confirmed',
  'active',
  'checking',
  'hearing',
  'fading',
  'ended',
  'revoked',
  'withdrawn',
  'terminated',
  'refused',
  'lapsed',
] as const satisfies readonly CaseStatus[];

const row = (
  act: string,
  from: readonly CaseStatus[],
  rest: { to?: readonly CaseStatus[]; number?: string; basis: readonly Citation[] },
): Transition => ({
  act,
  from,
  to: rest.to ?? from,
  ...(rest.number ? { number: rest.number } : {}),
  basis: rest.basis,
});

export const procedure: readonly Transition[] = [
  row('accept-application', ['submitted'], { to: ['accepted'], number: 'T1', basis: [cite('D57', '§10')] }),
  row('request-materials', ['submitted'], { to: ['correction-requested'], number: 'T2', basis: [cite('D57', '§10')] }),
  row('supply-materials', ['correction-requested'], {
    to: ['submitted', 'correction-requested'],
    number: 'T3',
    basis: [cite('D57', '§10')],
  }),
  row('lapse-application', ['correction-requested'], {
    to: ['lapsed'],
    number: 'T3',
    basis: [cite('DESIGN', '3.2 T3', 'design')],
  }),
  row('refuse-application', beforeAcceptance, {
    to: ['refused'],
    basis: [cite('LAW', '§70(1)'), cite('SEED', '二(三)1')],
  }),
  row('withdraw-application', [...open, 'registered'], {
    to: ['withdrawn'],
    number: 'T18',
    basis: [cite('DESIGN', '3.2 T18', 'design')],
  }),
  row('file-near-relative', [...beforeAcceptance, ...underReview, ...receiving], {
    number: 'T4',
    basis: [cite('D57', '§11')],
  }),
  row('record-consents', [...beforeAcceptance, ...underReview, 'checking'], {
    basis: [cite('LAW', '§40'), cite('D57', '§9')],
  }),
  row('amend-facts', underReview, {
    to: underReview,
    basis: [cite('D57', '§9'), cite('PIPL', '§46'), cite('DESIGN', '6', 'design')],
  }),
  row('record-mandate', [...open, ...fast, 'confirmed', 'not-confirmed', ...receiving, 'ended', 'revoked'], {
    basis: [cite('D57', '§6'), cite('LAW', '§37')],
  }),
  row('revoke-mandate', all, { basis: [cite('CIVIL', '§173', 'recalled')] }),
  row('assess-needs', helped, { basis: [cite('SEED', '二(三)1'), cite('LAW', '§64')] }),
  row('refer-case', helped, { basis: [cite('SEED', '二(三)1'), cite('LAW', '§64')] }),
  row('assign-surveyors', [...underReview, 'checking'], {
    to: ['checking', 'investigating', 'reviewed', 'publicizing', 'reinvestigating'],
    number: 'T5',
    basis: [cite('D57', '§15')],
  }),
  row('request-verification', [...underInvestigation, 'checking'], {
    to: ['investigating', 'checking'],
    number: 'T6',
    basis: [cite('D57', '§15'), cite('D57', '§17')],
  }),
  row('start-verification', ['investigating', 'checking'], { number: 'T6', basis: [cite('D57', '§17')] }),
  row('record-verification', ['investigating', 'reinvestigating', 'checking'], {
    number: 'T6',
    basis: [cite('D57', '§17')],
  }),
  row('inform-verification', ['investigating', 'reinvestigating'], { number: 'T7', basis: [cite('D57', '§18')] }),
  row('object-verification', ['investigating', 'reinvestigating'], { number: 'T7', basis: [cite('D57', '§18')] }),
  row('record-visit', [...underInvestigation, 'reinvestigating', 'checking'], {
    to: ['investigating', 'reinvestigating', 'checking'],
    number: 'T8',
    basis: [cite('D57', '§16')],
  }),
  row('record-evaluation', ['investigating', 'reinvestigating', 'reviewed', 'publicizing'], {
    to: ['investigating', 'reinvestigating', 'reviewed', 'publicizing'],
    number: 'T9',
    basis: [cite('SEED', '二(三)2')],
  }),
  row('give-opinion', ['investigating', 'reviewed', 'reinvestigating'], {
    to: ['reviewed', 'publicizing'],
    number: 'T10',
    basis: [cite('D57', '§19')],
  }),
  row('post-publicity', ['reviewed', 'publicizing'], {
    to: ['reviewed', 'publicizing'],
    number: 'T11',
    basis: [cite('D57', '§19'), cite('N83', '四(二)'), cite('SEED', '二(三)3')],
  }),
  row('record-broken-notice', ['reviewed', 'publicizing', 'reinvestigating'], {
    number: 'T11',
    basis: [cite('D57', '§19'), cite('DESIGN', '5', 'design')],
  }),
  row('put-notice-online', ['reviewed', 'publicizing', 'reinvestigating', ...receiving, 'ended', 'revoked'], {
    basis: [cite('SEED', '二(三)3'), cite('D57', '§24')],
  }),
  row('take-notice-down', ['reviewed', 'publicizing', 'reinvestigating', ...receiving, 'ended', 'revoked'], {
    basis: [cite('PIPL', '§47')],
  }),
  row('raise-objection', ['investigating', 'publicizing', 'reinvestigating'], {
    to: ['reinvestigating'],
    basis: [cite('D57', '§19(2)'), cite('SEED', '二(三)3')],
  }),
  row('reinvestigate-case', ['investigating', 'reinvestigating'], {
    basis: [cite('SEED', '二(三)3'), cite('DESIGN', '3.5', 'design')],
  }),
  row('record-complaint', underReview, { basis: [cite('D57', '§20(2)')] }),
  row('record-collective-review', underReview, { basis: [cite('Z18', '§15'), cite('DESIGN', '3.4', 'design')] }),
  row('hand-over-case', [...beforeAcceptance, ...underReview, 'confirmed', 'not-confirmed', 'active'], {
    basis: [cite('DESIGN', '1.4', 'design')],
  }),
  row('survey-by-county', underReview, { number: 'T12', basis: [cite('D57', '§20(2)')] }),
  row('extend-term', underReview, { number: 'T14', basis: [cite('N83', '四(一)')] }),
  row('explain-overdue', [...fast, ...underReview, 'confirmed', 'not-confirmed', ...receiving, 'ended', 'revoked'], {
    basis: [cite('DESIGN', '3.9a', 'design')],
  }),
  row('decide-case', ['reviewed', 'publicizing'], {
    to: ['confirmed', 'not-confirmed', 'settled'],
    number: 'T13',
    basis: [cite('N83', '四(一)'), cite('D57', '§21')],
  }),
  row('publish-confirmation', ['confirmed'], {
    to: ['active', 'settled'],
    number: 'T16',
    basis: [cite('LAW', '§45'), cite('D57', '§24')],
  }),
  row('receive-case', underReview, { basis: [cite('D57', '§20'), cite('T43', '§16'), cite('SEED', '二(一)1')] }),
  row('assess-self-care', [...underReview, 'confirmed', ...receiving], { basis: [cite('T43', '§20-23')] }),
  row('report-self-care-change', ['confirmed', ...receiving], { basis: [cite('T43', '§23')] }),
  row('pay-fast-aid', ['registered'], { to: ['paid'], basis: [cite('TA26', '二(一)'), cite('LAW', '§50')] }),
  row('supplement-fast-aid', ['paid'], { to: ['supplemented'], basis: [cite('LAW', '§50')] }),
  row('file-fast-aid', ['supplemented'], { to: ['settled'], basis: [cite('DESIGN', '3.6', 'design')] }),
  row('record-delivery', all, { number: 'T15', basis: [cite('D57', '§21'), cite('CPL', '§87')] }),
  row('record-non-cooperation', underReview, { number: 'T19', basis: [cite('D57', '§29')] }),
  row('terminate-procedure', underReview, { to: ['terminated'], number: 'T19', basis: [cite('D57', '§29')] }),
  row('report-change', ['confirmed', ...receiving], {
    to: ['confirmed', 'checking', 'hearing'],
    basis: [cite('LAW', '§46'), cite('D57', '§30')],
  }),
  row('open-reverification', ['active', 'fading'], {
    to: ['checking'],
    basis: [cite('D57', '§31'), cite('Z18', '二(二)7')],
  }),
  row('record-reverification', ['checking'], {
    to: ['active', 'checking', 'hearing', 'fading'],
    basis: [cite('D57', '§31'), cite('LAW', '§46-48')],
  }),
  row('record-representations', ['hearing'], { basis: [cite('LAW', '§48')] }),
  row('post-termination', ['checking', 'hearing'], { basis: [cite('T43', '§26')] }),
  row('object-termination', ['checking', 'hearing'], { to: ['checking'], basis: [cite('T43', '§26')] }),
  row('decide-adjustment', ['checking', 'hearing'], {
    to: ['active', 'fading', 'ended'],
    basis: [cite('LAW', '§46-48'), cite('D57', '§32')],
  }),
  row('decide-fade-out', ['checking'], { to: ['fading'], basis: [cite('N83', '一(三)'), cite('D57', '§33')] }),
  row('order-correction', ['confirmed', ...receiving], { basis: [cite('SEED', '二(三)5')] }),
  row('answer-correction', ['confirmed', ...receiving, 'ended'], { basis: [cite('SEED', '二(三)5')] }),
  row('propose-revocation', ['active', 'checking', 'fading'], {
    to: ['hearing'],
    basis: [cite('SEED', '二(三)5'), cite('LAW', '§48')],
  }),
  row('revoke-confirmation', ['hearing'], { to: ['revoked'], basis: [cite('SEED', '二(三)5')] }),
  row('record-appeal', all, { basis: [cite('LAW', '§76'), cite('FYF', '§20'), cite('ALL', '§46')] }),
  row('answer-appeal', all, { basis: [cite('FYF', '§48'), cite('ALL', '§67')] }),
  row('record-stay', all, { basis: [cite('FYF', '§42'), cite('ALL', '§56')] }),
  row('settle-appeal', all, { basis: [cite('FYF', '§77'), cite('ALL', '§94')] }),
  row('restore-benefit', [...receiving, 'ended', 'revoked'], {
    to: receiving,
    basis: [cite('FYF', '§77'), cite('ALL', '§94')],
  }),
  row('order-recovery', ['ended', 'revoked'], { basis: [cite('LAW', '§73-74')] }),
  row('publish-adjustment', [...receiving, 'ended', 'revoked'], { basis: [cite('SEED', '二(三)4')] }),
];

const byAct: ReadonlyMap<string, Transition> = new Map(procedure.map((transition) => [transition.act, transition]));

/** The row of an act, if it is an act on a case. */
export const transitionOf = (act: string): Transition | undefined => byAct.get(act);

/** Acts that are possible in a state, for refusals that tell what can be done. */
export const allowedIn = (status: CaseStatus): readonly string[] =>
  procedure.filter(({ from }) => from.includes(status)).map(({ act }) => act);

/** Whether a case lies between acceptance and decision: the only time its persons may be queried (P08, B10). */
export const isUnderReview = (status: CaseStatus): boolean => (underReview as readonly CaseStatus[]).includes(status);

/** Whether a household's finances may be asked for: between acceptance and decision, and while a check runs (P08, B10). */
export const isQueryable = (status: CaseStatus): boolean => isUnderReview(status) || status === 'checking';

/** States in which a case is closed for good (rulebook 3.2). */
export const closedStates: readonly CaseStatus[] = [
  'not-confirmed',
  'ended',
  'revoked',
  'settled',
  'withdrawn',
  'terminated',
  'refused',
  'lapsed',
];
