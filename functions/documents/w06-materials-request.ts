import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';
import { numbered } from './wording.ts';

/** The one request for missing materials: the whole list and how to get each (D57 §10); working days run from its service. */
export const materialsRequest = defineDocument({
  kind: 'W06',
  title: '一次性补正告知书',
  status: 'M',
  provision: [cite('D57', '§10'), cite('LAW', '§62(2)')],
  text: ({ data }, words) => [
    `您提交的${aidText(data.program)}申请材料不齐全，还需补充以下${data.items.length}项：`,
    ...numbered(data.items.map(({ zh, how }) => `${zh}（取得方式：${how}）`)),
    ...(data.note ? [`说明：${data.note}`] : []),
    `请在收到本告知书之日起${data.windowWorkingDays}个工作日内补齐，材料齐全后即予受理。`,
    '需要补充的材料已在本告知书中一次性全部列明。能够通过数据共享或者信息核对取得的材料，不需要您提供。',
    `逾期未补齐的，按放弃本次申请处理，并另行书面告知；您可以随时重新申请。咨询电话：${words.township.phone}。`,
  ],
});
