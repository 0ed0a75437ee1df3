import type { HouseholdMember } from '../../schemas/member.ts';
import { compare, type Rational, rational } from './rational.ts';

export type ClassFinding = { readonly class: 'A' | 'B' | 'C'; readonly classSource: 'assigned' | 'suggested' };

/**
 * The class of a member: as a person assigned it, else a suggestion by the working definition of rulebook 2.5 (A no labour ability and no
 * income, B partly able or some income, C able). A suggestion never carries money; it decides amounts and cycles, never entitlement (P06).
 */
export const memberClass = (member: HouseholdMember, annual: Rational): ClassFinding => {
  if (member.class) return { class: member.class, classSource: 'assigned' };
  if (member.labourAbility === '1') return { class: 'C', classSource: 'suggested' };
  const none = member.labourAbility === '3' && compare(annual, rational(0)) <= 0;
  return { class: none ? 'A' : 'B', classSource: 'suggested' };
};
