import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule } from './parameter-rule.ts';
import { cite } from './sources.ts';

const acts = {
  W08: ['不予受理决定书', 'the refusal to accept'],
  W21: ['不予批准通知书', 'the denial'],
  W25: ['增发、减发、停发决定书', 'a decision on an amount'],
  W27: ['终止审核确认程序通知书', 'the termination'],
  W28: ['撤销确认决定书', 'a revocation'],
} as const;

const bodies = {
  township: ['乡镇人民政府', 'of a township government'],
  street: ['街道办事处', 'of a sub-district office'],
  county: ['县级民政部门', 'of county civil affairs'],
} as const;

const wording = (act: keyof typeof acts, body: keyof typeof bodies): ParameterRule => ({
  zh: `${acts[act][0]}的救济告知（${bodies[body][0]}作出的）`,
  en: `Remedy paragraph of ${acts[act][1]} ${bodies[body][1]}`,
  unit: 'text',
  perProgram: false,
  citation: cite('FYF', '§20', 'unsure'),
});

/** The wording of the remedy by act and issuing body (rulebook 4): it goes before the one the county approved for every body. */
export const remedyRules = {
  'remedy.W08.township': wording('W08', 'township'),
  'remedy.W08.street': wording('W08', 'street'),
  'remedy.W21.township': wording('W21', 'township'),
  'remedy.W21.street': wording('W21', 'street'),
  'remedy.W21.county': wording('W21', 'county'),
  'remedy.W25.township': wording('W25', 'township'),
  'remedy.W25.street': wording('W25', 'street'),
  'remedy.W25.county': wording('W25', 'county'),
  'remedy.W27.township': wording('W27', 'township'),
  'remedy.W27.street': wording('W27', 'street'),
  'remedy.W28.township': wording('W28', 'township'),
  'remedy.W28.street': wording('W28', 'street'),
  'remedy.W28.county': wording('W28', 'county'),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

/** Papers whose remedy has no default: whether refusals are a case of FYF §23(三) is unsure, so their wording fails closed (rulebook 4). */
export const remedyWithoutDefault: readonly (readonly [ParameterKey, ...ParameterKey[]])[] = [
  ['remedy.W08', 'remedy.W08.township', 'remedy.W08.street'],
  ['remedy.W21', 'remedy.W21.township', 'remedy.W21.street', 'remedy.W21.county'],
  ['remedy.W27', 'remedy.W27.township', 'remedy.W27.street'],
];

/** Papers the law itself words for a county whose government is on record; 宁东 has none, so there they fail closed too. */
export const remedyWithDefault: readonly (readonly [ParameterKey, ...ParameterKey[]])[] = [
  ['remedy.W25', 'remedy.W25.township', 'remedy.W25.street', 'remedy.W25.county'],
  ['remedy.W28', 'remedy.W28.township', 'remedy.W28.street', 'remedy.W28.county'],
];
