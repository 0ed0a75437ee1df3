import type { TermName } from '../../schemas/term.ts';
import { managementTermRows } from './management-term-rows.ts';
import { cite } from './sources.ts';
import type { TermRow } from './term-row.ts';

export type { HolderLevel, TermRow } from './term-row.ts';

const fromAcceptance = ['受理之日', 'acceptance'] as const;
const fromDecision = ['决定作出之日', 'the decision'] as const;

/** The terms of 低保 in delegated mode (rulebook 3.2, 3.9, 4), and those that only another program has; `program-terms` says what differs. */
export const termRows: Readonly<Record<TermName, TermRow>> = {
  intake: {
    names: ['受理', 'acceptance of the application'],
    from: ['提交申请之日（以外部系统收件时间为准）', 'submission, as received by the external system'],
    by: ['township', 'TC'],
    clock: 'clock.intake',
    basis: [cite('D57', '§10'), cite('LICENSE', '§32(四)', 'design')],
  },
  correction: {
    names: ['补正材料', 'completion of the materials'],
    from: ['一次性补正告知书送达之日', 'service of the materials notice'],
    by: ['applicant', 'AP'],
    clock: 'clock.correctionWindow',
    basis: [cite('D57', '§10'), cite('DESIGN', 'T3、B3')],
  },
  'investigation-start': {
    names: ['启动家庭经济状况调查', 'start of the investigation'],
    from: fromAcceptance,
    by: ['township', 'TC'],
    clock: 'clock.startInvestigation',
    law: true,
    basis: [cite('D57', '§15')],
  },
  'verification-start': {
    names: ['启动信息核对', 'start of the verification'],
    from: ['县级收到核对提请之日', 'receipt of the request by the county'],
    by: ['county', 'CV'],
    clock: 'clock.startVerification',
    law: true,
    basis: [cite('D57', '§17')],
  },
  'verification-result': {
    names: ['反馈核对结果', 'result of the verification'],
    from: ['启动信息核对之日', 'start of the verification'],
    by: ['county', 'CV'],
    clock: 'clock.verifyResult',
    basis: [cite('D57', '§17'), cite('DESIGN', 'T6')],
  },
  'verification-inform': {
    names: ['告知核对结果', 'informing the applicant of the result'],
    from: ['收到不符合条件的核对结果之日', 'receipt of a result that does not qualify'],
    by: ['township', 'TC'],
    clock: 'clock.inform',
    basis: [cite('D57', '§18'), cite('DESIGN', 'T7')],
  },
  'verification-objection': {
    names: ['对核对结果提出异议', 'objection to the result'],
    from: ['核对结果告知书送达之日', 'service of the result'],
    by: ['applicant', 'AP'],
    clock: 'clock.objection',
    basis: [cite('D57', '§18'), cite('DESIGN', 'T7')],
  },
  survey: {
    names: ['入户调查', 'household survey'],
    from: fromAcceptance,
    by: ['township', 'TS'],
    clock: 'clock.survey',
    basis: [cite('D57', '§16'), cite('DESIGN', 'T8')],
  },
  evaluation: {
    names: ['民主评议', 'democratic evaluation'],
    from: ['调查核实结束之日', 'end of the investigation'],
    by: ['township', 'TC'],
    clock: 'clock.evaluation',
    basis: [cite('D57', '§19(2)'), cite('A220', '§21', 'design')],
  },
  opinion: {
    names: ['提出审核意见', 'review opinion'],
    from: fromAcceptance,
    by: ['township', 'TR'],
    clock: 'clock.opinion',
    basis: [cite('D57', '§19'), cite('DESIGN', 'T10')],
  },
  posting: {
    names: ['最迟张榜', 'latest day to post the publicity'],
    from: fromAcceptance,
    by: ['township', 'TC'],
    clock: 'publicity.days',
    unit: 'days',
    rolls: false,
    basis: [cite('D57', '§19'), cite('N83', '四(一)'), cite('DESIGN', '3.9')],
  },
  publicity: {
    names: ['公示', 'publicity'],
    from: ['最后一个必设渠道张榜之日', 'posting on the last mandatory channel'],
    by: ['public', 'PB'],
    clock: 'publicity.days',
    unit: 'days',
    law: true,
    basis: [cite('D57', '§19'), cite('N83', '四(二)'), cite('CIVIL', '§203')],
  },
  reinvestigation: {
    names: ['公示异议复查并重新提出意见', 're-investigation and a new opinion'],
    from: ['收到公示异议之日', 'receipt of the objection'],
    by: ['township', 'TR'],
    clock: 'clock.tk.reinvestigate',
    law: true,
    basis: [cite('T43', '§15')],
  },
  'county-survey': {
    names: ['县级入户核查', 'county survey'],
    from: fromAcceptance,
    by: ['county', 'CC'],
    clock: 'clock.countySurvey',
    basis: [cite('D57', '§20(2)'), cite('DESIGN', '3.9')],
  },
  decision: {
    names: ['作出确认决定', 'decision'],
    from: fromAcceptance,
    by: ['township', 'TD'],
    clock: 'clock.total.delegated',
    law: true,
    basis: [cite('N83', '四(一)')],
  },
  'refusal-notice': {
    names: ['送达不予受理决定书', 'service of the refusal to accept'],
    from: ['不予受理之日', 'the refusal'],
    by: ['township', 'TC'],
    clock: 'clock.refusalNotice',
    basis: [cite('DESIGN', 'W08、B19')],
  },
  'denial-notice': {
    names: ['送达不予批准通知书', 'service of the denial notice'],
    from: fromDecision,
    by: ['township', 'TC'],
    clock: 'clock.denialNotice',
    law: true,
    basis: [cite('D57', '§21')],
  },
  'confirmation-notice': {
    names: ['送达确认通知书', 'service of the confirmation notice'],
    from: fromDecision,
    by: ['township', 'TC'],
    clock: 'clock.confirmationNotice',
    basis: [cite('D57', '§21'), cite('DESIGN', 'W20')],
  },
  publication: {
    names: ['公布确认结果', 'publication of the result'],
    from: fromDecision,
    by: ['township', 'TC'],
    clock: 'clock.publish',
    basis: [cite('LAW', '§45'), cite('D57', '§24'), cite('DESIGN', 'T16')],
  },
  'termination-notice': {
    names: ['送达终止审核确认程序通知书', 'service of the termination notice'],
    from: ['终止审核确认程序之日', 'the termination'],
    by: ['township', 'TC'],
    clock: 'clock.terminationNotice',
    basis: [cite('D57', '§29'), cite('DESIGN', 'W27')],
  },
  ...managementTermRows,
};
