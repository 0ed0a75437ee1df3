import { isPersonal } from '../../schemas/program.ts';
import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { heardText } from './heard-words.ts';
import { amountText, granteeText, paymentOf, programText } from './program-words.ts';
import { monthText, section } from './wording.ts';
import type { Words } from './words.ts';

type Data = Issued<'W25'>['data'];

const verbs: Readonly<Record<Data['form'], string>> = { increase: '增发', reduce: '减发', stop: '停发' };

const deceased = ({ program }: Data): string => (isPersonal(program) ? '申请人' : '该家庭');

/** 特困 and recognition are ended (T43 §26), money is stopped. */
const stopped = ({ program }: Data): string =>
  program === 'TK' || paymentOf(program) === 'none' ? '终止' : verbs.stop;

const before = ({ program, oldAmountFen }: Data): string =>
  paymentOf(program) === 'none' ? '' : `（原为${amountText(program, oldAmountFen)}）`;

const decided = (data: Data): string => {
  const { program, form } = data;
  const grantee = data.heard?.nobodyLeft ? deceased(data) : granteeText(program);
  const whose = `${grantee}的${programText(program, data.class)}`;
  if (form === 'stop')
    return `经审核，决定${stopped(data)}${whose}${before(data)}，自${monthText(data.fromMonth)}起执行。`;
  return `经审核，决定${verbs[form]}${whose}，由${amountText(program, data.oldAmountFen)}调整为${amountText(program, data.newAmountFen)}，自${monthText(data.fromMonth)}起执行。`;
};

const lastLine = ({ form }: Data, { township }: Words): string =>
  form === 'stop'
    ? `您可以随时重新申请社会救助。咨询电话：${township.phone}。`
    : `家庭情况发生变化的，请及时告知。咨询电话：${township.phone}。`;

/** Decides on an increase, a reduction or a stop, in writing and with reasons, after the household was heard (LAW §48, D57 §32). */
export const adjustment = defineDocument({
  kind: 'W25',
  title: '救助金调整决定书',
  titles: { increase: '增发决定书', reduce: '减发决定书', stop: '停发（终止）决定书' },
  status: 'M',
  provision: [cite('LAW', '§48'), cite('D57', '§32')],
  text: ({ data }, words) => [
    decided(data),
    ...section('认定的事实：', data.facts),
    ...section('理由：', data.reasons),
    ...section('计算过程：', data.computation ?? []),
    ...heardText(data.heard),
    ...(data.heard?.nobodyLeft ? [] : [lastLine(data, words)]),
  ],
  clauses: ({ clauses }) => clauses,
  remedy: ({ remedy }) => remedy,
});
