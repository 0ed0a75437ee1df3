import type { Ground } from '../../../schemas/means-finding.ts';
import { perCapitaMonthly } from '../amounts.ts';
import { citedClause } from '../cited-clause.ts';
import { hukouFinding } from '../hukou.ts';
import { propertyVerdict } from '../property.ts';
import { compare, rational, sub, yuan } from '../rational.ts';
import { cite } from '../sources.ts';
import type { Findings } from './findings.ts';

const composition = ({ size, counts }: Findings): Ground => ({
  code: 'composition',
  passed: size > 0,
  zh: `在册 ${counts.length} 人，计入共同生活的家庭成员 ${size} 人`,
  en: `${counts.length} listed, ${size} counted`,
  citation: citedClause(cite('D57', '§7')),
});

const area = ({ household, program }: Findings): Ground => {
  const passed = household.urbanRural === (program === 'DB_URBAN' ? 'urban' : 'rural');
  return {
    code: 'area',
    passed,
    zh: passed ? '城乡类别与所申请业务一致' : '城乡类别与所申请业务不一致，应按另一类低保申请',
    en: passed ? 'urban or rural as the program asks' : 'the other of the two programs applies',
    citation: citedClause(cite('DESIGN', '9.2')),
  };
};

const hukou = ({ household, counts }: Findings): Ground => ({
  code: 'hukou',
  ...hukouFinding(
    household,
    counts.filter((c) => c.counted).map((c) => c.member),
  ),
  citation: citedClause(cite('D57', '§4-5')),
});

/** Strictly below the standard (rulebook 2.3). What only imputed income or an unsettled deduction decides is left to a person (N83, P06). */
const incomeGround = ({ income, size, means }: Findings): Ground => {
  const limit = rational(means.standardFen * 12 * size);
  const below = compare(income.annual, limit) < 0;
  const arguable = !below && compare(sub(income.annual, income.unsettled), limit) < 0;
  const perCapita = yuan(perCapitaMonthly(income.annual, size));
  const standard = yuan(means.standardFen);
  const figures = `人均月收入 ${perCapita} 元，保障标准 ${standard} 元`;
  const english = `per capita ${perCapita} a month, standard ${standard}`;
  const note = arguable
    ? ['；推算收入或刚性支出须人工核定', '; imputed income or rigid expenses to be settled by a person']
    : ['', ''];
  return {
    code: 'income',
    passed: below ? true : arguable ? 'review' : false,
    zh: `${figures}，${below ? '低于' : '不低于'}标准${note[0]}`,
    en: `${english}: ${below ? 'below' : 'not below'}${note[1]}`,
    citation: citedClause(arguable ? cite('N83', '一(一)') : cite('D57', '§13')),
  };
};

const property = ({ property: outcomes }: Findings): Ground => {
  const passed = propertyVerdict(outcomes);
  const zh = { true: '家庭财产符合规定', false: '家庭财产超出规定', review: '家庭财产须人工核实' };
  const en = {
    true: 'property within the rule',
    false: 'property beyond the rule',
    review: 'a person must look at the property',
  };
  return {
    code: 'property',
    passed,
    zh: zh[`${passed}`],
    en: en[`${passed}`],
    citation: citedClause(cite('D57', '§14')),
  };
};

/** Tier money rests on classes a person assigned, never on a suggestion. */
const classGround = ({ means, classes }: Findings): Ground[] => {
  if (means.mode === 'DIFF') return [];
  const assigned = [...classes.values()].every((c) => c.classSource === 'assigned');
  return [
    {
      code: 'class',
      passed: assigned ? true : 'review',
      zh: assigned ? '成员类别均已认定' : '成员类别尚待人工认定',
      en: assigned ? 'every class is assigned' : 'classes are still to be assigned by a person',
      citation: citedClause(cite('D57', '§23')),
    },
  ];
};

/** The grounds for or against 低保, in the order a notice states them. Occupation, status and labour ability are none (P06). */
export const dbGrounds = (findings: Findings): readonly Ground[] => [
  composition(findings),
  area(findings),
  hukou(findings),
  incomeGround(findings),
  property(findings),
  ...classGround(findings),
];
