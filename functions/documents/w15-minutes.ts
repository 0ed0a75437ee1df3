import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair, yesNo } from './form-rows.ts';
import { dateText } from './wording.ts';
import { staffList, staffText } from './words.ts';

type Participant = Issued<'W15'>['data']['participants'][number];

const kinds: Readonly<Record<Participant['kind'], string>> = {
  township: '乡镇（街道）工作人员',
  village: '村（居）“两委”成员',
  party: '党员代表',
  resident: '居民代表',
  county: '县级民政部门人员',
};

/**
 * Minutes of a democratic evaluation, which judges whether the findings are true and votes nobody in or out (rulebook 3.5), or of a
 * collective review of a hard case (一事一议).
 */
export const minutes = defineDocument({
  kind: 'W15',
  title: '会议记录及签字表',
  titles: { evaluation: '民主评议会议记录及签字表', collective: '集体研究（一事一议）会议记录及签字表' },
  status: 'P',
  provision: [cite('SEED', '二(三)2'), cite('A220', '§23', 'design')],
  addressed: false,
  form: ({ data }, words) => {
    const present = data.participants.reduce((sum, { count }) => sum + count, 0);
    return [
      pair(['会议日期', dateText(data.heldOn)], ['主持人', data.chair ? staffText(words, data.chair) : '见签字页']),
      pair(['应到', data.invited === undefined ? '不适用' : `${data.invited}人`], ['实到', `${present}人`]),
      field('议题', data.matter),
      field(
        '参加人员',
        data.participants
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => `${kinds[kind]}${count}人`)
          .join('、'),
      ),
      ...(data.present?.length ? [field('工作人员', staffList(words, data.present))] : []),
      field('回避人员', data.recused?.length ? staffList(words, data.recused) : '无'),
      ...(data.views ? [field('发言要点', data.views)] : []),
      ...(data.truthful === undefined ? [] : [field('调查情况属实', yesNo(data.truthful))]),
      field('结论', data.conclusion),
      ...(data.minutes ? [field('签字原件校验值', data.minutes)] : []),
      blank('参加人员签字'),
    ];
  },
  closing: ({ data }) =>
    data.form === 'evaluation' ? ['民主评议只评议调查情况是否真实，不以评议结果代替审核确认。'] : [],
});
