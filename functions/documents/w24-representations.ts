import type { FormRow } from '../core/paper-sheet.ts';
import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair, yesNo } from './form-rows.ts';
import { dateText } from './wording.ts';
import { nameOf, staffList } from './words.ts';

type Data = Issued<'W24'>['data'];

const ways: Readonly<Record<Data['way'], string>> = {
  oral: '当面口头',
  written: '书面',
  phone: '电话',
  online: '网上提交',
};

/** What the household said, or that it waived, before two members of staff, and what is answered (LAW §48). */
export const representations = defineDocument({
  kind: 'W24',
  title: '听取意见笔录',
  titles: { heard: '听取意见笔录', waived: '放弃陈述意见记录', 'nobody-left': '无人陈述意见记录' },
  status: 'M',
  provision: [cite('LAW', '§48')],
  addressed: false,
  form: ({ data }, words) => [
    pair(['日期', dateText(data.on)], ['方式', data.form === 'nobody-left' ? '不适用' : ways[data.way]]),
    pair(
      ['陈述人', data.speaker ? nameOf(words, data.speaker) : '无'],
      ['听取人员', staffList(words, data.staff) || '无'],
    ),
    field('告知书文号', data.noticeNumber),
    field('陈述和申辩', data.form === 'waived' ? '陈述人书面放弃陈述意见' : data.statements),
    field(
      '提交的证据',
      data.evidence.map((one) => `文件校验值前八位${one.slice(0, 8)}`),
    ),
    field('本机关的回应', data.reply),
    ...signatures(data),
  ],
});

/** Nobody signs for a household of which nobody is left; who recorded it does. */
const signatures = (data: Data): readonly FormRow[] =>
  data.form === 'nobody-left'
    ? [blank('记录人员签字')]
    : [
        field('陈述人已签字确认', yesNo(data.memberSigned)),
        ...(data.minutes ? [field('签字原件校验值', data.minutes)] : []),
        blank('陈述人签字'),
        blank('听取人员签字'),
      ];
