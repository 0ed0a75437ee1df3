import type { Words } from '../../functions/documents/words.ts';
import { type Citation, cite, citeText } from '../../functions/law/sources.ts';
import type { PaperData } from '../../schemas/documents.ts';
import { Paper, type PaperKind } from '../../schemas/paper.ts';

/** 649900 is no county of China: nothing here is a real person or place. */
export const applicant = `t_${'a1'.repeat(16)}`;
export const spouse = `t_${'b2'.repeat(16)}`;
export const child = `t_${'c3'.repeat(16)}`;
export const idNumber = '649900198511200032';
export const phone = '13800000000';

/** Opened personal data bring more than a name; papers must not care. */
const people: Readonly<Record<string, { readonly name: string; readonly idNumber?: string; readonly phone?: string }>> =
  {
    [applicant]: { name: '测试甲', idNumber, phone },
    [spouse]: { name: '测试乙' },
    [child]: { name: '测试丙' },
    'p-clerk-1': { name: '经办测试员' },
  };

export const words: Words = {
  names: people,
  township: { name: '演示一镇', phone: '0999-0000101' },
  county: { name: '演示县', phone: '0999-0000100' },
};

/** Stands for a text a county approved. */
const remedy =
  '如不服本决定，可以自收到之日起60日内向演示县人民政府申请行政复议，或者自收到之日起6个月内依法向人民法院提起行政诉讼。';

/** G01 (confirmed), G07 (failure and denial), G10 (near relative), G11 (extension), G21 (missing material). */
export const samples: PaperData = {
  W05: {
    items: ['社会救助申请书', '诚信承诺书', '家庭经济状况核对授权书'],
    receivedAt: '2026-08-03T01:05:00.000Z',
    clerk: 'p-clerk-1',
    externalNo: 'PORTAL-2026-1',
  },
  W06: { items: [{ zh: '残疾人证', how: '持证原件或影像' }], windowWorkingDays: 15 },
  W07: {
    program: 'DB_URBAN',
    acceptedOn: '2026-08-03',
    dueOn: '2026-08-31',
    workingDays: 20,
    provisional: false,
    clerk: 'p-clerk-1',
    phone: '0999-0000101',
  },
  W08: {
    ground: '相同的申请正在办理',
    fact: '您的家庭已于2026年8月3日提出同一业务的申请，案件编号649900101-DB-2026-000001，正在办理。',
    remedy,
  },
  W09: {
    staff: 'p-cadre-7',
    member: applicant,
    relation: 'sibling',
    filedOn: '2026-11-02',
    post: 'VC',
    program: 'DB_RURAL',
  },
  W12: {
    failed: ['家庭金融资产：人均15,000元，超过规定限额12,480元'],
    windowWorkingDays: 5,
    windowEndsOn: '2026-08-12',
    provisional: false,
  },
  W17: {
    applicant,
    members: 3,
    village: '演示一村',
    program: 'DB_URBAN',
    class: 'B',
    amountFen: 66_000,
    days: 7,
    fromOn: '2026-08-18',
    endsOn: '2026-08-24',
    townshipPhone: '0999-0000101',
    countyPhone: '0999-0000100',
  },
  W19: {
    ground: 'PUBLICITY_OBJECTION',
    oldDueOn: '2026-08-03',
    dueOn: '2026-09-07',
    provisional: false,
    note: '公示期间收到异议，需要重新调查核实。',
  },
  W20: {
    program: 'DB_URBAN',
    members: 3,
    class: 'B',
    amountFen: 66_000,
    firstMonth: '2026-09',
    reverifyMonths: 6,
    delegation: '《演示县下放审核确认权限的决定》（演示县发〔2026〕1号）',
    persons: [applicant, spouse, child],
  },
  W21: {
    program: 'DB_RURAL',
    reasons: ['共同生活的家庭成员2人', '家庭金融资产人均15,000元，超过规定限额12,480元'],
    computation: ['金融资产合计30,000元 ÷ 2人 = 15,000元', '限额：保障标准520元 × 24 = 12,480元'],
    clauses: ['《最低生活保障审核确认办法》第十四条'],
    offers: ['临时救助：遇到突发困难时可以申请'],
    remedy,
  },
  W22: { applicant, members: 3, amountFen: 66_000, program: 'DB_URBAN', village: '演示一村' },
  W27: { reasons: ['2026年8月10日、8月13日两次约定入户，均未能进入住所'], attempts: 2, remedy },
  W35: {
    paperNumber: '演示一镇社救〔2026〕3号',
    paperTitle: '受理通知书',
    method: 'family-member',
    servedOn: '2026-08-05',
    servedBy: 'p-clerk-1',
    signedBy: '配偶',
  },
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
  W35: [],
};

const recipients: Partial<Record<PaperKind, Paper['to']>> = { W09: 'county', W17: 'public', W22: 'public' };

/** A paper of a kind as the store keeps it, checked against the schema; `change` replaces fields of the paper. */
export const sampleOf = (kind: PaperKind, change: Partial<Paper> = {}): Paper =>
  Paper.parse({
    paperId: `${kind}-1`,
    kind,
    number: '演示一镇社救〔2026〕3号',
    issuer: '649900101',
    issuedOn: '2026-08-05',
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
