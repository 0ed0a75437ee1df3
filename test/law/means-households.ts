import { readFileSync } from 'node:fs';
import type { Household } from '../../schemas/household.ts';
import type { IncomeItem } from '../../schemas/income.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { ParameterEntry, type ParameterRecord } from '../../schemas/parameter.ts';
import type { PropertyItem } from '../../schemas/property.ts';

const folder = new URL('../../examples/county/', import.meta.url);

/** A record as two persons of the county would leave it. */
export const approved = (entry: ParameterEntry, id: string): ParameterRecord => ({
  ...entry,
  id,
  enteredBy: 'p-county-1',
  enteredAt: '2025-12-20T02:00:00.000Z',
  approvedBy: 'p-county-2',
  approvedAt: '2025-12-22T02:00:00.000Z',
});

export const entries: readonly ParameterEntry[] = ParameterEntry.array().parse(
  JSON.parse(readFileSync(new URL('parameters.json', folder), 'utf8')),
);

/** FX-2026 of rulebook section 10, approved. */
export const fx2026: readonly ParameterRecord[] = entries.map((entry, i) => approved(entry, `fx-${i}`));

export const token = (n: number): string => `t_${n.toString(16).padStart(32, '0')}`;

export const wage = (yuanPerMonth: number): IncomeItem => ({
  kind: 'wage',
  per: 'month',
  amountFen: yuanPerMonth * 100,
  evidence: 'verified',
});

export const transfer = (yuanPerMonth: number): IncomeItem => ({ ...wage(yuanPerMonth), kind: 'transfer' });

export const member = (n: number, more: Partial<HouseholdMember> = {}): HouseholdMember => ({
  person: token(n),
  relation: '01',
  birthOn: '1985-11-20',
  sex: '1',
  hukou: { countyCode: '649900' },
  labourAbility: '1',
  income: [],
  ...more,
});

export const deposit = (n: number, yuan: number, more: Partial<PropertyItem> = {}): PropertyItem => ({
  kind: 'deposit',
  valueFen: yuan * 100,
  ownerPerson: token(n),
  evidence: 'verified',
  ...more,
});

export const household = (
  urbanRural: 'urban' | 'rural',
  members: HouseholdMember[],
  property: PropertyItem[] = [],
): Household => ({ townshipCode: '649900101', villageCode: '649900101201', urbanRural, members, property });
