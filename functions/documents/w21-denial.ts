import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { programText } from './program-words.ts';
import { section } from './wording.ts';

/** Denial (不予确认): facts, computation, clauses, reasons, other programs, remedy; served within three working days (D57 §21). */
export const denial = defineDocument({
  kind: 'W21',
  title: '不予批准通知书',
  status: 'M',
  provision: [cite('D57', '§21'), cite('LAW', '§45'), cite('SEED', '二(三)3')],
  text: ({ data }, words) => [
    `${data.ordered ? `根据${data.ordered}，本机关重新作出决定。` : ''}您提出的${programText(data.program)}申请，经审核不符合规定条件，决定不予确认。`,
    ...section('认定的事实和理由：', data.reasons),
    ...section('计算过程：', data.computation),
    ...section('您还可以申请的其他救助（是否申请由您自愿决定）：', data.offers),
    `家庭情况发生变化的，您可以随时重新申请。咨询电话：${words.township.phone}。`,
  ],
  clauses: ({ clauses }) => clauses,
  remedy: ({ remedy }) => remedy,
});
