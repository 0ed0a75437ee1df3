import type { ParameterValue } from '../../schemas/parameter.ts';
import type { PolicyAmount, ProgramPolicy, PublishedPolicies, PublishedPolicy } from '../../schemas/policy.ts';
import { parameterRules } from '../law/parameters.ts';
import type { StandardInForce } from '../law/published-standards.ts';
import { rational, toText } from '../law/rational.ts';
import { htmlPage, type PageBlock } from './html-page.ts';
import { dateText, exampleMark, moneyText, numbered } from './wording.ts';

/** A value as people read it: money in yuan, a ratio as a number. */
const valueText = (unit: string, value: ParameterValue): string => {
  if (unit === 'fen') return moneyText(Number(value));
  return typeof value === 'object' && 'num' in value ? toText(rational(value.num, value.den)) : String(value);
};

/** A standard in force as the public is told it. */
export function policyAmount({ key, inForce }: StandardInForce): PolicyAmount {
  const { zh, en, unit } = parameterRules[key];
  const { id: parameterId, value, example } = inForce;
  return { key, zh, en, unit, value, text: valueText(unit, value), parameterId, example };
}

const rows = (amounts: readonly PolicyAmount[]): PageBlock[] =>
  amounts.length === 0
    ? []
    : [{ kind: 'table', rows: amounts.map(({ zh, text }) => [zh.replace('（分', '（元'), text] as const) }];

const versionBlocks = (policy: PublishedPolicy): PageBlock[] => [
  ...(policy.example ? [{ kind: 'mark' as const, text: exampleMark }] : []),
  { kind: 'text', lines: ['认定条件', ...numbered(policy.criteria)] },
  { kind: 'text', lines: ['申请材料', ...numbered(policy.materials)] },
  { kind: 'text', lines: ['办理程序', ...numbered(policy.procedure)] },
  {
    kind: 'table',
    rows: [
      ['咨询电话', policy.phone],
      ['监督电话', policy.hotline],
      ['信访举报', policy.complaints.join('；')],
      ['依据', [policy.document.title, policy.document.documentNo ?? ''].join('')],
      ['施行日', dateText(policy.from)],
    ],
  },
  ...policy.questions.map(
    ({ question, answer }): PageBlock => ({ kind: 'text', lines: [`问：${question}`, `答：${answer}`] }),
  ),
];

const programBlocks = ({ title, inForce, coming, amounts, comingAmounts }: ProgramPolicy): PageBlock[] => [
  { kind: 'heading', text: title },
  ...(amounts.some(({ example }) => example) ? [{ kind: 'mark' as const, text: exampleMark }] : []),
  ...rows(amounts),
  ...(inForce ? versionBlocks(inForce) : []),
  ...(comingAmounts
    ? [
        { kind: 'text' as const, lines: [`${dateText(comingAmounts.from)}起执行的标准`] },
        ...rows(comingAmounts.amounts),
      ]
    : []),
  ...coming.flatMap((one): PageBlock[] => [
    { kind: 'text', lines: [`${dateText(one.from)}起施行的政策`] },
    ...versionBlocks(one),
  ]),
];

/** The published policies as a page for a phone. */
export const policyHtml = ({ countyName, countyPhone, townships, on, policies }: PublishedPolicies): string =>
  htmlPage({
    title: `${countyName}社会救助政策公开`,
    blocks: [
      ...policies.flatMap(programBlocks),
      { kind: 'heading', text: '监督电话' },
      {
        kind: 'table',
        rows: [[countyName, countyPhone], ...townships.map(({ name, phone }) => [name, phone] as const)],
      },
      {
        kind: 'small',
        lines: [`以上为${dateText(on)}的内容。`, 'Social assistance: policies and standards in force.'],
      },
    ],
  });
