import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';
import { dateText, section } from './wording.ts';

/**
 * Ends the procedure where the applicant does not cooperate without good reason (D57 §29), or did not complete the materials in time (T3).
 * Adverse: carries the remedy.
 */
export const termination = defineDocument({
  kind: 'W27',
  title: '终止审核确认程序通知书',
  status: 'P',
  provision: [cite('D57', '§29')],
  text: ({ data }, words) => [
    data.lapsedAfter
      ? `您的${aidText(data.program)}申请材料未在补正期限（${dateText(data.lapsedAfter)}）内补齐，按放弃本次申请处理，程序终止。`
      : `在办理您的${aidText(data.program)}申请过程中，经${data.attempts}次联系并书面提醒，您无正当理由未予配合，决定终止审核确认程序。`,
    ...section('具体情形：', data.reasons),
    `您可以随时重新申请，没有等待期限；已经提交且没有变化的材料不必重复提交。咨询电话：${words.township.phone}。`,
  ],
  remedy: ({ remedy }) => remedy,
});
