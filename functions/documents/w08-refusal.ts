import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';

/** Refusal to accept, on a ground of the closed list only (P12). Adverse: carries the remedy. */
export const refusal = defineDocument({
  kind: 'W08',
  title: '不予受理决定书',
  status: 'P',
  provision: [cite('LAW', '§70(1)'), cite('SEED', '二(三)1')],
  text: ({ data }, words) => [
    `您提出的${aidText(data.program)}申请，本机关决定不予受理。`,
    `理由：${data.ground}`,
    `事实：${data.fact}`,
    `情况有变化或者有新的材料的，您可以随时重新申请。咨询电话：${words.township.phone}。`,
  ],
  remedy: ({ remedy }) => remedy,
});
