import type { HouseholdMember } from '../../schemas/member.ts';
import type { Relation } from '../../schemas/relation.ts';
import { ageOn } from './household.ts';

type Role = 'self' | 'spouse' | 'child' | 'parent' | 'sibling' | 'grandchild' | 'grandparent' | 'in-law' | 'other';

const inLaws: readonly Relation[] = [
  '28',
  '38',
  '45',
  '46',
  '53',
  '54',
  '55',
  '56',
  '65',
  '68',
  '72',
  '74',
  '76',
  '78',
];

const roles: Readonly<Record<string, Role>> = {
  '0': 'self',
  '1': 'spouse',
  '2': 'child',
  '3': 'child',
  '4': 'grandchild',
  '5': 'parent',
  '6': 'grandparent',
  '7': 'sibling',
};

const roleOf = (relation: Relation): Role =>
  inLaws.includes(relation) ? 'in-law' : (roles[relation.charAt(0)] ?? 'other');

type Duty = 'yes' | 'to-minors' | 'unclear';

/**
 * Who owes whom, both by relation to the applicant (CIVIL §1059, §1067). Rows: the person supported. `unclear` where relations to the
 * applicant do not tell how the two stand to each other, or the duty is conditional (CIVIL §1074, §1075).
 */
const duties: Readonly<Record<Role, Readonly<Partial<Record<Role, Duty>>>>> = {
  self: {
    self: 'unclear',
    spouse: 'yes',
    child: 'yes',
    parent: 'to-minors',
    sibling: 'unclear',
    grandchild: 'unclear',
    grandparent: 'unclear',
  },
  spouse: { self: 'yes', child: 'yes', grandchild: 'unclear' },
  child: {
    self: 'to-minors',
    spouse: 'to-minors',
    child: 'unclear',
    grandchild: 'unclear',
    parent: 'unclear',
    'in-law': 'unclear',
  },
  parent: { self: 'yes', sibling: 'yes', parent: 'yes', child: 'unclear' },
  sibling: { parent: 'to-minors', self: 'unclear', sibling: 'unclear', 'in-law': 'unclear' },
  grandchild: { child: 'unclear', 'in-law': 'unclear', self: 'unclear', spouse: 'unclear' },
  grandparent: { parent: 'unclear', grandparent: 'unclear', self: 'unclear' },
  'in-law': { child: 'unclear', 'in-law': 'unclear', spouse: 'unclear', sibling: 'unclear', grandchild: 'unclear' },
  other: {},
};

/**
 * Whether one listed member owes another support by law, as far as their relations to the applicant tell: adults only; parents owe it to
 * minors and to adult children unable to live independently. `unclear` is for a person to look into.
 */
export const owesSupport = (obligor: HouseholdMember, supported: HouseholdMember, on: string): boolean | 'unclear' => {
  const duty = duties[roleOf(supported.relation)][roleOf(obligor.relation)];
  if (duty === undefined || ageOn(obligor.birthOn, on) < 18) return false;
  if (duty !== 'to-minors') return duty === 'yes' || 'unclear';
  return ageOn(supported.birthOn, on) < 18 || supported.dependentAdult === true;
};
