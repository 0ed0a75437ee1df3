import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule } from './parameter-rule.ts';
import { type Citation, cite } from './sources.ts';

const rate = (
  zh: string,
  en: string,
  of: { readonly num: number; readonly den: number; readonly citation: Citation },
) =>
  ({
    zh,
    en,
    unit: 'ratio',
    perProgram: false,
    default: { num: of.num, den: of.den },
    citation: of.citation,
  }) as const satisfies ParameterRule;

/** Rates of the county's random checks beside the 100 % of filed and reported cases (rulebook 7.1). */
export const supervisionRules = {
  'spotcheck.random.TK': {
    ...rate('特困人员随机核查比例', 'Random checks of 特困', { num: 3, den: 10, citation: cite('T43', '§16') }),
    bound: 'at-least',
  },
  'spotcheck.random.other': rate('其他业务随机抽查比例', 'Random checks of other programs', {
    num: 3,
    den: 10,
    citation: cite('A220', '§26', 'design'),
  }),
  'sample.includeMandatory': {
    zh: '随机抽查比例按含必查案件的总数计算',
    en: 'The rate counts the cases that are checked anyway',
    unit: 'flag',
    perProgram: false,
    default: false,
    citation: cite('DESIGN', '7.1', 'design'),
  },
  'draw.witnesses': {
    zh: '抽查种子所用检查点须有的见证联署数',
    en: 'Cosignatures the checkpoint of a draw must have',
    unit: 'count',
    perProgram: false,
    default: 1,
    bound: 'at-least',
    citation: cite('DESIGN', '7.1', 'design'),
  },
  'publicity.boards': {
    zh: '公示须指明登记的公示栏：已登记的渠道须指明，或各渠道均须登记',
    en: 'Postings name a registered board: where one is registered, or always',
    unit: 'choice',
    perProgram: false,
    choices: ['WHEN_REGISTERED', 'ALWAYS'],
    default: 'WHEN_REGISTERED',
    citation: cite('DESIGN', '5', 'design'),
  },
  'query.smallCell': {
    zh: '查询结果中户数少于此数的，对上级机关隐去数字',
    en: 'Fewer households than this are not told to those above the county',
    unit: 'count',
    perProgram: false,
    default: 5,
    bound: 'at-least',
    citation: cite('PIPL', '§6', 'design'),
  },
  'training.requiredFor': {
    zh: '须经培训方可办理的事项（缺省为无）',
    en: 'Acts only a trained person does (none by default)',
    unit: 'list',
    perProgram: false,
    choices: ['accept-application', 'record-visit', 'give-opinion', 'decide-case'],
    default: [],
    citation: cite('DESIGN', '7.7', 'design'),
  },
  'training.validMonths': {
    zh: '培训有效期（月）',
    en: 'Months a training counts',
    unit: 'months',
    perProgram: false,
    default: 12,
    citation: cite('DESIGN', '7.7', 'design'),
  },
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;
