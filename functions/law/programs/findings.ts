import type { Household } from '../../../schemas/household.ts';
import type { PropertyResult } from '../../../schemas/means-finding.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { DbProgram } from '../../../schemas/program.ts';
import { citedClause } from '../cited-clause.ts';
import { countedMembers, type MemberCount } from '../household.ts';
import { type HouseholdIncome, householdIncome } from '../income.ts';
import { type MeansParameters, resolveMeans, withPropertyRuleOf } from '../means-parameters.ts';
import { type ClassFinding, memberClass } from '../member-class.ts';
import { type PropertyOutcome, propertyTests } from '../property.ts';
import { rational } from '../rational.ts';

/** Under which program, with which approved parameters and on which civil date (the decision day; rulebook 0.4) to assess. */
export type AssessmentQuestion = {
  readonly program: DbProgram;
  readonly parameters: readonly ParameterRecord[];
  readonly on: string;
};

/** Everything found about a household before it is judged. */
export type Findings = {
  readonly household: Household;
  readonly program: DbProgram;
  readonly means: MeansParameters;
  readonly counts: readonly MemberCount[];
  readonly size: number;
  readonly income: HouseholdIncome;
  readonly property: readonly PropertyOutcome[];
  /** The property tests of the edge (BY), which the county may have set apart (LAW §21). */
  readonly edgeProperty: readonly PropertyOutcome[];
  /** Ids of every record or default that went in, those of the edge's own rule included. */
  readonly edgeIds: readonly string[];
  readonly classes: ReadonlyMap<string, ClassFinding>;
};

/**
 * Looks at a household under the parameters of 低保: who counts, what they earn and own.
 * @throws RangeError if the program is closed for lack of a parameter.
 */
export const findingsOf = (household: Household, { program, parameters, on }: AssessmentQuestion): Findings => {
  const means = resolveMeans(parameters, program, on);
  const counts = countedMembers(household, on);
  const income = householdIncome(household, means, on);
  const counted = counts.filter((c) => c.counted).map((c) => c.member);
  const classes = new Map(
    counted.map((m) => [m.person, memberClass(m, income.byPerson.get(m.person) ?? rational(0))] as const),
  );
  const property = propertyTests(household, means, on);
  const edgeMeans = withPropertyRuleOf(means, parameters, { program: 'BY', on });
  const edgeProperty = propertyTests(household, edgeMeans, on);
  return {
    ...{ household, program, means, counts, size: counted.length },
    ...{ income, property, edgeProperty, edgeIds: edgeMeans.ids, classes },
  };
};

/** The 低保 program of a household's area: its standard and means parameters hold for the other programs too. */
export const areaProgram = ({ urbanRural }: Household): DbProgram => (urbanRural === 'urban' ? 'DB_URBAN' : 'DB_RURAL');

/** A property test with the text of its clause, as published. */
export const propertyResult = ({ kinds, citation, ...test }: PropertyOutcome): PropertyResult => ({
  ...test,
  kinds: [...kinds],
  citation: citedClause(citation),
});
