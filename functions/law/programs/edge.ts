import type { CitedClause } from '../../../schemas/means-finding.ts';
import { perCapitaMonthly } from '../amounts.ts';
import { citedOn } from '../cited-clause.ts';
import { propertyVerdict } from '../property.ts';
import { compare, mul, type Rational, rational, sub } from '../rational.ts';
import { cite, layersOn } from '../sources.ts';
import { allOf, orArguable, type Verdict } from '../verdict.ts';
import type { Findings } from './findings.ts';

/** Where the edge stands in the law of a day: D57 §8, from 2022-10-20 N83, from 2026-07-01 the law itself (K3). */
export const edgeClause = (on: string): CitedClause =>
  citedOn(on, '§21', layersOn(on).includes('N83') ? cite('N83', '一(四)') : cite('D57', '§8'));

/** Income per head strictly below the edge; what only imputed income or an unsettled deduction lifts over it is for a person (N83, P06). */
export const belowEdge = ({ income, size, means }: Findings): Verdict => {
  const limit = mul(means.edgeFen, rational(12 * Math.max(size, 1)));
  return orArguable(compare(income.annual, limit) < 0, compare(sub(income.annual, income.unsettled), limit) < 0);
};

/** Income per head exactly, in fen a month. */
export const perCapitaOf = ({ income, size }: Findings): Rational => perCapitaMonthly(income.annual, size);

/** Edge household (BY): not entitled to 低保, below the edge, property within the rule of the edge (D57 §8, LAW §21; rulebook 2.7). */
export const edgeVerdict = (findings: Findings, by: { residence: Verdict; entitledToDb: Verdict }): Verdict =>
  allOf([
    by.entitledToDb === 'review' ? 'review' : !by.entitledToDb,
    findings.size > 0,
    by.residence,
    belowEdge(findings),
    propertyVerdict(findings.edgeProperty),
  ]);
