import { perCapitaMonthly } from '../amounts.ts';
import { yuan } from '../rational.ts';
import type { Findings } from './findings.ts';

const perCapitaStep = ({ income, size }: Findings): string =>
  `家庭年收入 ${yuan(income.annual)} 元；人均月收入 = ${yuan(income.annual)} ÷ 12 ÷ ${size} = ${yuan(perCapitaMonthly(income.annual, size))} 元`;

const amountStep = ({ means, size, income, classes }: Findings, amountFen: number): string => {
  if (means.mode === 'TIER') {
    const tiers = [...classes.values()].map((c) => `${c.class} 类 ${yuan(means.tierFen[c.class])}`);
    return `月救助金额（分档）= ${tiers.join(' + ')} = ${yuan(amountFen)} 元`;
  }
  const rounding = means.roundToFen === 100 ? '按户总额进到元' : '按户总额进到分';
  return `月救助金额（差额）=（${yuan(means.standardFen)} × ${size} × 12 − ${yuan(income.annual)}）÷ 12，${rounding} = ${yuan(amountFen)} 元`;
};

/** The computation a person can follow with pencil and paper, in Chinese, without a name or a token (W16, W21). Amounts in yuan. */
export const dbComputation = (findings: Findings, entitled: boolean | 'review', amountFen: number): string[] => {
  const { income, property, size, means } = findings;
  if (size === 0) return ['无计入的共同生活家庭成员，不予计算'];
  const deducted = income.deducted.num > 0n ? [`扣减经核定的刚性支出，全年 ${yuan(income.deducted)} 元`] : [];
  const outcome =
    entitled === false
      ? '不符合条件，无救助金额'
      : `${amountStep(findings, amountFen)}${entitled === 'review' ? '（暂算，待人工核实）' : ''}`;
  return [
    `共同生活的家庭成员 ${size} 人`,
    ...income.lines.map((line) => `${line.zh}${line.counted ? `，全年 ${yuan(line.annual)} 元` : ''}`),
    ...deducted,
    perCapitaStep(findings),
    `保障标准 ${yuan(means.standardFen)} 元/人·月`,
    ...property.map((test) => test.zh),
    outcome,
    ...(means.exampleData ? ['演示数据·非真实标准'] : []),
  ];
};
