import type { Household } from '../../schemas/household.ts';
import type { IncomeItem, IncomeKind } from '../../schemas/income.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { countedMembers } from './household.ts';
import type { MeansParameters } from './means-parameters.ts';
import { add, compare, mul, type Rational, rational } from './rational.ts';
import { type Citation, cite } from './sources.ts';

/** One item as it enters the sum: net, for a year, in exact fen; zero and uncounted where the law leaves it out. */
export type CountedIncome = {
  readonly person: string;
  readonly kind: IncomeKind;
  readonly counted: boolean;
  readonly annual: Rational;
  readonly zh: string;
  readonly en: string;
  readonly citation: Citation;
};

export type PersonIncome = { readonly lines: readonly CountedIncome[]; readonly annual: Rational };

export type HouseholdIncome = {
  readonly lines: readonly CountedIncome[];
  /** Sum over counted members less allowed deductions, in fen a year, never below zero (A2). */
  readonly annual: Rational;
  readonly byPerson: ReadonlyMap<string, Rational>;
  /** What a person has allowed to be taken off for disability or illness, fen a year. */
  readonly deducted: Rational;
  /** What a person could still take off: imputed income and rigid expenses nobody has settled, fen a year. */
  readonly unsettled: Rational;
};

const zero = rational(0);
const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero);
const notBelowZero = (value: Rational): Rational => (compare(value, zero) < 0 ? zero : value);

const names: Readonly<Record<IncomeKind, readonly [zh: string, en: string]>> = {
  wage: ['工资性收入', 'wage'],
  business: ['经营净收入', 'net business income'],
  property: ['财产净收入', 'net property income'],
  transfer: ['转移净收入', 'net transfer income'],
  other: ['其他应计入的收入', 'other counted income'],
  imputed: ['按劳动力系数推算的收入', 'income imputed from labour'],
  'medical-insurance': ['医疗保险等社会保险待遇', 'benefits of medical and other social insurance'],
  'old-age-allowance': ['高龄津贴', 'old-age allowance'],
  'basic-pension': ['中央确定的城乡居民基础养老金', 'central basic pension'],
  'social-assistance': ['政府给予的社会救助款物', 'government social assistance'],
  'preferential-compensation': ['优待抚恤金', 'preferential compensation'],
  'family-planning-award': ['计划生育奖励与扶助金', 'family-planning award'],
  scholarship: ['奖学金', 'scholarship'],
  'bravery-award': ['见义勇为奖励性补助', 'bravery award'],
  'other-uncounted': ['设区的市级以上政府规定不计入的其他收入', 'other income left out by the city or above'],
};

const countedKinds: readonly IncomeKind[] = [
  'wage',
  'business',
  'property',
  'transfer',
  'other',
  'imputed',
  'medical-insurance',
  'old-age-allowance',
];

const isCounted = (kind: IncomeKind, means: MeansParameters, on: string): boolean => {
  if (means.leftOut?.includes(kind)) return false;
  if (countedKinds.includes(kind)) return true;
  return (
    kind === 'basic-pension' && means.basicPensionUncountedUntil !== undefined && on > means.basicPensionUncountedUntil
  );
};

const toYear = (fen: number, means: MeansParameters): Rational => rational(fen * 12, means.windowMonths);

const monthsOf = (item: IncomeItem, means: MeansParameters): number =>
  Math.min(item.months ?? means.windowMonths, means.windowMonths);

const inWindow = (item: IncomeItem, means: MeansParameters): number =>
  (item.amountFen - (item.costsFen ?? 0)) * (item.per === 'month' ? monthsOf(item, means) : 1);

const lineOf = (
  member: HouseholdMember,
  item: IncomeItem,
  rule: { means: MeansParameters; on: string },
): CountedIncome => {
  const counted = isCounted(item.kind, rule.means, rule.on);
  const [zh, en] = names[item.kind];
  return {
    person: member.person,
    kind: item.kind,
    counted,
    annual: counted ? toYear(inWindow(item, rule.means), rule.means) : zero,
    zh: `${zh}${counted ? '' : '，不计入家庭收入'}`,
    en: counted ? en : `${en}, not counted`,
    citation: item.kind === 'imputed' ? cite('N83', '一(一)', 'sourced') : cite('D57', '§13', 'sourced'),
  };
};

/** The necessary employment cost of one person: for each month worked, never more than the wage itself (A1). */
const employmentCost = (member: HouseholdMember, wages: Rational, means: MeansParameters): CountedIncome[] => {
  const wageMonths = member.income.filter((i) => i.kind === 'wage').map((i) => monthsOf(i, means));
  const months = Math.min(member.employedMonths ?? Math.max(0, ...wageMonths), means.windowMonths);
  const full = toYear(means.employmentCostFen * months, means);
  const cost = compare(full, wages) > 0 ? wages : full;
  if (cost.num === 0n) return [];
  return [
    {
      person: member.person,
      kind: 'wage',
      counted: true,
      annual: rational(-cost.num, cost.den),
      zh: `扣减必要的就业成本（${months} 个月）`,
      en: `less necessary employment cost (${months} months)`,
      citation: cite('D57', '§13', 'sourced'),
    },
  ];
};

/** One person's income, fen a year: each item net, less the employment cost (D57 §13; A1, A6). May be negative by losses. */
export const personIncome = (member: HouseholdMember, means: MeansParameters, on: string): PersonIncome => {
  const items = member.income.map((item) => lineOf(member, item, { means, on }));
  const wages = sum(items.filter((line) => line.kind === 'wage').map((line) => line.annual));
  const lines = [...items, ...employmentCost(member, wages, means)];
  return { lines, annual: sum(lines.map((line) => line.annual)) };
};

/**
 * The household's income a year in exact fen over the counted members on a civil date (D57 §7, §13). Rigid expenses lower it only as far
 * as a person allowed; imputed income counts but is reported as unsettled, because N83 wants it judged against the facts.
 */
export const householdIncome = (household: Household, means: MeansParameters, on: string): HouseholdIncome => {
  const members = countedMembers(household, on).filter((m) => m.counted);
  const persons = members.map(({ member }) => ({ person: member.person, ...personIncome(member, means, on) }));
  const lines = persons.flatMap((p) => p.lines);
  const expenses = household.expenses ?? [];
  const deducted = sum(expenses.map((e) => toYear(e.allowedFen ?? 0, means)));
  const open = expenses.filter((e) => e.allowedFen === undefined).map((e) => toYear(e.spentFen, means));
  const imputed = lines.filter((line) => line.kind === 'imputed').map((line) => line.annual);
  const gross = sum(persons.map((p) => p.annual));
  return {
    lines,
    annual: notBelowZero(add(gross, mul(deducted, rational(-1)))),
    byPerson: new Map(persons.map((p) => [p.person, p.annual])),
    deducted,
    unsettled: sum([...open, ...imputed]),
  };
};
