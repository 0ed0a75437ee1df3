import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { heardText } from './heard-words.ts';
import { granteeText, programText } from './program-words.ts';
import { dateText, monthText, section } from './wording.ts';

/**
 * Revokes a confirmation (SEED 二(三)5; grounds by analogy with LICENSE §69). Money already paid is asked back only by a decision of the
 * county (LAW §73, §74), never by this paper.
 */
export const revocation = defineDocument({
  kind: 'W28',
  title: '撤销确认决定书',
  status: 'M',
  provision: [cite('SEED', '二(三)5'), cite('LICENSE', '§69', 'design')],
  text: ({ data }, words) => [
    `本机关于${dateText(data.decidedOn)}作出的${programText(data.program)}确认决定（${data.revokedNumber}），经查实应当纠正，现决定予以撤销。`,
    ...section('查明的事实：', data.facts),
    ...section('理由：', data.reasons),
    ...(data.orderedBy ? [`县级民政部门已责令纠正：${data.orderedBy}。`] : []),
    ...heardText(data.heard),
    data.fromStart
      ? `原确认决定自始无效，自${monthText(data.fromMonth)}起停止发放。已经发放的救助金需要退回的，由县级民政部门另行作出决定并书面告知。`
      : `撤销自${monthText(data.fromMonth)}起生效并停止发放；此前已经发放的救助金不因本决定退回。`,
    `${granteeText(data.program)}情况发生变化、符合条件的，可以随时重新申请。咨询电话：${words.township.phone}。`,
  ],
  clauses: ({ clauses }) => clauses,
  remedy: ({ remedy }) => remedy,
});
