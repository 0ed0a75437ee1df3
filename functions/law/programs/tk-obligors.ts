import type { Household } from '../../../schemas/household.ts';
import type { HouseholdMember } from '../../../schemas/member.ts';
import type { Obligor } from '../../../schemas/obligor.ts';
import type { ObligorFinding } from '../../../schemas/tk-assessment.ts';
import { citedClause } from '../cited-clause.ts';
import { isRunning } from '../household.ts';
import { personIncome } from '../income.ts';
import { obligorFinding } from '../obligors.ts';
import { propertyTests, propertyVerdict } from '../property.ts';
import { whole } from '../rational.ts';
import { cite } from '../sources.ts';
import { owesSupport } from '../support-duty.ts';
import { allOf } from '../verdict.ts';
import { incomeGround, labourGround, propertyGround, type TkQuestion } from './tk-grounds.ts';

const statusOf = (member: HouseholdMember, on: string): Obligor['status'] =>
  (['missing', 'prison'] as const).find((kind) => isRunning(member, kind, on));

const ownedBy = (household: Household, member: HouseholdMember): Household => ({
  ...household,
  members: [{ ...member, relation: '01', statuses: [] }],
  property: household.property.filter((item) => item.ownerPerson === member.person),
});

/** A listed member as an obligor: the facts are on file, and the whole household has consented to verification (LAW §40). */
const asObligor = (other: HouseholdMember, { household, member, tk, on }: TkQuestion): Obligor => {
  const property = propertyVerdict(propertyTests(ownedBy(household, other), tk.lowIncome, on));
  const status = statusOf(other, on);
  return {
    of: member.person,
    relation: other.relation,
    birthOn: other.birthOn,
    ...(other.disability && { disability: other.disability }),
    ...(other.receives && { receives: other.receives }),
    ...(status && { status }),
    annualIncomeFen: Math.max(0, whole(personIncome(other, tk.lowIncome, on).annual)),
    ...(property !== 'review' && { propertyWithinRule: property }),
    consented: true,
  };
};

const forPerson = (finding: ObligorFinding, zh: string, en: string): ObligorFinding => ({
  ...finding,
  ability: 'review',
  zh,
  en,
});

/** Two who would both be 特困 but for each other, such as an old couple, are one question for a person (T43 §8(一)). */
const withinHousehold = (other: HouseholdMember, duty: true | 'unclear', question: TkQuestion): ObligorFinding => {
  const { tk, on } = question;
  const finding = obligorFinding(asObligor(other, question), { on, disposableFen: tk.disposableFen }, true);
  if (finding.ability !== 'able') return finding;
  const own = { ...question, member: other };
  if (allOf([labourGround(own), incomeGround(own), propertyGround(own)].map(({ passed }) => passed)) !== false)
    return {
      ...forPerson(
        finding,
        '与本人可能同时符合特困条件，须人工一并认定',
        'both may be in 特困; a person must look at both',
      ),
      citation: citedClause(cite('T43', '§8(一)')),
    };
  return duty === true
    ? finding
    : forPerson(finding, '在册成员之间是否有法定义务须人工查明', 'whether the duty exists is to be looked into');
};

/** Everybody who owes the person support by law: outside the household as recorded, inside as the relations tell (T43 §8; CIVIL §1059, §1067). */
export const tkObligors = (question: TkQuestion): ObligorFinding[] => {
  const { household, member, tk, on } = question;
  const inside = household.members.flatMap((other) => {
    const duty = other.person === member.person ? false : owesSupport(other, member, on);
    return duty === false ? [] : [withinHousehold(other, duty, question)];
  });
  const outside = (household.obligors ?? [])
    .filter((obligor) => obligor.of === member.person)
    .map((obligor) => obligorFinding(obligor, { on, disposableFen: tk.disposableFen }));
  return [...inside, ...outside];
};
