import { attach, type World } from './world.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A test person's number in the unassigned area 649900, with the right check character. */
export function residentId(birth: string, sequence: number): string {
  const body = `649900${birth}${String(sequence).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

export interface Person {
  readonly birth: string;
  readonly sequence: number;
  readonly relation: string;
  readonly wageYuan?: number;
  readonly more?: Record<string, unknown>;
}

const memberOf = ({ birth, sequence, relation, wageYuan, more }: Person) => ({
  name: `测试${sequence}`,
  idNumber: residentId(birth, sequence),
  relation,
  birthOn: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
  sex: sequence % 2 === 1 ? '1' : '2',
  hukou: { countyCode: '649900', townshipCode: '649900101' },
  labourAbility: wageYuan ? '1' : '3',
  income: wageYuan ? [{ kind: 'wage', per: 'month', amountFen: wageYuan * 100, evidence: 'declared' }] : [],
  ...more,
});

/** The couple with a child of G01: one wage of 1,800 yuan a month. `series` keeps households apart. */
export const familyOfThree = (series: number): Person[] => [
  { birth: '19851120', sequence: 100 + series * 3, relation: '01', wageYuan: 1800 },
  { birth: '19870604', sequence: 101 + series * 3, relation: '12' },
  { birth: '20150901', sequence: 102 + series * 3, relation: '20', more: { labourAbility: '3' } },
];

/** An application body for `POST /v1/cases`; materials are attached in the world. */
export function application(
  world: World,
  persons: readonly Person[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const items = ['application-form', 'promise', 'consent'];
  return {
    program: 'DB_URBAN',
    townshipCode: '649900101',
    villageCode: '649900101201',
    channel: 'government-portal',
    urbanRural: 'urban',
    members: persons.map(memberOf),
    property: [],
    materials: items.map((item) => ({ item, attachmentId: attach(world, `${item} ${persons[0]?.sequence}`) })),
    electronicService: true,
    ...more,
  };
}
