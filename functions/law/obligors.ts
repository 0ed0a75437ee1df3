import type { Obligor } from '../../schemas/obligor.ts';
import { relationName } from '../../schemas/relation.ts';
import type { ObligorFinding } from '../../schemas/tk-assessment.ts';
import { citedClause } from './cited-clause.ts';
import { ageOn, isSevere } from './household.ts';
import { cite } from './sources.ts';
import { allOf, anyOf, type Verdict } from './verdict.ts';

/** Against what an obligor's means are held: the disposable income of the applicant's area, fen a year (A5), on a civil date. */
export type ObligorQuestion = { readonly on: string; readonly disposableFen: number };

type Inability = {
  readonly clause: string;
  readonly zh: string;
  readonly en: string;
  readonly holds: (obligor: Obligor, question: ObligorQuestion) => Verdict;
};

const known = (value: boolean | undefined): Verdict => value ?? 'review';

/** Own income strictly below the disposable income and property within the low-income rule; both need the obligor's consent (T43 §10). */
const poor = (
  { annualIncomeFen: income, propertyWithinRule, consented }: Obligor,
  { disposableFen }: ObligorQuestion,
) =>
  allOf([
    known(income === undefined ? undefined : income < disposableFen),
    known(propertyWithinRule),
    consented === true ? true : 'review',
  ]);

const inabilities: readonly Inability[] = [
  {
    clause: '§8(一)',
    zh: '特困人员',
    en: 'in 特困 too',
    holds: ({ receives = [] }) => receives.includes('TK'),
  },
  {
    clause: '§8(二)',
    zh: '60 周岁以上的最低生活保障对象',
    en: '60 or older and in 低保',
    holds: ({ receives = [], birthOn }, { on }) => receives.includes('DB') && ageOn(birthOn, on) >= 60,
  },
  {
    clause: '§8(三)',
    zh: '70 周岁以上，本人收入和财产低于规定',
    en: '70 or older with low income and property',
    holds: (obligor, question) => allOf([ageOn(obligor.birthOn, question.on) >= 70, poor(obligor, question)]),
  },
  {
    clause: '§8(四)',
    zh: '重度残疾或三级智力、精神残疾，本人收入和财产低于规定',
    en: 'severely disabled with low income and property',
    holds: (obligor, question) => allOf([isSevere(obligor.disability), poor(obligor, question)]),
  },
  {
    clause: '§8(五)',
    zh: '无民事行为能力、被宣告失踪或在监狱服刑，财产符合规定',
    en: 'without capacity, missing or in prison, property within the rule',
    holds: ({ status, propertyWithinRule }) => allOf([status !== undefined, known(propertyWithinRule)]),
  },
  {
    clause: '§8(六)',
    zh: '省级规定的其他情形',
    en: 'another case set by the province',
    holds: ({ provincialRule }) => (provincialRule ? 'review' : false),
  },
];

/**
 * Whether a legal obligor is without the ability to support (T43 §8, reading A5). What is not known, and everything that rests on a
 * verification without consent (T43 §10, LAW §41), is for a person: an unknown never makes an obligor able or unable.
 */
export const obligorFinding = (obligor: Obligor, question: ObligorQuestion, inHousehold = false): ObligorFinding => {
  const held = inabilities.map((inability) => ({ inability, verdict: inability.holds(obligor, question) }));
  const unable = anyOf(held.map(({ verdict }) => verdict));
  const ground = held.find(({ verdict }) => verdict === unable)?.inability;
  const name = relationName(obligor.relation);
  const said = (zh: string, en: string, clause: string) => ({ zh, en, citation: citedClause(cite('T43', clause)) });
  return {
    relation: obligor.relation,
    inHousehold,
    ability: unable === 'review' ? 'review' : unable ? 'unable' : 'able',
    ...(unable === false || ground === undefined
      ? said(`${name}：有履行义务能力`, 'able to support', '§8')
      : unable === 'review'
        ? said(
            `${name}：可能属于${ground.zh}，须人工核实`,
            `perhaps ${ground.en}; a person must settle it`,
            ground.clause,
          )
        : said(`${name}：无履行义务能力（${ground.zh}）`, `unable: ${ground.en}`, ground.clause)),
  };
};
