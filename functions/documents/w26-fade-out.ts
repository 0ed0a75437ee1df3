import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { granteeText, programText } from './program-words.ts';
import { moneyText, monthText, numbered, section } from './wording.ts';

/** Aid goes on for up to six months after a household earns more than the standard by work (N83 一(三), D57 §33). */
export const fadeOut = defineDocument({
  kind: 'W26',
  title: '渐退期通知书',
  status: 'P',
  provision: [cite('N83', '一(三)'), cite('D57', '§33')],
  text: ({ data }, words) => {
    const [first, last] = [data.months[0], data.months.at(-1)];
    return [
      `${granteeText(data.program)}收入有所增加，按照规定给予渐退期，在渐退期内继续享受${programText(data.program)}。`,
      ...section('情况：', data.reasons),
      `渐退期共${data.months.length}个月，自${monthText(first?.month ?? '')}至${monthText(last?.month ?? '')}，各月金额如下：`,
      ...numbered(data.months.map(({ month, amountFen }) => `${monthText(month)}：${moneyText(amountFen)}`)),
      '渐退期届满前，本机关将再次核查您家庭的情况：收入回落、仍符合条件的，恢复正常救助；不再符合条件的，先听取您的意见，再书面告知决定和理由。',
      `渐退期内家庭情况发生变化的，请及时告知。咨询电话：${words.township.phone}。`,
    ];
  },
});
