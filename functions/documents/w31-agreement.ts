import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair } from './form-rows.ts';
import { gradeNames } from './w30-self-care.ts';
import { dateText, moneyText } from './wording.ts';
import { nameOf, townshipOrgan, type Words } from './words.ts';

type Data = Issued<'W31'>['data'];

const other = ({ provider, providerPerson }: Data, words: Words): string =>
  providerPerson ? `${nameOf(words, providerPerson)}（${provider}）` : provider;

const care = ({ careGrade, careFen }: Data) =>
  careGrade === undefined
    ? []
    : [
        pair(
          ['自理能力', gradeNames[careGrade]],
          ['照料护理费', careFen === undefined ? '不适用' : `每月${moneyText(careFen)}`],
        ),
      ];

/** A written agreement on care at home, or on keeping a bank card, which is filed with the county (D57 §26). */
export const agreement = defineDocument({
  kind: 'W31',
  title: '协议书',
  titles: { care: '分散供养特困人员照料服务协议', card: '救助金银行卡代管协议' },
  status: 'M',
  provision: [cite('D57', '§26'), cite('LAW', '§17')],
  addressed: false,
  form: ({ data }, words) => [
    field('甲方', townshipOrgan(words.township)),
    field('乙方', `${nameOf(words, data.person)}（救助对象）`),
    field('丙方', `${other(data, words)}（受托方）`),
    pair(['起始日期', dateText(data.fromOn)], ['终止日期', data.untilOn ? dateText(data.untilOn) : '长期']),
    ...care(data),
    field('约定事项', data.terms),
    field('县级备案', data.filedOn ? `${dateText(data.filedOn)}备案` : '签订后报县级民政部门备案'),
    blank('甲方签章'),
    blank('乙方或者监护人签字'),
    blank('丙方签章'),
  ],
  closing: ({ data }) =>
    data.form === 'card' ? ['银行卡代管不改变救助金归属；代管应当签订书面协议，并报县级民政部门备案。'] : [],
});
