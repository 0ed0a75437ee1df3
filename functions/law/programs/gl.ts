import type { GlAssessment, GlPerson } from '../../../schemas/gl-assessment.ts';
import type { Household } from '../../../schemas/household.ts';
import type { HouseholdMember } from '../../../schemas/member.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { ProgramGround } from '../../../schemas/program-finding.ts';
import { citedClause } from '../cited-clause.ts';
import { isRunning } from '../household.ts';
import { personIncome } from '../income.ts';
import { type MeansParameters, parameterReader, resolveMeans } from '../means-parameters.ts';
import { compare, rational, sub, yuan } from '../rational.ts';
import { findingPeriod } from '../reverification.ts';
import { cite, lawPackOn } from '../sources.ts';
import { officialCountyOf } from '../tenants.ts';
import { allOf, anyOf, orArguable, type Verdict } from '../verdict.ts';
import { areaProgram } from './findings.ts';
import { firstMonthAt, type GlRates, glMonthly, glTier, monthAfter } from './gl-rates.ts';

const design = citedClause(cite('DESIGN', '2.9'));

type GlParameters = {
  readonly means: MeansParameters;
  readonly rates: GlRates;
  readonly capFen: number;
  readonly excludes: readonly string[];
  readonly firstMonth: string;
  readonly ids: readonly string[];
  readonly exampleData: boolean;
};

/** The allowance itself is no income against its own cap: else it would end by being paid. */
const resolveGl = (records: readonly ParameterRecord[], household: Household, on: string): GlParameters => {
  const means: MeansParameters = {
    ...resolveMeans(records, areaProgram(household), on),
    leftOut: ['old-age-allowance'],
  };
  const { value, used } = parameterReader(records, { program: 'GL', on });
  const area = household.urbanRural;
  const excludes = value('gl.excludes');
  const resolved = {
    rates: { '80': Number(value(`gl.${area}.80`)), '90': Number(value(`gl.${area}.90`)) },
    capFen: Number(value('gl.incomeCap')),
    excludes: Array.isArray(excludes) ? excludes : [],
    firstMonth: value('gl.start') === 'MONTH_ELIGIBLE_AND_CONFIRMED' ? on.slice(0, 7) : monthAfter(on),
  };
  const { ids, exampleData } = used();
  return {
    means,
    ...resolved,
    ids: [...new Set([...means.ids, ...ids])],
    exampleData: means.exampleData || exampleData,
  };
};

/** A month as a reader writes it: 2026年7月. */
const monthText = (month: string): string => month.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');

const ageGround = ({ birthOn }: HouseholdMember, { firstMonth }: GlParameters): ProgramGround => {
  const passed = glTier(birthOn, firstMonth) !== undefined;
  return {
    code: 'age',
    passed,
    zh: `${monthText(firstMonth)}首日${passed ? '已' : '未'}满 80 周岁`,
    en: passed ? `aged 80 or more on the first of ${firstMonth}` : `under 80 on the first of ${firstMonth}`,
    citation: citedClause(cite('DESIGN', 'A7')),
  };
};

/** The allowance is for people registered in Ningxia; in another county of the region the place is for a person to settle. */
const hukouGround = (household: Household, { hukou }: HouseholdMember): ProgramGround => {
  const here = hukou.countyCode === officialCountyOf(household.townshipCode);
  const passed: Verdict = here || (hukou.countyCode.startsWith('64') ? 'review' : false);
  const zh = here
    ? '户籍在本县（市、区）'
    : passed === 'review'
      ? '户籍在区内其他县，受理地须人工核实'
      : '户籍不在宁夏';
  const en = here
    ? 'registered here'
    : passed === 'review'
      ? 'registered elsewhere in the region'
      : 'not registered in Ningxia';
  return { code: 'hukou', passed, zh, en, citation: citedClause(cite('DESIGN', 'A16')) };
};

const incomeGround = (member: HouseholdMember, { means, capFen }: GlParameters, on: string): ProgramGround => {
  const { annual, lines } = personIncome(member, means, on);
  const settled = lines.filter((line) => line.kind === 'imputed').reduce((sum, line) => sub(sum, line.annual), annual);
  const limit = rational(capFen * 12);
  const passed = orArguable(compare(annual, limit) < 0, compare(settled, limit) < 0);
  const figures = `${yuan(annual)} ${passed === true ? '<' : '≥'} ${yuan(limit)}`;
  return {
    code: 'income',
    passed,
    zh: `本人年收入 ${figures} 元（月限额 ${yuan(capFen)} × 12）${passed === 'review' ? '；推算收入须人工核定' : ''}`,
    en: `own income a year ${figures}${passed === 'review' ? '; imputed income to be settled' : ''}`,
    citation: design,
  };
};

/** The allowance is stopped for the months after a death (rulebook 2.9); nothing to say of the living. */
const aliveGround = (member: HouseholdMember, on: string): ProgramGround[] =>
  isRunning(member, 'deceased', on)
    ? [{ code: 'exclusion', passed: false, zh: '已死亡', en: 'deceased', citation: design }]
    : [];

const otherAidGround = ({ receives = [] }: HouseholdMember, { excludes }: GlParameters): ProgramGround[] =>
  excludes.some((aid) => (receives as readonly string[]).includes(aid))
    ? [
        {
          code: 'other-aid',
          passed: false,
          zh: '当地规定不得与现享受的救助同时享受',
          en: 'excluded here by aid received now',
          citation: citedClause(cite('DESIGN', 'A7')),
        },
      ]
    : [];

const personOf = (household: Household, member: HouseholdMember, by: { gl: GlParameters; on: string }): GlPerson => {
  const { gl, on } = by;
  const { firstMonth, rates } = gl;
  const grounds = [
    ageGround(member, gl),
    hukouGround(household, member),
    incomeGround(member, gl, on),
    ...otherAidGround(member, gl),
    ...aliveGround(member, on),
  ];
  const entitled = allOf(grounds.map(({ passed }) => passed));
  const tier = entitled === false ? undefined : glTier(member.birthOn, firstMonth);
  return {
    person: member.person,
    entitled,
    grounds,
    amountFen: entitled === false ? 0 : glMonthly(member.birthOn, firstMonth, rates),
    ...(tier && { tier }),
    ...(tier === '80' && { raise: { from: firstMonthAt(member.birthOn, 90), amountFen: rates['90'] } }),
  };
};

const computationOf = ({ grounds, entitled, amountFen, raise }: GlPerson, number: number): string[] => [
  `第 ${number} 人：${grounds.map(({ zh }) => zh).join('；')}`,
  entitled === false
    ? '不符合高龄津贴条件'
    : `月津贴 ${yuan(amountFen)} 元${entitled === 'review' ? '（暂算，待人工核实）' : ''}`,
  ...(raise ? [`自${monthText(raise.from)}起满 90 周岁，自动调整为 ${yuan(raise.amountFen)} 元`] : []),
];

/**
 * Assesses the aged of a household for the old-age allowance of Ningxia (SEED 一; rulebook 2.9, readings A7, A10, A16): 80 on the first day of
 * the first benefit month, registered in Ningxia, own income strictly below the cap. Amounts in fen a month; the tier switches at 90.
 * @throws RangeError if the program is closed (ask `missingFor` first) or `on` lies before 2021-07-01.
 */
export const assessGl = (
  household: Household,
  { parameters, on }: { readonly parameters: readonly ParameterRecord[]; readonly on: string },
): GlAssessment => {
  const gl = resolveGl(parameters, household, on);
  const { period, id } = findingPeriod(parameters, { program: 'GL', on });
  const aged = household.members.filter((member) => glTier(member.birthOn, gl.firstMonth) !== undefined);
  const looked = aged.length > 0 ? aged : household.members.filter(({ relation }) => relation === '01');
  const persons = looked.map((member) => personOf(household, member, { gl, on }));
  return {
    program: 'GL',
    on,
    lawPack: lawPackOn(on),
    entitled: anyOf(persons.map(({ entitled }) => entitled)),
    persons,
    firstMonth: gl.firstMonth,
    period,
    parameterIds: [...new Set([...gl.ids, id])].sort(),
    exampleData: gl.exampleData,
    computation: [
      ...persons.flatMap((person, i) => computationOf(person, i + 1)),
      ...(gl.exampleData ? ['演示数据·非真实标准'] : []),
    ],
  };
};
