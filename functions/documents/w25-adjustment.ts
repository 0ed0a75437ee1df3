import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { heardText } from './heard-words.ts';
import { amountText, granteeText, programText } from './program-words.ts';
import { monthText, section } from './wording.ts';

type Data = Issued<'W25'>['data'];

const verbs: Readonly<Record<Data['form'], string>> = { increase: '增发', reduce: '减发', stop: '停发' };

const decided = (data: Data): string => {
  const { program, form } = data;
  const whose = `${granteeText(program)}的${programText(program, data.class)}`;
  if (form === 'stop')
    return `经审核，决定停发${whose}（原为${amountText(program, data.oldAmountFen)}），自${monthText(data.fromMonth)}起执行。`;
  return `经审核，决定${verbs[form]}${whose}，由${amountText(program, data.oldAmountFen)}调整为${amountText(program, data.newAmountFen)}，自${monthText(data.fromMonth)}起执行。`;
};

/** Decides on an increase, a reduction or a stop, in writing and with reasons, after the household was heard (LAW §48, D57 §32). */
export const adjustment = defineDocument({
  kind: 'W25',
  title: '救助金调整决定书',
  titles: { increase: '增发决定书', reduce: '减发决定书', stop: '停发决定书' },
  status: 'M',
  provision: [cite('LAW', '§48'), cite('D57', '§32')],
  text: ({ data }, words) => [
    decided(data),
    ...section('认定的事实：', data.facts),
    ...section('理由：', data.reasons),
    ...section('计算过程：', data.computation ?? []),
    ...heardText(data.heard),
    data.form === 'stop'
      ? `您可以随时重新申请社会救助。咨询电话：${words.township.phone}。`
      : `家庭情况发生变化的，请及时告知。咨询电话：${words.township.phone}。`,
  ],
  clauses: ({ clauses }) => clauses,
  remedy: ({ remedy }) => remedy,
});
