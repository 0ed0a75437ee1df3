import { cite } from '../law/sources.ts';
import { defineNotice } from './notice.ts';
import { amountText, paymentOf, programNames } from './program-words.ts';

/** Publication (公布) after the decision: name, number of members, amount and no more (D57 §24, LAW §45). */
export const publication = defineNotice({
  kind: 'W22',
  title: '公布表',
  status: 'M',
  provision: [cite('LAW', '§45'), cite('D57', '§24')],
  text: ({ applicant, members, amountFen }, program) => [
    `经审核确认，下列申请符合${programNames[program]}条件，现予公布。`,
    `申请人：${applicant}`,
    `家庭人口：${members}人`,
    ...(paymentOf(program) === 'none' ? [] : [`保障金额：${amountText(program, amountFen)}`]),
  ],
});
