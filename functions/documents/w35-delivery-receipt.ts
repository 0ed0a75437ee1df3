import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { blank, field, pair } from './form-rows.ts';
import { dateText, deliveryNames } from './wording.ts';
import { recipientText, staffText } from './words.ts';

/** Proof of service (送达), by analogy with the Civil Procedure Law §87-95. */
export const deliveryReceipt = defineDocument({
  kind: 'W35',
  title: '送达回证',
  status: 'P',
  provision: [cite('CPL', '§87-95', 'design')],
  addressed: false,
  form: (paper, words) => {
    const { data } = paper;
    return [
      field('受送达人', recipientText(paper, words) ?? '公众'),
      field('送达文书', `${data.paperTitle}（${data.paperNumber}）`),
      pair(['送达方式', deliveryNames[data.method]], ['送达日期', dateText(data.servedOn)]),
      field('送达人员', staffText(words, data.servedBy)),
      ...(data.signedBy ? [field('签收人与受送达人关系', data.signedBy)] : []),
      ...(data.witness ? [field('见证人身份', data.witness)] : []),
      ...(data.noticedOn ? [field('公告日期', dateText(data.noticedOn))] : []),
      ...(data.proof ? [field('送达凭证校验值前八位', data.proof.slice(0, 8))] : []),
      blank('受送达人或者代收人签收'),
      blank('送达人员签字'),
    ];
  },
});
