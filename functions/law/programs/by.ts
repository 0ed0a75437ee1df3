import type { Household } from '../../../schemas/household.ts';
import type { ByAssessment } from '../../../schemas/household-tier.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { ProgramGround } from '../../../schemas/program-finding.ts';
import { toRatio, whole, yuan } from '../rational.ts';
import { findingPeriod } from '../reverification.ts';
import { lawPackOn } from '../sources.ts';
import { allOf, type Verdict } from '../verdict.ts';
import { belowEdge, edgeClause, perCapitaOf } from './edge.ts';
import { areaProgram, type Findings, findingsOf, propertyResult } from './findings.ts';
import { compositionGround, higherTierGround, tierHukouGround, tierPropertyGround } from './tier-grounds.ts';

const incomeGround = (findings: Findings, on: string): ProgramGround => {
  const passed = belowEdge(findings);
  const [own, edge] = [yuan(perCapitaOf(findings)), yuan(findings.means.edgeFen)];
  const sign = passed === true ? '低于' : '不低于';
  return {
    code: 'income',
    passed,
    zh: `人均月收入 ${own} 元，${sign}低保边缘标准 ${edge} 元${passed === 'review' ? '；推算收入或刚性支出须人工核定' : ''}`,
    en: `per capita ${own} a month, edge ${edge}${passed === 'review' ? ': imputed income or expenses to be settled' : ''}`,
    citation: edgeClause(on),
  };
};

const computationOf = (findings: Findings, entitled: Verdict): string[] => {
  const { income, size, means } = findings;
  const outcome = { true: '符合低保边缘家庭条件，无救助金额', false: '不符合低保边缘家庭条件', review: '须人工核实' };
  return [
    `家庭年收入 ${yuan(income.annual)} 元；人均月收入 = ${yuan(income.annual)} ÷ 12 ÷ ${size} = ${yuan(perCapitaOf(findings))} 元`,
    `低保边缘标准 ${yuan(means.edgeFen)} 元/人·月（低保标准 ${yuan(means.standardFen)} 元）`,
    ...findings.edgeProperty.map(({ zh }) => zh),
    outcome[`${entitled}`],
    ...(means.exampleData ? ['演示数据·非真实标准'] : []),
  ];
};

/**
 * Assesses a household for the edge of 低保 (LAW §21; D57 §8; N83 一(四); rulebook 2.7): not entitled to 低保, income per head strictly below
 * the edge, property within the rule of the edge. Recognition without cash. `entitledToDb` is the verdict of 低保 in the same area and day.
 * @throws RangeError if the program is closed (ask `missingFor` first) or `on` lies before 2021-07-01.
 */
export const assessBy = (
  household: Household,
  { parameters, on }: { readonly parameters: readonly ParameterRecord[]; readonly on: string },
  entitledToDb: Verdict,
): ByAssessment => {
  const findings = findingsOf(household, { program: areaProgram(household), parameters, on });
  const { period, id } = findingPeriod(parameters, { program: 'BY', on });
  const grounds = [
    compositionGround(findings),
    tierHukouGround(findings),
    higherTierGround(entitledToDb, { zh: '最低生活保障', en: '低保' }, edgeClause(on)),
    incomeGround(findings, on),
    tierPropertyGround(findings.edgeProperty, edgeClause(on)),
  ];
  const entitled = allOf(grounds.map(({ passed }) => passed));
  const { means, size, income, edgeProperty } = findings;
  return {
    program: 'BY',
    on,
    lawPack: lawPackOn(on),
    entitled,
    grounds,
    householdSize: size,
    incomeAnnualFen: whole(income.annual),
    perCapitaMonthly: toRatio(perCapitaOf(findings)),
    edgeMonthly: toRatio(means.edgeFen),
    property: edgeProperty.map(propertyResult),
    period,
    parameterIds: [...new Set([...findings.edgeIds, id])].sort(),
    exampleData: means.exampleData,
    computation: size === 0 ? ['无计入的共同生活家庭成员，不予计算'] : computationOf(findings, entitled),
  };
};
