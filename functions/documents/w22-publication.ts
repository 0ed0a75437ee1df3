import { cite } from '../law/sources.ts';
import { defineNotice } from './notice.ts';
import { moneyText } from './wording.ts';

/** Publication (公布) after the decision: name, number of members, amount and no more (D57 §24, LAW §45). */
export const publication = defineNotice({
  kind: 'W22',
  title: '公布表',
  status: 'M',
  provision: [cite('LAW', '§45'), cite('D57', '§24')],
  text: ({ applicant, members, amountFen }) => [
    '经审核确认，对下列家庭给予最低生活保障，现予公布。',
    `申请人：${applicant}`,
    `家庭人口：${members}人`,
    `保障金额：全家每月${moneyText(amountFen)}`,
  ],
});
