import type { PaperData } from '../../schemas/documents.ts';
import { applicant, child, spouse } from './sample-persons.ts';

const sha = (digit: string): string => digit.repeat(64);
/** Papers of investigation and review. */
export const ofInvestigation = {
  W10: {
    program: 'DB_URBAN',
    persons: [applicant, spouse],
    consents: [
      { person: applicant, sha256: sha('a'), signedOn: '2026-08-03' },
      { person: spouse, sha256: sha('b'), signedOn: '2026-08-04' },
    ],
    scope: ['bank', 'tax', 'vehicle'],
  },
  W11: {
    program: 'DB_URBAN',
    findings: [
      {
        person: applicant,
        source: 'bank',
        hit: 'deposit',
        amountFen: 3_000_000,
        conflicts: true,
        note: '定期存款两笔',
      },
      { person: spouse, source: 'tax', hit: 'none', conflicts: false },
    ],
    returnedOn: '2026-08-10',
    hit: true,
    recheck: false,
  },
  W13: {
    applicant,
    program: 'DB_URBAN',
    by: 'township',
    members: 3,
    corrected: false,
    visit: {
      surveyors: ['p-survey-1', 'p-survey-2'],
      signatures: ['p-survey-1', 'p-survey-2'],
      memberSigned: true,
      visitedAt: '2026-08-06T02:00:00.000Z',
      leftAt: '2026-08-06T02:50:00.000Z',
      lat: 37.9,
      lon: 106.2,
      photos: [sha('c'), sha('d')],
      findings: '住房为两间砖木平房，家中有彩电一台、电动三轮车一辆；一人打零工，两人无劳动收入，与申报一致。',
      consistent: true,
    },
  },
  W15: {
    form: 'evaluation',
    heldOn: '2026-08-12',
    matter: '测试家庭申请城市最低生活保障的调查情况是否属实',
    invited: 12,
    participants: [
      { kind: 'township', count: 1 },
      { kind: 'village', count: 2 },
      { kind: 'party', count: 0 },
      { kind: 'resident', count: 7 },
    ],
    recused: ['p-cadre-7'],
    truthful: true,
    conclusion: '调查情况属实。',
    minutes: sha('e'),
  },
  W16: {
    form: 'decision',
    program: 'DB_URBAN',
    applicant,
    persons: [applicant, spouse, child],
    checked: {
      ...{ verifiedOn: '2026-08-10', surveyedOn: '2026-08-06', publicityEndsOn: '2026-08-24', objections: 0 },
    },
    facts: ['共同生活的家庭成员3人，人均月收入500元'],
    computation: ['（720元－500元）×3人＝660元'],
    result: '符合条件，予以确认',
    class: 'B',
    amountFen: 66_000,
    firstMonth: '2026-09',
    lawPack: 'RP-2026B',
    parameters: ['standard.DB_URBAN@2026-01-01'],
    reviewer: 'p-review-1',
    reviewedOn: '2026-08-14',
    confirmer: 'p-confirm-1',
    decidedOn: '2026-08-25',
    delegation: '《演示县下放审核确认权限的决定》（演示县发〔2026〕1号）',
  },
  W18: {
    postings: [
      { channel: 'village-board', postedOn: '2026-08-17', proof: sha('1') },
      { channel: 'township-board', postedOn: '2026-08-17', proof: sha('2') },
    ],
    fromOn: '2026-08-18',
    endsOn: '2026-08-24',
    restarts: 0,
    objections: 0,
    reinvestigated: false,
    recordedBy: 'p-clerk-1',
  },
} as const satisfies Partial<PaperData>;
