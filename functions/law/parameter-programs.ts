import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule, ParameterUnit } from './parameter-rule.ts';
import { type Citation, cite } from './sources.ts';

const local =
  (unit: ParameterUnit, citation: Citation) =>
  (zh: string, en: string): ParameterRule => ({ zh, en, unit, perProgram: false, citation });

const care = local('fen', cite('LAW', '§17'));
const disposable = local('fen', cite('R62', '§4'));
const allowance = local('fen', cite('SEED', '一', 'unsure'));

const cycle = (zh: string, en: string, citation: Citation): ParameterRule => ({
  zh,
  en,
  unit: 'months',
  perProgram: false,
  default: 12,
  citation,
  ...(citation.source === 'DESIGN' ? {} : { bound: 'at-most' }),
});

const ofTk = {
  'tk.basicMultiple': local('ratio', cite('LAW', '§17'))(
    '特困基本生活标准（低保标准的倍数）',
    'Basic standard of 特困 as a multiple of the standard',
  ),
  'tk.care.0': care('照料护理标准：全自理（分/月）', 'Care standard, able, fen a month'),
  'tk.care.1': care('照料护理标准：半护理（分/月）', 'Care standard, partly lost, fen a month'),
  'tk.care.2': care('照料护理标准：全护理（分/月）', 'Care standard, wholly lost, fen a month'),
  'reverify.months.TK': cycle('定期核查周期（特困）', 'Re-verification, 特困', cite('Z18', '二(二)7')),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

const ofTiers = {
  'disposableIncome.prevYear.urban': disposable(
    '上年度城镇居民人均可支配收入（分/年）',
    'Disposable income per head of the year before, urban, fen a year',
  ),
  'disposableIncome.prevYear.rural': disposable(
    '上年度农村居民人均可支配收入（分/年）',
    'Disposable income per head of the year before, rural, fen a year',
  ),
  'gx.rigidRatio': local('ratio', cite('LAW', '§22'))(
    '刚性支出占家庭收入的比例，须严格超过',
    'Share of income that rigid spending must exceed',
  ),
  'gx.countLiving': {
    zh: '刚性支出计入基本生活支出',
    en: 'Living costs count as rigid spending (A9)',
    unit: 'flag',
    perProgram: false,
    default: false,
    citation: cite('DESIGN', 'A9'),
  },
  'gx.validityMonths': cycle(
    '刚性支出困难家庭认定有效期（月）',
    'Validity of a recognition by rigid expenditure',
    cite('R62', '§10'),
  ),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

const ofGl = {
  'gl.urban.80': allowance('高龄津贴：城镇 80–89 岁（分/月）', 'Old-age allowance, urban, 80 to 89, fen a month'),
  'gl.urban.90': allowance('高龄津贴：城镇 90 岁以上（分/月）', 'Old-age allowance, urban, from 90, fen a month'),
  'gl.rural.80': allowance('高龄津贴：农村 80–89 岁（分/月）', 'Old-age allowance, rural, 80 to 89, fen a month'),
  'gl.rural.90': allowance('高龄津贴：农村 90 岁以上（分/月）', 'Old-age allowance, rural, from 90, fen a month'),
  'gl.incomeCap': allowance('高龄津贴本人月收入限额（分），须严格低于', 'Own income a month must lie below, in fen'),
  'gl.excludes': {
    zh: '不得同时享受高龄津贴的救助',
    en: 'Aid that excludes the old-age allowance (A7: none)',
    unit: 'list',
    perProgram: false,
    default: [],
    choices: ['DB', 'TK'],
    citation: cite('DESIGN', 'A7'),
  },
  'gl.start': {
    zh: '高龄津贴起始月',
    en: 'First month of the old-age allowance',
    unit: 'choice',
    perProgram: false,
    default: 'MONTH_AFTER_ELIGIBLE_AND_CONFIRMED',
    choices: ['MONTH_AFTER_ELIGIBLE_AND_CONFIRMED', 'MONTH_ELIGIBLE_AND_CONFIRMED'],
    citation: cite('DESIGN', '11.2'),
  },
  'reverify.months.GL': cycle('定期核查周期（高龄津贴）', 'Re-verification, old-age allowance', cite('DESIGN', '6.1')),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

const ofLs = {
  'ls.fastCap': {
    zh: '小额快救最高金额（月低保标准的倍数）',
    en: 'Cap of fast aid as a multiple of the monthly standard',
    unit: 'ratio',
    perProgram: false,
    default: { num: 1, den: 1 },
    bound: 'at-most',
    citation: cite('TA26', '二(一)', 'recalled'),
  },
  'ls.townshipApprovalCap': local('fen', cite('TA18', '二(二)'))(
    '乡镇（街道）临时救助审批限额（分）',
    'Most a township may approve, in fen',
  ),
  'ls.pettyCashCap': local('fen', cite('SEED', '二(二)1'))(
    '乡镇（街道）临时救助备用金限额（分）',
    'Ceiling of the petty cash of a township, in fen',
  ),
  'clock.fastAid': {
    zh: '小额快救办结（日）',
    en: 'Fast aid, in days',
    unit: 'days',
    perProgram: false,
    default: 3,
    bound: 'at-most',
    citation: cite('TA26', '二(一)'),
  },
  'rapid.rollOnHoliday': {
    zh: '小额快救遇节假日顺延',
    en: 'Fast aid rolls over rest days',
    unit: 'flag',
    perProgram: false,
    default: false,
    citation: cite('DESIGN', '11.2'),
  },
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

/** Parameters of the programs beside 低保 (rulebook 11.1): amounts and shares are local and have no default. */
export const programRules = { ...ofTk, ...ofTiers, ...ofGl, ...ofLs };
