import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair } from './form-rows.ts';
import { dateText, moneyText } from './wording.ts';
import { nameOf, staffText } from './words.ts';

const kinds: Readonly<Record<Issued<'W32'>['data']['kind'], string>> = { emergency: '急难型', expense: '支出型' };

/** Registers rapid small aid from the petty cash (小额快救): person, event, amount, handler; no verification, no publicity (TA26 二(一)). */
export const fastAid = defineDocument({
  kind: 'W32',
  title: '临时救助（小额快救）登记表',
  status: 'M',
  provision: [cite('TA26', '二(一)'), cite('LAW', '§50')],
  addressed: false,
  form: ({ data }, words) => [
    pair(['救助对象', nameOf(words, data.person)], ['家庭人口', `${data.members}人`]),
    pair(['类型', kinds[data.kind]], ['发生日期', data.happenedOn ? dateText(data.happenedOn) : '未登记']),
    ...(data.place ? [field('急难发生地', data.place)] : []),
    field('遭遇的困难', data.event),
    pair(['提出或者发现日期', dateText(data.askedOn)], ['办结期限', dateText(data.dueOn)]),
    pair(['救助金额', moneyText(data.amountFen)], ['最高限额', moneyText(data.capFen)]),
    pair(['资金来源', '乡镇（街道）临时救助备用金'], ['发放日期', data.paidOn ? dateText(data.paidOn) : '未发放']),
    pair(
      ['经办人员', staffText(words, data.handler)],
      ['批准人员', data.approver ? staffText(words, data.approver) : '未填写'],
    ),
    ...(data.supplementBy ? [field('补办手续期限', dateText(data.supplementBy))] : []),
    blank('救助对象或者代领人签字'),
    blank('经办人员签字'),
  ],
});
