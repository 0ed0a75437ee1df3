import { isPersonal } from '../../schemas/program.ts';
import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { amountText, granteeText, paymentOf, programNames, programText } from './program-words.ts';
import { gradeNames } from './w30-self-care.ts';
import { dateText, moneyText, monthText, numbered } from './wording.ts';
import { nameOf, townshipOrgan, type Words } from './words.ts';

type Data = Issued<'W20'>['data'];

const persons = ({ persons = [], members }: Data, words: Words): string =>
  persons.length > 0
    ? `保障对象：${persons.map((token) => nameOf(words, token)).join('、')}，共${members}人`
    : `保障对象：共${members}人`;

const supports = { central: '集中供养', scattered: '分散供养' } as const;

/** What is paid and from when; a recognition pays nothing and says so by its validity. */
const payment = ({ program, amountFen, firstMonth, careFen }: Data): readonly string[] => {
  if (paymentOf(program) === 'none') return [];
  const care = careFen === undefined ? '' : `（其中照料护理${moneyText(careFen)}）`;
  const start = firstMonth ? [`起始月份：自${monthText(firstMonth)}起发放`] : [];
  return [`保障金额：${amountText(program, amountFen)}${care}`, ...start];
};

const raiseText = ({ from, amountFen }: NonNullable<Data['raise']>): string =>
  `自${monthText(from)}起按年龄自动调整为每月${moneyText(amountFen)}，无须另行申请`;

const ofTk = ({ careGrade, support }: Data): readonly string[] => [
  ...(careGrade ? [`自理能力：${gradeNames[careGrade]}`] : []),
  ...(support ? [`供养方式：${supports[support]}（由本人选择）`] : []),
];

/** Confirmation: what is granted from which month, what to report (LAW §46, D57 §30), when it is looked at again (D57 §31). */
export const confirmation = defineDocument({
  kind: 'W20',
  title: '确认通知书',
  status: 'M',
  provision: [cite('D57', '§21'), cite('LAW', '§46'), cite('D57', '§30-31')],
  text: ({ data }, words) => [
    `${data.ordered ? `根据${data.ordered}，本机关重新作出决定。` : ''}经审核，${granteeText(data.program)}符合${programNames[data.program]}条件，现予确认。`,
    ...numbered([
      `救助业务：${programText(data.program, data.class)}`,
      ...(isPersonal(data.program) && !data.persons ? [] : [persons(data, words)]),
      ...payment(data),
      ...(data.raise ? [raiseText(data.raise)] : []),
      ...ofTk(data),
      ...(data.validUntil ? [`有效期：至${dateText(data.validUntil)}`] : []),
      ...(data.reverifyMonths ? [`定期核查：每${data.reverifyMonths}个月一次`] : []),
      ...(data.delegation ? [`确认权限：${data.delegation}`] : []),
    ]),
    `家庭人口、收入、财产发生变化的，请及时告知${townshipOrgan(words.township)}，电话${words.township.phone}。这是享受救助的家庭应当履行的义务。`,
    ...(paymentOf(data.program) === 'monthly' ? ['需要减发或者停发的，将先听取您的意见，再书面告知决定和理由。'] : []),
  ],
});
