import type { Assessment, Offer } from '../../../schemas/assessment.ts';
import type { Household } from '../../../schemas/household.ts';
import type { AssessedMember, IncomeLine } from '../../../schemas/means-finding.ts';
import { differenceAmount, perCapitaMonthly, tierAmount } from '../amounts.ts';
import { citedClause } from '../cited-clause.ts';
import { ageOn } from '../household.ts';
import type { CountedIncome } from '../income.ts';
import { rational, toRatio, whole, yuan } from '../rational.ts';
import { singlePersonCandidates } from '../single-person.ts';
import { lawPackOn } from '../sources.ts';
import { allOf, type Verdict } from '../verdict.ts';
import { dbComputation } from './db-computation.ts';
import { dbGrounds } from './db-grounds.ts';
import { edgeClause, edgeVerdict } from './edge.ts';
import { type AssessmentQuestion, type Findings, findingsOf, propertyResult } from './findings.ts';

const amountOf = ({ means, size, income, classes }: Findings): number =>
  means.mode === 'TIER'
    ? tierAmount(
        means,
        [...classes.values()].map((c) => c.class),
      )
    : differenceAmount(means, size, income.annual);

const edgeOffer = (edge: Verdict, on: string): Offer[] => {
  if (edge === false) return [];
  const note = edge === 'review' ? ['（须人工核实）', ' (a person must settle it)'] : ['', ''];
  return [
    {
      program: 'BY',
      zh: `可告知申请低保边缘家庭认定${note[0]}，由申请人自愿决定`,
      en: `Tell the household of edge recognition${note[1]}; the choice is theirs`,
      citation: edgeClause(on),
    },
  ];
};

const membersOf = ({ counts, income, classes }: Findings, on: string): AssessedMember[] =>
  counts.map(({ member, counted, reason, zh, en }) => ({
    person: member.person,
    counted,
    reason,
    zh,
    en,
    age: ageOn(member.birthOn, on),
    incomeAnnualFen: whole(income.byPerson.get(member.person) ?? rational(0)),
    ...classes.get(member.person),
  }));

const incomeLine = ({ annual, citation, ...line }: CountedIncome): IncomeLine => ({
  ...line,
  annualFen: whole(annual),
  citation: citedClause(citation),
});

const alone = (findings: Findings, on: string, gate: { entitled: Verdict; edge: Verdict }) => {
  const counted = new Set(findings.classes.keys());
  return singlePersonCandidates(findings.household, { means: findings.means, on, counted, edge: gate.edge })
    .filter((c) => gate.entitled === false || c.basis === 'clergy')
    .map((c) => ({ ...c, citation: citedClause(c.citation) }));
};

/**
 * Assesses a household for 低保 (LAW §18–20; D57 §7, §13, §14, §23). Amounts in fen a month, income in fen a year, `on` a civil date.
 * A negative outcome is a value, never an error. Under review the amount is provisional; not entitled gives 0.
 * @throws RangeError if the program is closed for lack of a parameter (ask `missingParameters` first) or `on` lies before 2021-07-01.
 */
export const assessDb = (household: Household, question: AssessmentQuestion): Assessment => {
  const { program, on } = question;
  const findings = findingsOf(household, question);
  const { means, size, income, property } = findings;
  const grounds = dbGrounds(findings);
  const entitled = allOf(grounds.map((g) => g.passed));
  const residence = allOf(grounds.filter((g) => g.code === 'hukou' || g.code === 'area').map((g) => g.passed));
  const edge = entitled === false ? edgeVerdict(findings, { residence, entitledToDb: false }) : false;
  const amountFen = entitled === false ? 0 : amountOf(findings);
  const perCapita = perCapitaMonthly(income.annual, size);
  return {
    program,
    on,
    lawPack: lawPackOn(on),
    entitled,
    householdSize: size,
    members: membersOf(findings, on),
    income: income.lines.map(incomeLine),
    incomeAnnualFen: whole(income.annual),
    perCapitaMonthly: toRatio(perCapita),
    perCapitaText: yuan(perCapita),
    standardFen: means.standardFen,
    property: property.map(propertyResult),
    mode: means.mode,
    amountFen,
    grounds: [...grounds],
    singlePersonCandidates: residence === false ? [] : alone(findings, on, { entitled, edge }),
    offers: edgeOffer(edge, on),
    parameterIds: [...means.ids],
    exampleData: means.exampleData,
    computation: dbComputation(findings, entitled, amountFen),
  };
};
