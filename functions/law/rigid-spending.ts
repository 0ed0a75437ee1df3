import type { CountedSpending } from '../../schemas/household-tier.ts';
import type { RigidSpending } from '../../schemas/rigid-spending.ts';
import { citedClause } from './cited-clause.ts';
import { cite } from './sources.ts';

/** What one item adds: fen that count, fen a person must settle first, and why. */
type Entry = Pick<CountedSpending, 'countedFen' | 'openFen' | 'zh' | 'en'>;

const counts = (countedFen: number, zh: string, en: string): Entry => ({ countedFen, openFen: 0, zh, en });
const open = (openFen: number, zh: string, en: string): Entry => ({ countedFen: 0, openFen, zh, en });

const netOf = ({ spentFen, reimbursedFen = 0 }: RigidSpending): number => Math.max(0, spentFen - reimbursedFen);

const medical = (item: RigidSpending, net: number): Entry => {
  if (item.designatedProvider === false) return counts(0, '非定点机构发生，不计入', 'not at a designated provider');
  if (item.receipts === false) return counts(0, '无有效票据，不计入', 'without valid receipts');
  return item.designatedProvider && item.receipts
    ? counts(net, '医保等支付后的自付部分', 'own share after insurance')
    : open(net, '定点机构或票据尚待核实', 'provider or receipts to be settled');
};

/** Never more than the same kind of public school asks; an unknown price leaves the whole to a person. */
const education = (item: RigidSpending, net: number): Entry => {
  if (item.stage === 'postgraduate') return counts(0, '研究生阶段，不计入', 'postgraduate, not counted');
  if (item.publicPriceFen !== undefined)
    return counts(
      Math.min(net, item.publicPriceFen),
      '按同类公办学校收费封顶',
      'capped at the price of the same kind of public school',
    );
  return item.school === 'public'
    ? counts(net, '公办学校支出', 'public school')
    : open(net, '同类公办学校收费尚待核实', 'the public price is to be settled');
};

const rules: Readonly<Record<RigidSpending['kind'], (item: RigidSpending, net: number) => Entry>> = {
  medical,
  education,
  rehabilitation: (_, net) => counts(net, '扣除补贴后的康复支出', 'net of subsidies'),
  living: (_, net) => counts(net, '基本生活支出', 'living costs'),
  other: (_, net) =>
    open(net, '须属县级规定的项目，由人工核定', 'must be of the county’s list, for a person to settle'),
};

const names: Readonly<Record<RigidSpending['kind'], readonly [zh: string, en: string]>> = {
  medical: ['医疗支出', 'medical'],
  education: ['教育支出', 'education'],
  rehabilitation: ['残疾康复支出', 'rehabilitation'],
  living: ['基本生活支出', 'living'],
  other: ['其他刚性支出', 'other'],
};

/** A person may settle what is open and may allow less, never more than the law counts. */
const settled = (entry: Entry, allowedFen: number | undefined): Entry =>
  allowedFen === undefined
    ? entry
    : counts(
        Math.min(allowedFen, entry.countedFen + entry.openFen),
        `${entry.zh}，经人工核定`,
        `${entry.en}, settled by a person`,
      );

const entryOf = (item: RigidSpending, countLiving: boolean): Entry => {
  if (item.kind === 'living' && !countLiving) return counts(0, '本地不计入', 'not counted here');
  return settled(rules[item.kind](item, netOf(item)), item.allowedFen);
};

/**
 * The rigid spending of 12 months as the law counts it (R62 §5, reading A9): net of what was paid back, medical only at designated providers
 * by valid receipts, education up to the bachelor's degree and capped at the public price, living costs only where the county says so.
 */
export const rigidSpending = (items: readonly RigidSpending[], countLiving: boolean): CountedSpending[] =>
  items.map((item) => {
    const entry = entryOf(item, countLiving);
    const [zh, en] = names[item.kind];
    return {
      kind: item.kind,
      ...entry,
      zh: `${zh}：${entry.zh}`,
      en: `${en}: ${entry.en}`,
      citation: citedClause(item.kind === 'living' && !countLiving ? cite('DESIGN', 'A9') : cite('R62', '§5')),
    };
  });
