import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { moneyText, monthText, numbered, programText } from './wording.ts';
import { nameOf, townshipOrgan, type Words } from './words.ts';

const persons = ({ persons = [], members }: Issued<'W20'>['data'], words: Words): string =>
  persons.length > 0
    ? `保障对象：${persons.map((token) => nameOf(words, token)).join('、')}，共${members}人`
    : `保障对象：共${members}人`;

/** Confirmation: what is granted from which month, what to report (LAW §46, D57 §30), when it is looked at again (D57 §31). */
export const confirmation = defineDocument({
  kind: 'W20',
  title: '确认通知书',
  status: 'M',
  provision: [cite('D57', '§21'), cite('LAW', '§46'), cite('D57', '§30-31')],
  text: ({ data }, words) => [
    '经审核，您家庭符合最低生活保障条件，现予确认。',
    ...numbered([
      `救助业务：${programText(data.program, data.class)}`,
      persons(data, words),
      `保障金额：全家每月${moneyText(data.amountFen)}`,
      `起始月份：自${monthText(data.firstMonth)}起发放`,
      `定期核查：每${data.reverifyMonths}个月一次`,
      ...(data.delegation ? [`确认权限：${data.delegation}`] : []),
    ]),
    `家庭人口、收入、财产发生变化的，请及时告知${townshipOrgan(words.township)}，电话${words.township.phone}。这是享受救助的家庭应当履行的义务。`,
    '需要减发或者停发的，将先听取您的意见，再书面告知决定和理由。',
  ],
});
