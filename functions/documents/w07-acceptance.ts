import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { programText } from './program-words.ts';
import { dateText, lastDayText } from './wording.ts';
import { staffText } from './words.ts';

/** Acceptance: names the last day to decide (N83 四(一), without delegation D57 §22) and whom to ask. Overdue decides nothing (P10). */
export const acceptance = defineDocument({
  kind: 'W07',
  title: '受理通知书',
  status: 'P',
  provision: [cite('D57', '§10'), cite('N83', '四(一)')],
  text: ({ data }, words) => [
    `您提出的${programText(data.program)}申请材料齐全，已于${dateText(data.acceptedOn)}受理。`,
    `审核确认应当自受理之日起${data.workingDays}个工作日内完成，最后一日为${lastDayText({ on: data.dueOn, provisional: data.provisional })}。`,
    '因公示有异议、人户分离、异地申办、家庭经济状况调查难度较大等情形需要延长办理期限的，将在最后一日之前书面告知您。',
    `办理期间，请配合家庭经济状况核对和入户调查。经办人员：${staffText(words, data.clerk)}。咨询电话：${data.phone}。`,
    `超过最后一日仍未作出决定的，既不表示同意，也不表示不同意。您可以向本机关询问，也可以拨打${words.county.name}监督电话${words.county.phone}反映。`,
  ],
});
