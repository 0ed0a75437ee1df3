import type { Household } from '../../../schemas/household.ts';
import type { CountedSpending, GxAssessment } from '../../../schemas/household-tier.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { ProgramGround } from '../../../schemas/program-finding.ts';
import { citedClause, citedOn } from '../cited-clause.ts';
import { multiple, parameterReader, withPropertyRuleOf } from '../means-parameters.ts';
import { type PropertyOutcome, propertyTests } from '../property.ts';
import { compare, div, mul, type Rational, rational, sub, toRatio, toText, whole, yuan } from '../rational.ts';
import { findingPeriod } from '../reverification.ts';
import { rigidSpending } from '../rigid-spending.ts';
import { cite, lawPackOn } from '../sources.ts';
import { allOf, orArguable, type Verdict } from '../verdict.ts';
import { areaProgram, type Findings, findingsOf, propertyResult } from './findings.ts';
import { compositionGround, higherTierGround, tierHukouGround, tierPropertyGround } from './tier-grounds.ts';

/** What is found about rigid expenditure before it is judged. Fen in 12 months. */
type GxFindings = Findings & {
  readonly on: string;
  readonly disposableFen: number;
  readonly threshold: Rational;
  readonly spending: CountedSpending[];
  readonly rigidFen: number;
  readonly openFen: number;
  readonly ownProperty: readonly PropertyOutcome[];
};

const incomeGround = ({ income, size, disposableFen, on }: GxFindings): ProgramGround => {
  const limit = rational(disposableFen * size);
  const passed = orArguable(
    compare(income.annual, limit) < 0,
    compare(sub(income.annual, income.unsettled), limit) < 0,
  );
  const own = yuan(div(income.annual, rational(Math.max(size, 1))));
  return {
    code: 'income',
    passed,
    zh: `人均年收入 ${own} 元，${passed === true ? '低于' : '不低于'}上年度人均可支配收入 ${yuan(disposableFen)} 元`,
    en: `per capita ${own} a year, disposable income of the year before ${yuan(disposableFen)}`,
    citation: citedOn(on, '§22', cite('R62', '§4')),
  };
};

/** Share of income strictly above the threshold (A9); without income any spending is above it. */
const spendingGround = (findings: GxFindings): ProgramGround => {
  const { income, threshold, rigidFen, openFen, on } = findings;
  const needed = mul(threshold, income.annual);
  const least = mul(threshold, sub(income.annual, income.unsettled));
  const passed = orArguable(
    compare(rational(rigidFen), needed) > 0,
    compare(rational(rigidFen + openFen), compare(least, rational(0)) < 0 ? rational(0) : least) > 0,
  );
  const percent = toText(mul(threshold, rational(100)), 0);
  const figures = `${yuan(rigidFen)} ${passed === true ? '>' : '≤'} ${yuan(income.annual)} × ${percent}%`;
  return {
    code: 'rigid-spending',
    passed,
    zh: `刚性支出 ${figures}${passed === 'review' ? `；另有 ${yuan(openFen)} 元须人工核定` : ''}`,
    en: `rigid spending ${figures}${passed === 'review' ? '; more is to be settled by a person' : ''}`,
    citation: citedOn(on, '§22', cite('R62', '§4')),
  };
};

const lookAt = (household: Household, parameters: readonly ParameterRecord[], on: string) => {
  const findings = findingsOf(household, { program: areaProgram(household), parameters, on });
  const means = withPropertyRuleOf(findings.means, parameters, { program: 'GX', on });
  const { value, used } = parameterReader(parameters, { program: 'GX', on });
  const spending = rigidSpending(household.rigidSpending ?? [], value('gx.countLiving') === true);
  const found: GxFindings = {
    ...findings,
    on,
    disposableFen: Number(value(`disposableIncome.prevYear.${household.urbanRural}`)),
    threshold: multiple(value('gx.rigidRatio')),
    spending,
    rigidFen: spending.reduce((sum, { countedFen }) => sum + countedFen, 0),
    openFen: spending.reduce((sum, { openFen }) => sum + openFen, 0),
    ownProperty: propertyTests(household, means, on),
  };
  const { ids, exampleData } = used();
  return { found, ids: [...means.ids, ...ids], exampleData: means.exampleData || exampleData };
};

const outcomes = {
  true: '符合刚性支出困难家庭条件，无救助金额',
  false: '不符合刚性支出困难家庭条件',
  review: '须人工核实',
};

/**
 * Assesses a household for rigid expenditure (LAW §22; R62 §4–5; rulebook 2.8): in no higher tier, income per head strictly below last
 * year's disposable income, property within the rule, and rigid spending of 12 months strictly above the share of the counted income (A9).
 * Recognition without cash, for 12 months at most (R62 §10). `higher` is the verdict of 特困 of the whole household, 低保 and edge together.
 * @throws RangeError if the program is closed (ask `missingFor` first).
 */
export const assessGx = (
  household: Household,
  { parameters, on }: { readonly parameters: readonly ParameterRecord[]; readonly on: string },
  higher: Verdict,
): GxAssessment => {
  const { found, ids, exampleData } = lookAt(household, parameters, on);
  const { period, id } = findingPeriod(parameters, { program: 'GX', on });
  const clause = citedClause(cite('R62', '§4'));
  const grounds = [
    compositionGround(found),
    tierHukouGround(found),
    higherTierGround(higher, { zh: '特困、低保或低保边缘', en: '特困, 低保 or the edge' }, clause),
    incomeGround(found),
    tierPropertyGround(found.ownProperty, clause),
    spendingGround(found),
  ];
  const entitled = allOf(grounds.map(({ passed }) => passed));
  return {
    program: 'GX',
    on,
    lawPack: lawPackOn(on),
    entitled,
    grounds,
    householdSize: found.size,
    incomeAnnualFen: whole(found.income.annual),
    disposableFen: found.disposableFen,
    property: found.ownProperty.map(propertyResult),
    spending: found.spending,
    rigidFen: found.rigidFen,
    threshold: toRatio(found.threshold),
    period,
    parameterIds: [...new Set([...ids, id])].sort(),
    exampleData,
    computation: [
      ...found.spending.map(({ zh, countedFen }) => `${zh}，计入 ${yuan(countedFen)} 元`),
      ...grounds.map(({ zh }) => zh),
      outcomes[`${entitled}`],
      ...(exampleData ? ['演示数据·非真实标准'] : []),
    ],
  };
};
