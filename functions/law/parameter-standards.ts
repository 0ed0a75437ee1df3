import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule } from './parameter-rule.ts';
import { cite } from './sources.ts';

const standard = (zh: string, en: string): ParameterRule => ({
  zh,
  en,
  unit: 'fen',
  perProgram: false,
  citation: cite('LAW', '§18', 'sourced'),
});

const tier = (name: 'A' | 'B' | 'C'): ParameterRule => ({
  zh: `${name} 类每人每月金额`,
  en: `Monthly amount for class ${name}`,
  unit: 'fen',
  perProgram: true,
  citation: cite('LAW', '§18', 'sourced'),
});

/** LAW §21, T43 §6, §8 and R62 §4 let each program have a property rule of its own. */
const ownPropertyRule = ['TK', 'BY', 'GX'] as const;

const assetCount = (zh: string, en: string): ParameterRule => ({
  zh,
  en,
  unit: 'count',
  perProgram: true,
  alsoFor: ownPropertyRule,
  citation: cite('D57', '§14', 'sourced'),
});

const remedy = (zh: string, en: string): ParameterRule => ({
  zh,
  en,
  unit: 'text',
  perProgram: false,
  citation: cite('FYF', '§20', 'unsure'),
});

/** Standards and formulas of rulebook 11.1: local by law, so hardly any has a default. The wording of
 * remedies is approved by the county's legal office (rulebook 4): nothing stands in for it. */
export const standardRules = {
  'standard.DB_URBAN': standard('城市低保标准（分/人·月）', 'Urban standard, fen per person and month'),
  'standard.DB_RURAL': standard('农村低保标准（分/人·月）', 'Rural standard, fen per person and month'),
  'edge.multiplier': {
    zh: '低保边缘标准倍数',
    en: 'Edge standard as a multiple of the standard (K3)',
    unit: 'ratio',
    perProgram: true,
    default: { num: 3, den: 2 },
    citation: cite('N83', '一(四)', 'sourced'),
  },
  'remedy.W08': remedy('不予受理决定书的救济告知', 'Remedy paragraph of the refusal to accept'),
  'remedy.W21': remedy('不予批准通知书的救济告知', 'Remedy paragraph of the denial'),
  'remedy.W25': remedy('增发、减发、停发决定书的救济告知', 'Remedy paragraph of a decision on an amount'),
  'remedy.W27': remedy('终止审核确认程序通知书的救济告知', 'Remedy paragraph of the termination'),
  'remedy.W28': remedy('撤销确认决定书的救济告知', 'Remedy paragraph of a revocation'),
  'remedy.W29': remedy('责令退回通知书的救济告知', 'Remedy paragraph of an order to return money'),
  'tier.A': tier('A'),
  'tier.B': tier('B'),
  'tier.C': tier('C'),
  'income.windowMonths': {
    zh: '收入核算期（月，须整除 12）',
    en: 'Income window in months, a divisor of 12',
    unit: 'months',
    perProgram: true,
    default: 12,
    citation: cite('D57', '§13', 'recalled'),
  },
  'income.employmentCost': {
    zh: '必要就业成本（分/就业月）',
    en: 'Necessary employment cost, fen for each month worked',
    unit: 'fen',
    perProgram: true,
    citation: cite('D57', '§13', 'unsure'),
  },
  'income.exclude.basicPension.until': {
    zh: '基础养老金不计入收入的最后一日，未设则一直不计入',
    en: 'Last day on which the basic pension is uncounted; unset means always (A6)',
    unit: 'date',
    perProgram: true,
    citation: cite('D57', '§13', 'sourced'),
  },
  'asset.moneyPerCapitaMultiple': {
    zh: '人均货币财产上限（月标准倍数）',
    en: 'Limit of money assets per head as a multiple of the monthly standard',
    unit: 'ratio',
    perProgram: true,
    alsoFor: ownPropertyRule,
    citation: cite('D57', '§14', 'unsure'),
  },
  'asset.houseCount': assetCount(
    '房屋套数上限，未设则第二套起人工核实',
    'Most houses; unset means review from the second',
  ),
  'asset.vehicleCount': assetCount('机动车船数量上限，未设则人工核实', 'Most vehicles; unset means review'),
  'benefit.mode': {
    zh: '救助金计算方式：差额或分档',
    en: 'Difference or tiers (K5)',
    unit: 'choice',
    perProgram: true,
    choices: ['DIFF', 'TIER'],
    citation: cite('LAW', '§18', 'sourced'),
  },
  'benefit.rounding': {
    zh: '取整方式：按户总额进到元，或不取整（进到分）',
    en: 'Rounding on the household total: up to the yuan or up to the fen',
    unit: 'choice',
    perProgram: true,
    choices: ['UP_YUAN', 'UP_FEN'],
    default: 'UP_YUAN',
    citation: cite('DESIGN', '2.5', 'design'),
  },
  'benefit.minAmount': {
    zh: '最低发放额（分/户·月）',
    en: 'Least monthly payment of a household in fen',
    unit: 'fen',
    perProgram: true,
    default: 100,
    citation: cite('DESIGN', '11.1', 'design'),
  },
  'singlePerson.benefitMode': {
    zh: '单人户金额：按本人收入补差，或人工认定',
    en: 'Single-person amount: difference on own income, or set by a person',
    unit: 'choice',
    perProgram: true,
    choices: ['OWN_INCOME', 'BY_PERSON'],
    default: 'OWN_INCOME',
    citation: cite('DESIGN', 'A4', 'design'),
  },
  'by.validityMonths': {
    zh: '低保边缘认定有效期（月）',
    en: 'Validity of an edge recognition in months',
    unit: 'months',
    perProgram: false,
    default: 12,
    citation: cite('DESIGN', '2.7', 'design'),
  },
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;
