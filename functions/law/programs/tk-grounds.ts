import type { Household } from '../../../schemas/household.ts';
import type { HouseholdMember } from '../../../schemas/member.ts';
import type { ProgramGround } from '../../../schemas/program-finding.ts';
import type { ObligorFinding } from '../../../schemas/tk-assessment.ts';
import { citedClause } from '../cited-clause.ts';
import { ageOn, isRunning } from '../household.ts';
import { hukouFinding } from '../hukou.ts';
import { personIncome } from '../income.ts';
import { propertyTests, propertyVerdict } from '../property.ts';
import { compare, rational, sub, yuan } from '../rational.ts';
import { cite } from '../sources.ts';
import { orArguable, type Verdict } from '../verdict.ts';
import type { TkParameters } from './tk-parameters.ts';

/** One listed person looked at for 特困, in the household he or she is listed in. */
export type TkQuestion = {
  readonly household: Household;
  readonly member: HouseholdMember;
  readonly tk: TkParameters;
  readonly on: string;
};

/** The household of this person alone: 特困 looks at persons, whoever they live with (T43 §4). */
const alone = ({ household, member }: TkQuestion): Household => ({
  ...household,
  members: [{ ...member, relation: '01' }],
  property: household.property.filter((item) => item.ownerPerson === member.person),
});

const labourReasons = (
  member: HouseholdMember,
  on: string,
): readonly (readonly [boolean, string, string, string])[] => {
  const age = ageOn(member.birthOn, on);
  const { category, level } = member.disability ?? {};
  const receives = member.receives?.includes('TK') === true;
  const of = (categories: string, levels: string): boolean =>
    category !== undefined && level !== undefined && categories.includes(category) && levels.includes(level);
  return [
    [age >= 60, '年满 60 周岁', 'aged 60 or more', '§5(一)'],
    [age < 16, '未满 16 周岁', 'under 16', '§5(二)'],
    [of('56', '123'), '一、二、三级智力、精神残疾', 'intellectual or mental disability, level 1 to 3', '§5(三)'],
    [of('4', '12'), '一、二级肢体残疾', 'physical disability, level 1 or 2', '§5(三)'],
    [of('1', '1'), '一级视力残疾', 'visual disability, level 1', '§5(三)'],
    [receives && age < 18, '特困人员中的未成年人', 'a minor already in 特困', '§24'],
    [
      receives && member.schooling !== undefined,
      '特困人员年满 18 周岁仍在义务教育、普通高中或中等职业学校就读',
      'in 特困 and still at school',
      '§24',
    ],
  ];
};

/** No labour ability in the sense of T43 §5; who already receives keeps it as a minor and while at school (T43 §24, LAW §16; K4). */
export const labourGround = ({ member, on }: TkQuestion): ProgramGround => {
  const [, zh, en, clause] = labourReasons(member, on).find(([holds]) => holds) ?? [];
  return {
    code: 'labour-ability',
    passed: clause !== undefined,
    zh: zh === undefined ? '不属于无劳动能力的情形' : `无劳动能力：${zh}`,
    en: en === undefined ? 'none of the cases of no labour ability' : `no labour ability: ${en}`,
    citation: citedClause(cite('T43', clause ?? '§5')),
  };
};

/** Own income strictly below the standard of 低保, without basic pension, social insurance, compensation and old-age allowance (T43 §6). */
export const incomeGround = ({ member, tk, on }: TkQuestion): ProgramGround => {
  const { annual, lines } = personIncome(member, tk.means, on);
  const imputed = lines.filter((line) => line.kind === 'imputed').reduce((sum, line) => sub(sum, line.annual), annual);
  const limit = rational(tk.means.standardFen * 12);
  const passed = orArguable(compare(annual, limit) < 0, compare(imputed, limit) < 0);
  const figures = `${yuan(annual)} ${passed === true ? '<' : '≥'} ${yuan(limit)}`;
  return {
    code: 'income',
    passed,
    zh: `本人年收入 ${figures} 元（低保标准 × 12）${passed === 'review' ? '；推算收入须人工核定' : ''}`,
    en: `own income a year ${figures}${passed === 'review' ? '; imputed income to be settled' : ''}`,
    citation: citedClause(passed === 'review' ? cite('N83', '一(一)') : cite('T43', '§6')),
  };
};

/** Own property within the local rule of 特困 (T43 §6; A3). */
export const propertyGround = (question: TkQuestion): ProgramGround => {
  const outcomes = propertyTests(alone(question), question.tk.means, question.on);
  return {
    code: 'property',
    passed: propertyVerdict(outcomes),
    zh: outcomes.map(({ zh }) => zh).join('；'),
    en: outcomes.map(({ en }) => en).join('; '),
    citation: citedClause(cite('T43', '§6')),
  };
};

/** A16 does not name 特困 among what a registration elsewhere closes: where it is applied for is then for a person to settle. */
export const hukouGround = (question: TkQuestion): ProgramGround => {
  const { household, member } = question;
  const { passed, zh, en } = hukouFinding(household, [{ ...member, relation: '01' }]);
  return {
    code: 'hukou',
    passed: passed === false ? 'review' : passed,
    zh: passed === false ? `${zh}，受理地须人工核实` : zh,
    en: passed === false ? `${en}; a person must settle the place` : en,
    citation: citedClause(cite('T43', '§11')),
  };
};

const excluded = (zh: string, en: string, clause: string): ProgramGround => ({
  code: 'exclusion',
  passed: false,
  zh,
  en,
  citation: citedClause(cite('T43', clause)),
});

/** Children in a program of their own (T43 §9), and who died, is in prison or declared missing (T43 §24); nothing to say of anybody else. */
export const exclusionGrounds = ({ member, on }: TkQuestion): ProgramGround[] => [
  ...(member.receives?.includes('child-support')
    ? [
        excluded(
          '已纳入孤儿或事实无人抚养儿童基本生活保障，不再认定为特困人员',
          'already in the program for orphans and children nobody supports',
          '§9',
        ),
      ]
    : []),
  ...(isRunning(member, 'deceased', on) ? [excluded('已死亡', 'deceased', '§24')] : []),
  ...(isRunning(member, 'prison', on) ? [excluded('正在监狱服刑', 'in prison', '§24')] : []),
  ...(isRunning(member, 'missing', on) ? [excluded('已被宣告失踪', 'declared missing', '§24')] : []),
];

const obligorTexts: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  true: ['无法定义务人，或法定义务人均无履行义务能力', 'no obligor, or none able to support'],
  false: ['有履行义务能力的法定赡养、抚养、扶养义务人', 'a legal obligor is able to support'],
  review: ['法定义务人的情况尚须人工核实', 'the obligors are still to be looked into'],
};

/** No obligor, or none able (T43 §4, §8): one able obligor is enough to fail, one unknown asks for a person. */
export const obligorGround = (findings: readonly ObligorFinding[], lookedInto: boolean): ProgramGround => {
  const has = (ability: ObligorFinding['ability']): boolean => findings.some((one) => one.ability === ability);
  const passed: Verdict = has('able') ? false : has('review') || !lookedInto ? 'review' : true;
  const [zh = '', en = ''] = obligorTexts[`${passed}`] ?? [];
  return { code: 'obligors', passed, zh, en, citation: citedClause(cite('T43', '§8')) };
};
