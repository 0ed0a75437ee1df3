import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';
import { dateText, extensionNames, lastDayText } from './wording.ts';

/** Extension to 45 working days from acceptance, on a listed ground and before the old last day (N83 四(一)). */
export const extension = defineDocument({
  kind: 'W19',
  title: '延长办理期限告知书',
  status: 'P',
  provision: [cite('N83', '四(一)')],
  text: ({ data }, words) => [
    `您提出的${aidText(data.program)}申请，原办理期限至${dateText(data.oldDueOn)}。因${extensionNames[data.ground]}，需要延长办理期限。`,
    ...(data.note.trim() ? [`情况说明：${data.note}`] : []),
    `延长后的办理期限至${lastDayText({ on: data.dueOn, provisional: data.provisional })}。`,
    `有疑问的，请拨打咨询电话${words.township.phone}，或者${words.county.name}监督电话${words.county.phone}。`,
  ],
});
