import { caseIdOf } from './lake-for-tests.ts';
import { account, person } from './suspect-county.ts';

const household = (serial: number) => `H-${caseIdOf(serial)}`;

/** What each query about people and money answers about the county of `suspect-county.ts`. */
export const goldenOfPeople: readonly { readonly id: string; readonly rows: readonly (readonly unknown[])[] }[] = [
  {
    id: 'payments-against-decisions',
    rows: [[caseIdOf(2), '2026-10', true, '2026-10-12', 66_000, 20_000, 46_000]],
  },
  {
    id: 'accounts-shared',
    rows: [
      [account(13), 2, 2, 132_000, null],
      [account(1), 1, 1, 66_000, 't1-tc'],
    ],
  },
  {
    id: 'shared-with-staff',
    rows: [
      ['649900101', caseIdOf(2), '2026-08-03', 't1-tc', 'TC', 'account'],
      ['649900101', caseIdOf(2), '2026-08-03', 't1-tc', 'TC', 'phone'],
      ['649900101', caseIdOf(6), '2026-08-03', 't1-tc', 'TC', 'address'],
    ],
  },
  {
    id: 'hits-open-at-decision',
    rows: [['649900101', caseIdOf(3), 'deposit', 'bank', '2026-08-10', '2026-08-25', 't1-tr', 't1-td', null]],
  },
  {
    id: 'households-split',
    rows: [
      [caseIdOf(5), 'split', household(4), '2026-08-20', '2026-09-10', 21],
      [caseIdOf(7), 'regrouped', household(6), '2026-08-03', '2026-10-01', 59],
    ],
  },
  {
    id: 'paid-after-death',
    rows: [[caseIdOf(8), person(82), '2026-08-26', '2026-10', '2026-10-12', 66_000, 47]],
  },
  {
    id: 'relatives-unfiled',
    rows: [['649900101', caseIdOf(6), 'active', '2026-08-03', 't1-ts1', 'TC', 'child', '2026-01-05']],
  },
  { id: 'reverifications-by-person', rows: [['t1-tr', 1, 1, 1]] },
  { id: 'confirmed-by-village', rows: [['649900101', '649900101201', 6, 396_000, 812, 0.031]] },
];
