import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { dateText, deliveryNames } from './wording.ts';
import { countyOrgan, nameOf, staffText } from './words.ts';

/** Proof of service (送达), by analogy with the Civil Procedure Law §87-95. */
export const deliveryReceipt = defineDocument({
  kind: 'W35',
  title: '送达回证',
  status: 'P',
  provision: [cite('CPL', '§87-95', 'design')],
  addressed: false,
  text: ({ data, to }, words) => [
    `受送达人：${to === 'public' ? '公众' : to === 'county' ? countyOrgan(words.county) : nameOf(words, to)}`,
    `送达文书：${data.paperTitle}（${data.paperNumber}）`,
    `送达方式：${deliveryNames[data.method]}`,
    `送达日期：${dateText(data.servedOn)}`,
    `送达人员：${staffText(words, data.servedBy)}`,
    ...(data.signedBy ? [`签收人与受送达人关系：${data.signedBy}`] : []),
  ],
});
