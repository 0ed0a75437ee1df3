import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { blank, field, pair, yesNo } from './form-rows.ts';
import { aidText } from './program-words.ts';
import { timeText } from './wording.ts';
import { nameOf, staffList } from './words.ts';

const degrees = (value: number): string => value.toFixed(4);

/** What two or more surveyors found at the household's home (D57 §16); a survey of the county where it surveys itself (D57 §20). */
export const survey = defineDocument({
  kind: 'W13',
  title: '入户调查表',
  status: 'M',
  provision: [cite('D57', '§16')],
  addressed: false,
  form: ({ data }, words) => {
    const { visit } = data;
    return [
      pair(['申请人', nameOf(words, data.applicant)], ['家庭人口', `${data.members}人`]),
      pair(['申请业务', aidText(data.program)], ['调查层级', data.by === 'county' ? '县级入户调查' : '乡镇入户调查']),
      pair(['入户时间', timeText(visit.visitedAt)], ['离开时间', visit.leftAt ? timeText(visit.leftAt) : '未记录']),
      pair(
        [
          '定位',
          visit.lat === undefined || visit.lon === undefined
            ? '未记录'
            : `北纬${degrees(visit.lat)}度，东经${degrees(visit.lon)}度`,
        ],
        ['照片', `${visit.photos.length}张`],
      ),
      field('调查人员', staffList(words, visit.surveyors)),
      ...(visit.companions?.length
        ? [
            field(
              '陪同人员（不参与调查）',
              staffList(
                words,
                visit.companions.map(({ personId }) => personId),
              ),
            ),
          ]
        : []),
      field('调查情况', visit.findings),
      pair(['与申报一致', yesNo(visit.consistent)], ['更正家庭情况', yesNo(data.corrected)]),
      pair(['调查人员已签字', staffList(words, visit.signatures)], ['在场成员已签字', yesNo(visit.memberSigned)]),
      blank('调查人员签字'),
      blank('在场家庭成员签字'),
    ];
  },
});
