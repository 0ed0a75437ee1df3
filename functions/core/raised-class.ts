import type { RaisedClass } from '../../schemas/case.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { memberClass } from '../law/member-class.ts';
import { rational } from '../law/rational.ts';
import type { Assessed } from './case-assessment.ts';
import type { CaseState } from './case-fold.ts';

/** What on file speaks for a better class, as codes: a recognised disability by category and level, a recognised severe illness. */
const evidenceOf = ({ disability, severeIllness }: HouseholdMember): readonly string[] => [
  ...(disability ? [`disability-${disability.category}-${disability.level}`] : []),
  ...(severeIllness ? ['severe-illness'] : []),
];

/**
 * Whether the class of a household stands above what the working definition suggests (rulebook 2.5), because a person assigned a member a
 * better one; and what on file speaks for it. Absent where no class was raised. It tells of the handling, and changes no amount.
 */
export function raisedClass(
  { parts }: CaseState,
  { finding, class: shown }: Assessed,
): { readonly raised?: RaisedClass } {
  if (shown === undefined || !('mode' in finding)) return {};
  const raised = finding.members.flatMap(({ person, counted, incomeAnnualFen, classSource }) => {
    const member = parts.household.members.find((one) => one.person === person);
    if (!member?.class || !counted || classSource !== 'assigned') return [];
    const { class: _assigned, ...unassigned } = member;
    return member.class < memberClass(unassigned, rational(incomeAnnualFen)).class ? [member] : [];
  });
  if (raised.length === 0) return {};
  const evidence = [...new Set(raised.flatMap(evidenceOf))].sort().join('+');
  return { raised: evidence ? { evidence } : {} };
}
