import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { lastDayText, numbered } from './wording.ts';
import { nameOf, staffText } from './words.ts';

/** Passes a need on to the department that can meet it, with a day to reply (SEED 二(三)1, LAW §64). Says no more than the need. */
export const referral = defineDocument({
  kind: 'W33',
  title: '转办单',
  status: 'P',
  provision: [cite('SEED', '二(三)1'), cite('LAW', '§64')],
  text: ({ data }, words) => [
    `本机关在办理社会救助中发现${data.person ? nameOf(words, data.person) : '有关人员'}有下列需求，属于你单位职责范围，现转请办理：`,
    ...numbered(data.needs),
    `情况：${data.situation}`,
    ...(data.consent === undefined ? [] : [data.consent ? '本人同意转介。' : '本人未表示同意，请先征求本人意见。']),
    `请于${lastDayText({ on: data.replyBy, provisional: data.provisional })}前将办理结果反馈本机关。转来的信息只用于办理上述事项，请依法保密。`,
    `联系人：${staffText(words, data.contact)}。联系电话：${words.township.phone}。`,
  ],
});
