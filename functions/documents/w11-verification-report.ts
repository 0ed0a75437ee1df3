import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { aidText } from './program-words.ts';
import { hitNames, sourceText } from './verification-words.ts';
import { dateText, moneyText, numbered } from './wording.ts';
import { nameOf, type Words } from './words.ts';

type Finding = Issued<'W11'>['data']['findings'][number];

const line = ({ person, source, hit, amountFen, conflicts, note }: Finding, words: Words): string =>
  [
    `${nameOf(words, person)}，${sourceText(source)}：${hitNames[hit]}${amountFen === undefined ? '' : moneyText(amountFen)}`,
    conflicts ? '与申报不一致' : '与申报一致',
    ...(note ? [note] : []),
  ].join('，');

/** The county's report on what the sources answered, to the township (D57 §17). It finds facts; it decides nothing. */
export const verificationReport = defineDocument({
  kind: 'W11',
  title: '家庭经济状况核对报告',
  status: 'M',
  provision: [cite('D57', '§17'), cite('LAW', '§41')],
  text: ({ data }, words) => [
    `你单位提请核对的${aidText(data.program)}申请，${data.recheck ? '经异议复查' : '已经核对'}，于${dateText(data.returnedOn)}形成结果，报告如下：`,
    ...numbered(data.findings.map((one) => line(one, words))),
    data.hit
      ? '结论：核对结果与申报不一致，或者不符合规定条件。请及时告知申请人，申请人可以提出异议。'
      : '结论：未发现不符合规定条件的情形。',
    ...(data.validUntil ? [`本报告有效期至${dateText(data.validUntil)}。`] : []),
    '本报告只供本次审核确认使用，不是审核确认决定；报告内容依法保密，不得公示。',
  ],
});
