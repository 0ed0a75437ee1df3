/** What each query answers about the county of `supervised-county.ts`: acts of the product, as they were recorded. */
export const golden: readonly {
  readonly id: string;
  readonly window: readonly [string, string];
  readonly rows: readonly (readonly unknown[])[];
}[] = [
  {
    id: 'alerts-answered',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 'supervised', 'decision', 1, 0, 1, 0, 0]],
  },
  {
    id: 'appeals-and-outcomes',
    window: ['2026-01-01', '2026-12-31'],
    rows: [
      [
        '649900101-DB-2026-000003',
        '649900101-DB-2026-000003-A1',
        'review',
        'W21',
        't1-td',
        '2026-09-21',
        'true',
        'upheld',
        '2026-10-28',
      ],
    ],
  },
  {
    id: 'applications-not-accepted',
    window: ['2026-01-01', '2026-12-31'],
    rows: [
      ['649900101', 'application-refused', 'wrong-place', 1],
      ['649900101', 'application-withdrawn', '', 1],
    ],
  },
  {
    id: 'complaints-by-kind',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['phone', 'county', 2, 1, 1, 1]],
  },
  {
    id: 'confirmations-for-draw',
    window: ['2026-01-01', '2026-12-31'],
    rows: [
      ['649900101-DB-2026-000001', 'DB_URBAN', '', 't1-td', 0],
      ['649900101-DB-2026-000010', 'DB_URBAN', '', 't1-td', 0],
    ],
  },
  {
    id: 'corrections-ordered',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000001', 'unqualified', 'cc-1', '2026-11-23', '2026-12-07', null, null, null]],
  },
  {
    id: 'days-by-step',
    window: ['2026-08-10', '2026-08-31'],
    rows: [
      ['649900101', 'township', 'confirmation-notice', 2, 0, 3, 3],
      ['649900101', 'township', 'decision', 4, 0, 22, 22],
      ['649900101', 'township', 'denial-notice', 1, 0, 1, 1],
      ['649900101', 'township', 'opinion', 6, 0, 11, 11],
      ['649900101', 'township', 'posting', 5, 0, 14, 14],
      ['649900101', 'township', 'publication', 2, 0, 2, 2],
      ['649900101', 'county', 'verification-result', 7, 0, 5, 5],
    ],
  },
  {
    id: 'decisions-by-confirmer',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 't1-td', 'delegated', 2, 2, 4]],
  },
  {
    id: 'decisions-by-program',
    window: ['2026-01-01', '2026-12-31'],
    rows: [
      ['649900101', 'DB_URBAN', 2, 2, 132000],
      ['649900101', 'LS_FAST', 1, 0, 70000],
    ],
  },
  {
    id: 'delegations-in-force',
    window: ['2026-03-03', '2026-12-31'],
    rows: [
      ['BY-649900001-2026-02-01-5', '649900001', 'BY', '2026-02-01', null, null, 0, null],
      ['BY-649900101-2026-02-01-5', '649900101', 'BY', '2026-02-01', null, null, 0, null],
    ],
  },
  {
    id: 'denials-without-notice',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000003', '2026-08-25', 't1-td', '2026-08-28', '2026-09-07']],
  },
  {
    id: 'erasures-done',
    window: ['2031-01-01', '2031-12-31'],
    rows: [['649900101-DB-2026-000009', 'cc-1', '2031-08-05', 'cc-2', '2031-08-06', 3, 0]],
  },
  {
    id: 'extensions-by-ground',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 'PUBLICITY_OBJECTION', 1, 0, '2026-10-10']],
  },
  {
    id: 'hearing-before-reductions',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000001', '2026-11-18', 't1-td', 'reduce', 'means', 'heard', '2026-11-11']],
  },
  {
    id: 'near-relative-filings',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000007', '2026-11-02', 't1-vc', 'sibling', 'check', '2026-11-26', null, null]],
  },
  {
    id: 'notices-after-expiry',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000004', 'W17', 'W17-1', '2026-08-17', '2026-08-24', 129]],
  },
  {
    id: 'objections-and-findings',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000004', '2026-08-19', 'phone', 'false', '2026-08-21', 'false']],
  },
  {
    id: 'overdue-by-person',
    window: ['2026-09-01', '2026-11-30'],
    rows: [
      ['649900', '', 'county-survey', 0, 1, 4],
      ['649900', 'cc-3', 'complaint-handling', 0, 1, 14],
      ['649900101', '', 'adjustment-notice', 0, 1, 7],
      ['649900101', '', 'adjustment-publication', 0, 1, 7],
      ['649900101', '', 'decision', 0, 3, 91],
      ['649900101', '', 'denial-notice', 1, 0, 10],
      ['649900101', '', 'evaluation', 0, 1, 94],
      ['649900101', '', 'fast-supplement', 0, 1, 41],
      ['649900101', '', 'opinion', 0, 2, 105],
      ['649900101', '', 'posting', 0, 3, 101],
      ['649900101', '', 'refusal-notice', 0, 1, 115],
      ['649900101', '', 'review-reply', 1, 0, 16],
      ['649900101', '', 'self-check', 0, 1, 46],
      ['649900101', '', 'survey', 0, 1, 18],
      ['649900101', '', 'verification-inform', 0, 1, 109],
      ['649900101', 't1-tc', 'investigation-start', 0, 1, 25],
      ['649900101', 't1-tc', 'referral-reply', 0, 1, 76],
      ['649900102', '', 'intake', 0, 1, 112],
    ],
  },
  {
    id: 'personal-data-read',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['t1-tc', 'TC', 'read-paper', 1, 1, 3]],
  },
  {
    id: 'petty-cash-use',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 5000000, 1, 70000, 70000, 0, 1, -1000, null]],
  },
  {
    id: 'publicity-lengths',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 6, 7, 7, 1, 1]],
  },
  {
    id: 'queries-asked',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['run-1', 'city-1', 'CITY', 'case-timeline', '649900101-DB-2026-000006', '2026-10-20T02:00:00.000Z']],
  },
  {
    id: 'referrals-unanswered',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000001-R1', 'medical', '2026-09-01', '2026-09-15', null]],
  },
  {
    id: 'refused-attempts',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['t1-tc', 'TC', 'decide-case', 'post-not-permitted', 1, '2026-10-20']],
  },
  {
    id: 'reverifications-due',
    window: ['2026-01-01', '2027-12-31'],
    rows: [
      ['649900101', 'change-check', 1, 1, 0, 0],
      ['649900101', 'reverification', 2, 0, 0, 2],
    ],
  },
  {
    id: 'roster-reconciliation',
    window: ['2026-01-01', '2026-12-31'],
    rows: [
      ['649900-DB_URBAN-2026-10', 2, 132000, 132000, 1, 66000, 1, 66000],
      ['649900-TK-2026-10', 0, 0, 0, 0, 0, 0, 0],
    ],
  },
  {
    id: 'self-checks-and-faults',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101', 1, 1, 2, 1, 1]],
  },
  {
    id: 'silent-townships',
    window: ['2026-09-01', '2026-12-31'],
    rows: [
      ['649900102', '2026-08-03', 150],
      ['649900001', null, null],
    ],
  },
  {
    id: 'trainings-held',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900', 'county', 'class', 1, 40, '2026-07-01']],
  },
  {
    id: 'verification-hits',
    window: ['2026-01-01', '2026-12-31'],
    rows: [['649900101-DB-2026-000006', '2026-08-10', '2026-08-11', null, null, null]],
  },
  {
    id: 'workload-by-person',
    window: ['2026-08-25', '2026-08-28'],
    rows: [
      ['649900101', 'cc-3', 'CC', 2, 2, 1],
      ['649900101', 't1-tc', 'TC', 8, 3, 3],
      ['649900101', 't1-td', 'TD', 4, 4, 1],
    ],
  },
];
