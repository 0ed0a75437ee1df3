import type { CareGrade } from '../../schemas/self-care.ts';
import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { blank, field, pair } from './form-rows.ts';
import { dateText } from './wording.ts';
import { nameOf, staffList } from './words.ts';

/** The grades of T43 §22 with what they are called in care. */
export const gradeNames: Readonly<Record<CareGrade, string>> = {
  able: '具备生活自理能力（全自理）',
  'partly-lost': '部分丧失生活自理能力（半护理）',
  'wholly-lost': '完全丧失生活自理能力（全护理）',
};

const occasions: Readonly<Record<Issued<'W30'>['data']['occasion'], string>> = {
  first: '首次评估',
  change: '变化后重新评估',
  periodic: '定期评估',
};

const achieved = (value: boolean): string => (value ? '能够' : '不能');

/** The six indicators of self-care and the grade that follows from them (T43 §21, §22). */
export const selfCareForm = defineDocument({
  kind: 'W30',
  title: '特困人员生活自理能力评估表',
  status: 'M',
  provision: [cite('T43', '§20-22')],
  addressed: false,
  form: ({ data }, words) => {
    const { selfCare } = data;
    return [
      pair(['评估对象', nameOf(words, data.person)], ['评估类型', occasions[data.occasion]]),
      pair(['自主吃饭', achieved(selfCare.eating)], ['自主穿衣', achieved(selfCare.dressing)]),
      pair(['自主上下床', achieved(selfCare.bed)], ['自主如厕', achieved(selfCare.toilet)]),
      pair(['室内自主行走', achieved(selfCare.walking)], ['自主洗澡', achieved(selfCare.bathing)]),
      pair(['未达到指标', `${data.failed}项`], ['评估日期', dateText(selfCare.assessedOn)]),
      field('评估结论', gradeNames[data.grade]),
      ...(data.findings ? [field('情况说明', data.findings)] : []),
      field('评估人员', staffList(words, data.assessors)),
      ...(data.institution ? [field('受托评估机构', data.institution)] : []),
      blank('评估人员签字'),
      blank('评估对象或者监护人签字'),
    ];
  },
  closing: () => [
    '六项指标全部达到的，为具备生活自理能力；有一至三项不能达到的，为部分丧失；有四项以上不能达到的，为完全丧失。',
  ],
});
