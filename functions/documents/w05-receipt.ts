import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';
import { numbered, timeText } from './wording.ts';
import { staffText } from './words.ts';

/** Receipt for the materials handed in: what, when, by whom. Practice, at once. */
export const receipt = defineDocument({
  kind: 'W05',
  title: '申请材料接收凭证',
  status: 'P',
  provision: [cite('D57', '§10')],
  text: ({ data }, words) => [
    `本机关于${timeText(data.receivedAt)}收到您提交的${aidText(data.program)}申请材料，共${data.items.length}项：`,
    ...numbered(data.items),
    ...(data.externalNo ? [`网上申请编号：${data.externalNo}。`] : []),
    ...(data.clerk ? [`接收人员：${staffText(words, data.clerk)}。`] : []),
    `本凭证只证明材料已经收到，不表示已经受理。是否受理或者需要补正，将另行告知。咨询电话：${words.township.phone}。`,
  ],
});
