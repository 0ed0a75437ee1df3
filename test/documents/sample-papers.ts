import type { Words } from '../../functions/documents/words.ts';
import { type Citation, cite, citeText } from '../../functions/law/sources.ts';
import type { PaperData } from '../../schemas/documents.ts';
import { Paper, type PaperKind } from '../../schemas/paper.ts';
import { intakeAndDecision } from './sample-data.ts';
import { ofChanges, ofProgramsAndSupervision } from './sample-data-changes.ts';
import { ofInvestigation } from './sample-data-investigation.ts';
import { applicant, child, idNumber, phone, spouse } from './sample-persons.ts';

export { applicant, child, idNumber, phone, spouse };

/** Opened personal data bring more than a name; papers must not care. */
const people: Readonly<Record<string, { readonly name: string; readonly idNumber?: string; readonly phone?: string }>> =
  {
    [applicant]: { name: '测试甲', idNumber, phone },
    [spouse]: { name: '测试乙' },
    [child]: { name: '测试丙' },
    'p-clerk-1': { name: '经办测试员' },
    'p-survey-1': { name: '调查测试员' },
  };

export const words: Words = {
  names: people,
  township: { name: '演示一镇', phone: '0999-0000101' },
  county: { name: '演示县', phone: '0999-0000100' },
};

export const samples: PaperData = {
  ...intakeAndDecision,
  ...ofInvestigation,
  ...ofChanges,
  ...ofProgramsAndSupervision,
};

const acts: Readonly<Record<PaperKind, readonly Citation[]>> = {
  W05: [cite('D57', '§10')],
  W06: [cite('D57', '§10')],
  W07: [cite('D57', '§10'), cite('N83', '四(一)')],
  W08: [cite('SEED', '二(三)1')],
  W09: [cite('D57', '§11')],
  W12: [cite('D57', '§18')],
  W17: [cite('D57', '§19'), cite('N83', '四(二)')],
  W19: [cite('N83', '四(一)')],
  W20: [cite('LAW', '§44(2)'), cite('D57', '§21')],
  W21: [cite('LAW', '§45'), cite('D57', '§21')],
  W22: [cite('LAW', '§45'), cite('D57', '§24')],
  W27: [cite('D57', '§29')],
  W10: [cite('D57', '§17')],
  W11: [cite('D57', '§17')],
  W13: [cite('D57', '§16')],
  W15: [cite('SEED', '二(三)2')],
  W16: [cite('D57', '§19'), cite('D57', '§21')],
  W18: [cite('D57', '§19')],
  W23: [cite('LAW', '§48')],
  W24: [cite('LAW', '§48')],
  W25: [cite('LAW', '§48'), cite('D57', '§32')],
  W26: [cite('N83', '一(三)')],
  W28: [cite('SEED', '二(三)5'), cite('LICENSE', '§69', 'design')],
  W29: [cite('LAW', '§74')],
  W30: [cite('T43', '§21-22')],
  W31: [cite('D57', '§26')],
  W32: [cite('TA26', '二(一)'), cite('LAW', '§50')],
  W33: [cite('SEED', '二(三)1'), cite('LAW', '§64')],
  W34: [cite('SEED', '二(三)5')],
  W35: [],
};

const recipients: Partial<Record<PaperKind, Paper['to']>> = {
  ...{ W09: 'county', W10: 'county', W11: 'township', W33: 'department', W34: 'township' },
  ...{ W17: 'public', W22: 'public' },
  ...{ W13: 'file', W15: 'file', W16: 'file', W18: 'file', W24: 'file', W30: 'file', W31: 'file', W32: 'file' },
};

/** Papers of later stages bear later days, so that what they tell agrees. */
const issued: Partial<Record<PaperKind, string>> = {
  ...{ W11: '2026-08-10', W13: '2026-08-06', W15: '2026-08-12', W16: '2026-08-25', W18: '2026-08-25' },
  ...{ W23: '2026-10-13', W24: '2026-10-14', W25: '2026-10-21', W26: '2026-10-21', W28: '2026-11-20' },
  ...{ W29: '2026-12-01', W30: '2026-10-20', W31: '2026-10-25', W32: '2026-10-02', W33: '2026-09-01' },
};

const ofTheCounty: readonly PaperKind[] = ['W11', 'W29', 'W34'];

/** A paper of a kind as the store keeps it, checked against the schema; `change` replaces fields of the paper. */
export const sampleOf = (kind: PaperKind, change: Partial<Paper> = {}): Paper =>
  Paper.parse({
    paperId: `${kind}-1`,
    kind,
    number: recipients[kind] === 'file' ? `649900101-DB-2026-000001/${kind}-1` : '演示一镇社救〔2026〕3号',
    issuer: ofTheCounty.includes(kind) ? '649900' : '649900101',
    issuedOn: issued[kind] ?? '2026-08-05',
    to: recipients[kind] ?? applicant,
    data: samples[kind],
    clauses: acts[kind].map(citeText),
    lawPack: 'RP-2026B',
    example: true,
    ...change,
  });

/** The sample with some of its data replaced, or left out where undefined: as JSON keeps it. */
export const withData = <K extends PaperKind>(kind: K, data: Partial<Record<keyof PaperData[K], unknown>>): Paper =>
  sampleOf(kind, { data: JSON.parse(JSON.stringify({ ...samples[kind], ...data })) });
