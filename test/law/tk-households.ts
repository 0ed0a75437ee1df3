import { assessTk } from '../../functions/law/programs/tk.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { Obligor } from '../../schemas/obligor.ts';
import type { TkPerson } from '../../schemas/tk-assessment.ts';
import { fx2026, household, member, token, transfer } from './means-households.ts';

export const tkQuestion = { parameters: fx2026, on: '2026-11-11' } as const;

/** The woman of G08: 72, alone, 200 a month beside the basic pension. */
export const woman = (more: Partial<HouseholdMember> = {}, obligors: Household['obligors'] = []): Household => ({
  ...household('rural', [
    member(1, {
      birthOn: '1954-03-15',
      sex: '2',
      labourAbility: '3',
      income: [transfer(200), { ...transfer(600), kind: 'basic-pension' }],
      ...more,
    }),
  ]),
  ...(obligors && { obligors }),
});
export const son = (more: Partial<Obligor> = {}): Obligor => ({
  of: token(1),
  relation: '20',
  birthOn: '1986-05-01',
  annualIncomeFen: 6_000_000,
  propertyWithinRule: true,
  consented: true,
  ...more,
});
export const first = (family: Household, by: Parameters<typeof assessTk>[1] = tkQuestion): TkPerson =>
  assessTk(family, by).persons[0] as TkPerson;
export const failed = ({ grounds }: TkPerson): string[] => grounds.filter((g) => g.passed === false).map((g) => g.code);
export const unsettled = ({ grounds }: TkPerson): string[] =>
  grounds.filter((g) => g.passed === 'review').map((g) => g.code);
