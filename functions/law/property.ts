import type { Household } from '../../schemas/household.ts';
import type { PropertyItem, PropertyKind } from '../../schemas/property.ts';
import { countedMembers } from './household.ts';
import type { MeansParameters } from './means-parameters.ts';
import { compare, rational, yuan } from './rational.ts';
import { type Citation, cite } from './sources.ts';

export type PropertyTest = 'money' | 'house' | 'vehicle' | 'company' | 'other';

export type PropertyOutcome = {
  readonly test: PropertyTest;
  readonly kinds: readonly PropertyKind[];
  readonly result: 'PASS' | 'FAIL' | 'REVIEW';
  readonly zh: string;
  readonly en: string;
  readonly citation: Citation;
};

const tests: Readonly<Record<PropertyTest, { zh: string; en: string; kinds: readonly PropertyKind[] }>> = {
  money: {
    zh: '货币财产',
    en: 'money assets',
    kinds: ['deposit', 'security', 'insurance', 'claim', 'online-finance'],
  },
  house: { zh: '房屋', en: 'houses', kinds: ['house'] },
  vehicle: { zh: '机动车船', en: 'vehicles', kinds: ['vehicle'] },
  company: { zh: '企业股权', en: 'companies', kinds: ['company'] },
  other: { zh: '其他财产', en: 'other property', kinds: ['other'] },
};

type Finding = Pick<PropertyOutcome, 'result' | 'zh' | 'en'>;

const moneyTest = (items: readonly PropertyItem[], size: number, means: MeansParameters): Finding => {
  const total = items.reduce((fen, item) => fen + item.valueFen, 0);
  const perCapita = rational(total, Math.max(size, 1));
  const passed = compare(perCapita, means.moneyLimitFen) <= 0;
  const sign = passed ? '≤' : '>';
  const figures = `${yuan(total)} ÷ ${size} = ${yuan(perCapita)} ${sign} ${yuan(means.moneyLimitFen)}`;
  return {
    result: passed ? 'PASS' : 'FAIL',
    zh: `人均货币财产 ${figures} 元，${passed ? '符合' : '超出'}当地规定`,
    en: `money assets per head ${figures}: ${passed ? 'within' : 'beyond'} the limit`,
  };
};

/** One dwelling is necessary for living (D57 §14); from the second on a number must be set or a person must look. */
const countTest = (test: PropertyTest, count: number, limit: number | undefined): Finding => {
  const { zh, en } = tests[test];
  const most = limit ?? (test === 'house' ? 1 : 0);
  if (count <= most)
    return { result: 'PASS', zh: `${zh} ${count} 项，符合规定`, en: `${en}: ${count}, within the rule` };
  return limit === undefined
    ? {
        result: 'REVIEW',
        zh: `${zh} ${count} 项，当地未设限额，须人工核实`,
        en: `${en}: ${count}, no local limit, a person must look`,
      }
    : {
        result: 'FAIL',
        zh: `${zh} ${count} 项，超出限额 ${limit}`,
        en: `${en}: ${count}, beyond the limit of ${limit}`,
      };
};

const limitOf = (test: PropertyTest, means: MeansParameters): number | undefined =>
  test === 'house' ? means.houseCount : test === 'vehicle' ? means.vehicleCount : undefined;

/** The reason stays with the item: results travel in events, and free text could name somebody. */
const foundExcessive = (test: PropertyTest): Finding => ({
  result: 'FAIL',
  zh: `${tests[test].zh}经人工认定超出当地规定`,
  en: `${tests[test].en}: a person found it beyond the local rule`,
});

/**
 * The named property tests over what counted members own on a civil date (D57 §14, reading A3). Items a person found exempt do not enter;
 * an item a person found excessive fails its test. Where no local limit is set the answer is REVIEW, never FAIL.
 */
export const propertyTests = (household: Household, means: MeansParameters, on: string): readonly PropertyOutcome[] => {
  const owners = new Set(
    countedMembers(household, on)
      .filter((m) => m.counted)
      .map((m) => m.member.person),
  );
  const owned = household.property.filter((item) => owners.has(item.ownerPerson) && item.exemptReason === undefined);
  return (Object.keys(tests) as PropertyTest[]).flatMap((test) => {
    const { kinds } = tests[test];
    const items = owned.filter((item) => kinds.includes(item.kind));
    if (items.length === 0 && test !== 'money') return [];
    const verdict = items.some((item) => item.excessReason !== undefined)
      ? foundExcessive(test)
      : test === 'money'
        ? moneyTest(items, owners.size, means)
        : countTest(test, items.length, limitOf(test, means));
    return [{ test, kinds, ...verdict, citation: cite('D57', '§14', 'sourced') }];
  });
};

/** All tests in one word: a FAIL anywhere fails, else a REVIEW anywhere asks for a person. */
export const propertyVerdict = (outcomes: readonly PropertyOutcome[]): boolean | 'review' => {
  if (outcomes.some((o) => o.result === 'FAIL')) return false;
  return outcomes.some((o) => o.result === 'REVIEW') ? 'review' : true;
};
