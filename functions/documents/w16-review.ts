import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair } from './form-rows.ts';
import { amountText, programText } from './program-words.ts';
import { dateText, monthText } from './wording.ts';
import { nameOf, staffText, type Words } from './words.ts';

type Data = Issued<'W16'>['data'];

/** Ids of parameters end in the day they hold from. */
const datesInWords = (id: string): string => id.replace(/\d{4}-\d{2}-\d{2}/g, dateText);

const signed = (who: string | undefined, on: string | undefined, words: Words): string =>
  [...(who ? [staffText(words, who)] : []), ...(on ? [dateText(on)] : [])].join('，') || '未填写';

/** What was done before the conclusion, and when. */
const checksOf = ({ checked, checks = [] }: Data): readonly string[] => [
  ...(checked?.verifiedOn ? [`${dateText(checked.verifiedOn)}完成家庭经济状况核对`] : []),
  ...(checked?.surveyedOn ? [`${dateText(checked.surveyedOn)}入户调查`] : []),
  ...(checked?.countySurveyedOn ? [`${dateText(checked.countySurveyedOn)}县级入户调查`] : []),
  ...(checked?.evaluatedOn ? [`${dateText(checked.evaluatedOn)}民主评议`] : []),
  ...(checked?.publicityEndsOn ? [`公示至${dateText(checked.publicityEndsOn)}，异议${checked.objections}件`] : []),
  ...checks,
];

const ofMoney = (data: Data) =>
  data.amountFen === undefined
    ? []
    : [
        pair(
          ['金额', amountText(data.program, data.amountFen)],
          ['起始月份', data.firstMonth ? monthText(data.firstMonth) : '不适用'],
        ),
      ];

/** The record of review and confirmation: facts, computation, class, amount and month, and under which law and by whom (rulebook W16). */
export const review = defineDocument({
  kind: 'W16',
  title: '审核确认表',
  titles: { opinion: '审核意见表', decision: '审核确认表', change: '动态调整审核确认表' },
  status: 'M',
  provision: [cite('D57', '§19'), cite('D57', '§21'), cite('LAW', '§44')],
  addressed: false,
  form: ({ data }, words) => [
    pair(['申请人', nameOf(words, data.applicant)], ['业务', programText(data.program, data.class)]),
    field('家庭成员', `${data.persons.map((one) => nameOf(words, one)).join('、')}，共${data.persons.length}人`),
    field('调查核对情况', checksOf(data)),
    field('认定的事实', data.facts),
    field('计算过程', data.computation),
    field('结论', data.result),
    ...ofMoney(data),
    pair(['规则包', data.lawPack], ['审核人', signed(data.reviewer, data.reviewedOn, words)]),
    ...(data.parameters?.length ? [field('采用的参数', data.parameters.map(datesInWords).join('、'))] : []),
    ...(data.delegation ? [field('确认权限依据', data.delegation)] : []),
    ...(data.form === 'opinion' ? [] : [field('确认人', signed(data.confirmer, data.decidedOn, words))]),
    blank(data.form === 'opinion' ? '审核人签字' : '确认人签字'),
  ],
});
