import { addDays } from '../../functions/law/calendar.ts';
import { residentId } from '../applications.ts';
import type { House, Person, PlannedChange } from './house.ts';

/** Programs beside 低保 that a household of the simulation may ask for. */
export const otherPrograms = ['TK', 'BY', 'GX', 'GL', 'LS_STD'] as const;
export type OtherProgram = (typeof otherPrograms)[number];

interface Form {
  readonly persons: readonly Omit<Person, 'idNumber'>[];
  readonly rural?: true;
  /** What the form says beside the members. */
  readonly application: Record<string, unknown>;
}

const pension = (kind: string, amountFen: number) => ({ kind, per: 'month', amountFen, evidence: 'declared' });
const spending = { spentFen: 6_000_000, reimbursedFen: 1_000_000, designatedProvider: true, receipts: true };

const forms: Readonly<Record<OtherProgram, Form>> = {
  TK: {
    persons: [
      {
        birthOn: '1954-03-15',
        relation: '01',
        wageFen: 0,
        more: {
          supportChoice: 'scattered',
          income: [pension('transfer', 20_000), pension('basic-pension', 60_000)],
        },
      },
    ],
    rural: true,
    application: { obligors: [] },
  },
  BY: {
    persons: [
      { birthOn: '1970-01-01', relation: '01', wageFen: 290_000 },
      { birthOn: '1972-01-01', relation: '12', wageFen: 0 },
      {
        birthOn: '2002-03-01',
        relation: '20',
        wageFen: 0,
        more: { dependentAdult: true, disability: { category: '5', level: '3' } },
      },
    ],
    application: {},
  },
  GX: {
    persons: [
      { birthOn: '1980-01-01', relation: '01', wageFen: 500_000 },
      { birthOn: '1982-01-01', relation: '12', wageFen: 0 },
    ],
    application: { rigidSpending: [{ kind: 'medical', ...spending }] },
  },
  GL: {
    persons: [{ birthOn: '1940-11-15', relation: '01', wageFen: 0, more: { income: [pension('transfer', 30_000)] } }],
    rural: true,
    application: {},
  },
  LS_STD: {
    persons: [
      { birthOn: '1980-01-01', relation: '01', wageFen: 500_000 },
      { birthOn: '1982-01-01', relation: '12', wageFen: 0 },
    ],
    application: { aidRequest: { type: 'expense', requestedFen: 150_000 } },
  },
};

/** Changes that make sense where one old person is looked after, or where nobody works. */
const ofAnybody = (change: PlannedChange): boolean => change.kind === 'voluntary-exit' || change.kind === 'income';

/** A birthday has 999 numbers; households beyond that are born a day later. */
const SERIALS = 999;

/** The same household asking for another program, with the members and the form that program is for; `nth` gives them numbers of their own. */
export function houseOfProgram(house: House, program: OtherProgram, nth: number): House {
  const { persons, rural, application } = forms[program];
  return {
    ...house,
    program,
    rural: rural ?? false,
    application,
    persons: persons.map((person) => {
      const birthOn = addDays(person.birthOn, Math.floor(nth / SERIALS));
      const wageFen = house.plan.rich && person.relation === '01' ? person.wageFen * 4 : person.wageFen;
      return { ...person, birthOn, wageFen, idNumber: residentId(birthOn.replaceAll('-', ''), 1 + (nth % SERIALS)) };
    }),
    declared: undefined,
    elsewhere: false,
    plan: { ...house.plan, changes: house.plan.changes.filter(ofAnybody) },
  };
}
