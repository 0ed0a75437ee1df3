import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { programText } from './program-words.ts';
import { dateText, moneyText, monthText, section } from './wording.ts';

/** Orders aid to be returned that was had by fraud or after a stop (LAW §73, §74): the county's alone, never a township's. Sets no fine. */
export const returnOrder = defineDocument({
  kind: 'W29',
  title: '责令退回通知书',
  status: 'M',
  provision: [cite('LAW', '§73-74')],
  text: ({ data }, words) => [
    `经查，您在${monthText(data.fromMonth)}至${monthText(data.untilMonth)}期间不应当领取${programText(data.program)}，共计${moneyText(data.amountFen)}，现责令退回。`,
    ...section('查明的事实：', data.facts),
    ...section('理由：', data.reasons),
    `请于${dateText(data.payBy)}前退回。退回方式：${data.how}`,
    '本通知书不是行政处罚决定；依法需要给予行政处罚的，另行立案并告知。',
    `咨询电话：${words.county.phone}。`,
  ],
  clauses: ({ clauses }) => clauses,
  remedy: ({ remedy }) => remedy,
});
