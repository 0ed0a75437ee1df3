import { cite } from '../law/sources.ts';
import { channelNames } from './channel-words.ts';
import { defineDocument } from './document.ts';
import { field, pair, yesNo } from './form-rows.ts';
import { dateText } from './wording.ts';
import { staffText } from './words.ts';

/** What was posted where, with its proof, and what came of it: the file's evidence that publicity was held (D57 §19). Names no objector. */
export const publicityRecord = defineDocument({
  kind: 'W18',
  title: '公示情况记录',
  status: 'P',
  provision: [cite('D57', '§19'), cite('SEED', '二(三)3')],
  addressed: false,
  form: ({ data }, words) => [
    pair(['公示期起', data.fromOn ? dateText(data.fromOn) : '未起算'], ['公示期止', dateText(data.endsOn)]),
    field(
      '张贴情况',
      data.postings.map(
        ({ channel, postedOn, proof }) =>
          `${channelNames[channel]}，${dateText(postedOn)}张贴，凭证校验值前八位${proof.slice(0, 8)}`,
      ),
    ),
    pair(['重新张贴', `${data.restarts}次`], ['异议', `${data.objections}件`]),
    field('异议处理', data.objections === 0 ? '公示期内无异议' : `已重新调查核实：${yesNo(data.reinvestigated)}`),
    ...(data.recordedBy ? [field('记录人员', staffText(words, data.recordedBy))] : []),
  ],
});
