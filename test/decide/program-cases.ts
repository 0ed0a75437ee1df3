import type { Person } from '../applications.ts';
import type { Walk } from './usual-acts.ts';
import { type PlainAct, type Route, walkTo } from './walk-through.ts';

/** The woman of G08: 72, alone in the country, 200 a month beside the basic pension, no obligor. */
export const woman: Person = {
  birth: '19540315',
  sequence: 702,
  relation: '01',
  more: {
    supportChoice: 'scattered',
    income: [
      { kind: 'transfer', per: 'month', amountFen: 20_000, evidence: 'declared' },
      { kind: 'basic-pension', per: 'month', amountFen: 60_000, evidence: 'declared' },
    ],
  },
};

/** A man of the country who is 80 on 15 November 2026 (G16). */
export const oldMan: Person = {
  birth: '19461115',
  sequence: 703,
  relation: '01',
  more: { income: [{ kind: 'transfer', per: 'month', amountFen: 30_000, evidence: 'declared' }] },
};

/** The family of G06: per head between the standard and the edge. */
export const edgeFamily: readonly Person[] = [
  { birth: '19700101', sequence: 711, relation: '01', wageYuan: 2900 },
  { birth: '19720101', sequence: 712, relation: '12' },
  {
    birth: '20020301',
    sequence: 713,
    relation: '20',
    more: { dependentAdult: true, disability: { category: '5', level: '3' } },
  },
];

/** A family above the edge whose illness takes most of what it earns (R62). */
export const burdenedFamily: readonly Person[] = [
  { birth: '19800101', sequence: 721, relation: '01', wageYuan: 5000 },
  { birth: '19820101', sequence: 722, relation: '12' },
];

const rural = { urbanRural: 'rural' } as const;

/** A plain application of each program, as the demonstration county takes it in. */
export const programRoutes = {
  TK: { persons: [woman], application: { ...rural, program: 'TK', obligors: [] } },
  BY: { persons: edgeFamily, application: { program: 'BY' } },
  GX: {
    persons: burdenedFamily,
    application: {
      program: 'GX',
      rigidSpending: [
        { kind: 'medical', spentFen: 6_000_000, reimbursedFen: 1_000_000, designatedProvider: true, receipts: true },
      ],
    },
  },
  GL: { persons: [oldMan], application: { ...rural, program: 'GL' } },
  LS_STD: {
    persons: burdenedFamily,
    application: { program: 'LS_STD', aidRequest: { type: 'expense', requestedFen: 150_000 } },
  },
} as const satisfies Record<string, Route>;
export type OtherProgram = keyof typeof programRoutes;

/** The case of a program up to and including an act, on the days of G01 unless the route says otherwise. */
export const walkProgram = (program: OtherProgram, until: PlainAct, route: Route = {}): Walk =>
  walkTo(until, { ...programRoutes[program], ...route });
